// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.io;

import java.util.List;
import org.eclipse.emf.ecore.EPackage;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.layer.LayerCatalog;

/** Reads and writes {@code .network} files: one network. */
public final class NetworkFiles extends LayerGraphFiles<Network> {
    /** What the names of these files end with, without the dot. */
    public static final String EXTENSION = "network";

    /** @param catalog the layer types that may occur in files */
    public NetworkFiles(LayerCatalog catalog) {
        this(catalog.packages());
    }

    private NetworkFiles(List<EPackage> packages) {
        super(EXTENSION, NetworkPackage.Literals.NETWORK, Network.class, packages);
    }

    /** Files in which only the types of {@code network.ecore} occur: those that come with Vesalius. */
    public static NetworkFiles ofOurOwn() {
        return new NetworkFiles(List.of(NetworkPackage.eINSTANCE));
    }
}
