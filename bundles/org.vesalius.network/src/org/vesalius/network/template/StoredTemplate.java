// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.vesalius.network.Network;
import org.vesalius.network.io.NetworkFiles;

/** A template that is a {@code .network} file beside this class. */
final class StoredTemplate implements NetworkTemplate {
    private final String id;
    private final TemplateCategory category;

    StoredTemplate(String id, TemplateCategory category) {
        this.id = id;
        this.category = category;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return create().getName();
    }

    @Override
    public TemplateCategory category() {
        return category;
    }

    @Override
    public String description() {
        return create().getDescription();
    }

    @Override
    public Network create() {
        String resource = id + "." + NetworkFiles.EXTENSION;
        try (InputStream in = StoredTemplate.class.getResourceAsStream(resource)) {
            return NetworkFiles.ofOurOwn().load(in, resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
