// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import org.vesalius.network.Network;
import org.vesalius.network.graph.NetworkBuilder;

/** A template that is drawn by code. */
abstract class DrawnTemplate implements NetworkTemplate {
    private final String id;
    private final String title;
    private final TemplateCategory category;
    private final String description;

    DrawnTemplate(String id, String title, TemplateCategory category, String description) {
        this.id = id;
        this.title = title;
        this.category = category;
        this.description = description;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final TemplateCategory category() {
        return category;
    }

    @Override
    public final String description() {
        return description;
    }

    @Override
    public final Network create() {
        NetworkBuilder network = new NetworkBuilder(title);
        draw(network);
        Network drawn = network.build();
        drawn.setDescription(description);
        new RowLayout(drawn).arrange();
        return drawn;
    }

    /** Adds the layers, from the inputs to the outputs. */
    abstract void draw(NetworkBuilder network);
}
