// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.template;

import java.util.Locale;
import java.util.stream.Collectors;
import org.vesalius.network.Input;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.template.NetworkTemplate;

/**
 * A network to start from, as the wizard lists it.
 *
 * @param id short name, fit for a file
 * @param title what people call it
 * @param category what it is for
 * @param description what it does, where it comes from
 * @param inputs the shapes of its inputs
 * @param parameters how many parameters it has
 * @param network the network itself; not to be changed
 */
public record Template(String id, String title, String category, String description, String inputs, long parameters,
        Network network) {
    private static final String EMPTY_ID = "network";

    /** Returns a network without layers. */
    static Template empty() {
        Network network = NetworkFactory.eINSTANCE.createNetwork();
        network.setName("Network");
        return new Template(EMPTY_ID, "Empty network", "Start from nothing",
                "No layers yet: drag them from the palette, or press A on the canvas and type a name.", "", 0, network);
    }

    /** Makes a template; takes up to some hundred milliseconds for a large one. */
    static Template of(NetworkTemplate template, LayerCatalog catalog) {
        Network network = template.create();
        NetworkAnalysis analysis = new NetworkAnalyser(catalog).analyse(network);
        String inputs = network.getLayers().stream().filter(Input.class::isInstance)
                .map(input -> analysis.shapeOf(input).map(Shape::display).orElse("?")).collect(Collectors.joining(", "));
        return new Template(template.id(), template.title(), template.category().label(), template.description(), inputs,
                analysis.totalParameters().total(), network);
    }

    /** Tells whether the list shows it for what was typed: a part of its name, id, use or description. */
    boolean matches(String wanted) {
        String all = String.join(" ", title, id, category, description).toLowerCase(Locale.ROOT);
        return all.contains(wanted.strip().toLowerCase(Locale.ROOT));
    }
}
