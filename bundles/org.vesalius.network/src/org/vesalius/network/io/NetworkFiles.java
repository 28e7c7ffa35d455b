// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.io;

import java.io.InputStream;
import java.nio.file.Path;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.core.xmi.XmiDialect;
import org.vesalius.core.xmi.XmiFormat;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.layer.LayerCatalog;

/**
 * Reads and writes {@code .network} files: XMI of {@code network.ecore} and of the packages of layers that a lab adds.
 * References between elements go by the layers' ids. The default of an attribute is not written; defaults belong to
 * the version of the format, which is the end of the namespace's URI. Layers are written in the order of the model,
 * connections in that of the layers and inputs at which they end, so that a small change of a network is a small change
 * of its file.
 */
public final class NetworkFiles {
    /** What the names of these files end with, without the dot. */
    public static final String EXTENSION = "network";

    private final XmiFormat format;

    /** @param catalog the layer types that may occur in files */
    public NetworkFiles(LayerCatalog catalog) {
        format = new XmiFormat(new XmiDialect("network", NetworkPackage.Literals.NETWORK, catalog.packages()),
                StableOrder::apply);
    }

    /**
     * Reads a file. Layers without an id get one.
     *
     * @throws org.vesalius.core.ReportedException with file, line and remedy, if it can't be used
     */
    public Network load(Path file) {
        return open(file).network();
    }

    /**
     * Reads a file, and keeps its bytes for a copy of exactly what was understood.
     *
     * @throws org.vesalius.core.ReportedException with file, line and remedy, if it can't be used
     */
    public NetworkContent open(Path file) {
        XmiFormat.Content content = format.open(file);
        return new NetworkContent(complete(content.root()), content.bytes());
    }

    /**
     * Reads from a stream, which stays open. Layers without an id get one.
     *
     * @param in the content
     * @param name what messages call it
     * @throws org.vesalius.core.ReportedException with name, line and remedy, if it can't be used
     */
    public Network load(InputStream in, String name) {
        return complete(format.load(in, name));
    }

    /**
     * Replaces a file as a whole.
     *
     * @throws org.vesalius.core.ReportedException if it can't be written; it is then as before
     */
    public void save(Network network, Path file) {
        format.save(network, file);
    }

    /**
     * The content of a file with this network; the same network gives the same bytes.
     *
     * @throws org.vesalius.core.ReportedException if the network can't be stored
     */
    public byte[] toBytes(Network network) {
        return format.toBytes(network);
    }

    private static Network complete(EObject root) {
        Network network = (Network) root;
        LayerIds.of(network).assignMissing(network);
        return network;
    }
}
