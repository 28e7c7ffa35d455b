// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command.network;

import java.nio.file.Path;

import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.io.ProjectBlocks;
import org.vesalius.network.layer.LayerCatalog;

/**
 * A network read from a file, and what the analysis says of it.
 *
 * @param network the network
 * @param analysis shapes, counts and problems
 */
record AnalysedFile(Network network, NetworkAnalysis analysis) {

    /**
     * Reads and analyses a file.
     *
     * @throws org.vesalius.core.ReportedException if it can't be read
     */
    static AnalysedFile of(Path file, LayerCatalog layers) {
        Network network = new NetworkFiles(layers).load(file);
        return new AnalysedFile(network, new NetworkAnalyser(layers).analyse(network, ProjectBlocks.of(file, layers)));
    }
}
