// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange;

import java.nio.file.Path;
import java.util.Optional;
import org.vesalius.network.Network;
import org.vesalius.network.weights.NetworkWeights;

/** Writes networks for another tool. Stateless. */
public interface NetworkExporter {
    /** Names the exporter on the command line: {@code keras-h5}. */
    String id();

    /** Names the kind of files for people: {@code Keras model with weights (.h5)}. */
    String label();

    /** What the names of its files end with, without the dot. */
    String extension();

    /** Whether the file can hold weights. */
    boolean wantsWeights();

    /**
     * Writes a file, replacing it as a whole. The same network and weights give the same bytes.
     *
     * @param network a network that can be analysed; references to block files are resolved beside its own file
     * @param weights its weights, keyed as in the expanded network; ignored by exporters that don't want any
     * @param file where to write
     * @throws org.vesalius.core.ReportedException if the network can't be written so, or the file not at all; the
     *     file is then as before
     */
    ExchangeReport write(Network network, Optional<NetworkWeights> weights, Path file);
}
