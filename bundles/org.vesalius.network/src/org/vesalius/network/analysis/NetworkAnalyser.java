// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import java.util.List;
import org.vesalius.network.Network;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.check.NetworkCheck;
import org.vesalius.network.check.NetworkChecks;
import org.vesalius.network.layer.LayerCatalog;

/**
 * Works out everything that can be said about a network before it is trained. Time grows linearly with layers and
 * connections; nothing a network can hold makes it fail.
 */
public final class NetworkAnalyser {
    private final LayerCatalog catalog;
    private final List<NetworkCheck> checks;

    /** @param catalog the layer types that can be used */
    public NetworkAnalyser(LayerCatalog catalog) {
        this(catalog, NetworkChecks.all());
    }

    /**
     * An analysis with checks of one's own.
     *
     * @param catalog the layer types that can be used
     * @param checks all checks to run; {@link NetworkChecks#all()} are not added
     */
    public NetworkAnalyser(LayerCatalog catalog, List<NetworkCheck> checks) {
        this.catalog = catalog;
        this.checks = List.copyOf(checks);
    }

    /**
     * Analyses a network as it stands now; it must not change meanwhile. Blocks in files are not found: for networks
     * that are in no file themselves.
     */
    public NetworkAnalysis analyse(Network network) {
        return analyse(network, BlockSource.none());
    }

    /**
     * Analyses a network as it stands now; it must not change meanwhile.
     *
     * @param network the drawing; what is found out about its blocks is found out about what they stand for
     * @param source where blocks in files come from
     */
    public NetworkAnalysis analyse(Network network, BlockSource source) {
        return incremental(network).analyse(source, List.of());
    }

    /** Begins to analyse a network that will change, and to do so again after each change. */
    public IncrementalAnalysis incremental(Network network) {
        return new IncrementalAnalysis(catalog, checks, network);
    }
}
