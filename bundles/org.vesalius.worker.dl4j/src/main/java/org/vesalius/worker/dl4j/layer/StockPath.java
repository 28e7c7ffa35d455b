// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import org.vesalius.core.check.Severity;
import org.vesalius.network.Layer;
import org.vesalius.worker.spi.Remark;

/** What the user is told when a layer does not run on oneDNN. */
final class StockPath {

    private static final String CODE = "dl4j.stock-path";

    private StockPath() {
    }

    /**
     * @param layer the layer
     * @param kind what it is, with its article: "a convolution with dilation"
     */
    static Remark remark(Layer layer, String kind) {
        return new Remark(Severity.ADVICE, CODE, "Layer '" + onCanvas(layer).getName() + "' is " + kind
                + ", for which the fast code path is not proven; it runs on DL4J's own code, which can be several times slower.");
    }

    /** The layer that the user sees: one inside a wrapper has no name of its own. */
    private static Layer onCanvas(Layer layer) {
        return layer.eContainer() instanceof Layer wrapper ? onCanvas(wrapper) : layer;
    }
}
