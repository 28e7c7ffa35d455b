// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.cases;

import java.util.List;
import java.util.Map;
import org.vesalius.network.Network;
import org.vesalius.worker.spi.Tensor;

/** Inputs for a model, and what another tool computes with them. */
public interface Reference {
    /**
     * The inputs by the names of the Inputs, axes in the order in which Vesalius has them.
     *
     * @param network what the model was imported as
     */
    Map<String, Tensor> inputs(Network network) throws Exception;

    /** The results in the model's order; axes are in the tool's order, be the channels first or last. */
    List<Tensor> outputs() throws Exception;
}
