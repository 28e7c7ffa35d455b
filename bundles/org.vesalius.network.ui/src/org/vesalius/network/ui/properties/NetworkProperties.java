// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import org.vesalius.network.Network;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.ui.analysis.NetworkTotals;
import org.vesalius.network.ui.part.DesignContext;

/** The properties of a network: its name and description, its size and cost. */
public final class NetworkProperties extends ModelProperties {
    private static final String GENERAL = "Network";
    private static final String COMPUTED = "Computed";

    /** @param network the network that is edited */
    public NetworkProperties(Network network, DesignContext context) {
        super(network);
        add(NetworkPackage.Literals.NETWORK__NAME, GENERAL);
        add(NetworkPackage.Literals.NETWORK__DESCRIPTION, GENERAL);
        addFact("Layers", COMPUTED, "How many layers the network has.",
                () -> String.format("%,d", network.getLayers().size()));
        addFact("Parameters", COMPUTED, "How many numbers training adapts.",
                () -> NetworkTotals.of(context.analysis()).map(NetworkTotals::parametersText).orElse("not known"));
        addFact("Training memory", COMPUTED,
                "What one batch needs: parameters, gradients, the optimiser's state and the results of all layers.",
                () -> NetworkTotals.of(context.analysis()).map(NetworkTotals::memoryText).orElse("not known"));
    }
}
