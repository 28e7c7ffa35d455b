// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import org.vesalius.network.Layer;

/**
 * Writes layers of one type as code. Stateless.
 *
 * @param <L> the layer type
 */
@FunctionalInterface
interface TorchLayer<L extends Layer> {
    /**
     * Adds the code of a layer.
     *
     * @return the layer's result
     * @throws org.vesalius.core.ReportedException if there is no way to say it
     */
    TorchSignal write(L layer, TorchSite site);
}
