// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange;

import java.util.Objects;
import java.util.Optional;
import org.vesalius.network.Network;
import org.vesalius.network.weights.NetworkWeights;

/**
 * What an import gives.
 *
 * @param network the network; layers Vesalius does not know are placeholders
 * @param weights its weights, if the file holds any
 * @param report what became of each layer
 */
public record ImportedNetwork(Network network, Optional<NetworkWeights> weights, ExchangeReport report) {
    public ImportedNetwork {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(report, "report");
    }
}
