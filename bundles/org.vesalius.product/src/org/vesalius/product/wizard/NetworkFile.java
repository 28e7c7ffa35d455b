// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.wizard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.template.NetworkTemplates;

/**
 * What a new network file holds.
 *
 * @param id short name, fit for a file
 * @param label what people call it
 * @param description what it is for
 * @param network the network; not to be changed
 */
record NetworkFile(String id, String label, String description, Network network) {

    private static final String EMPTY = "network";

    /** Returns a network without layers. */
    static NetworkFile empty() {
        Network network = NetworkFactory.eINSTANCE.createNetwork();
        network.setName("Network");
        return new NetworkFile(EMPTY, "Empty network", "No layers yet: drag them from the palette.", network);
    }

    /** Returns the templates. */
    static List<NetworkFile> templates() {
        NetworkTemplates templates = new NetworkTemplates();
        return templates.ids().stream().map(id -> of(id, templates.create(id))).toList();
    }

    /** Returns the empty network, then the templates. */
    static List<NetworkFile> all() {
        return Stream.concat(Stream.of(empty()), templates().stream()).toList();
    }

    private static NetworkFile of(String id, Network network) {
        return new NetworkFile(id, network.getName(), Optional.ofNullable(network.getDescription()).orElse(""), network);
    }

    /** Returns the bytes of the file. */
    byte[] content() {
        return new NetworkFiles(LayerCatalog.standard()).toBytes(network);
    }
}
