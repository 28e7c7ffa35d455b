// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer.window;

import org.vesalius.core.check.Severity;
import org.vesalius.network.Layer;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.onednn.OneDnnSupport;
import org.vesalius.worker.dl4j.onednn.OneDnnSupport.Kind;
import org.vesalius.worker.spi.Remark;

/** Whether a layer runs on oneDNN. */
final class FastPath {

    private FastPath() {
    }

    /**
     * Whether it does; if it does not although the plan asks for speed, the user is told.
     *
     * @param owner the layer
     * @param kind what it computes
     * @param window its window
     * @param otherwise what it is where it is not proven, with its article: "a convolution with dilation"
     */
    static boolean takes(Layer owner, Kind kind, SlidingWindow window, String otherwise, GraphPlan plan) {
        if (!plan.path().oneDnn()) {
            return false;
        }
        boolean proven = OneDnnSupport.proven(kind, SlidingWindow.array(window.size()),
                SlidingWindow.array(window.stride()), SlidingWindow.array(window.dilation()));
        if (!proven) {
            plan.remark(StockPath.remark(owner, otherwise));
        }
        return proven;
    }

    /** What the user is told when a layer does not run on oneDNN. */
    private static final class StockPath {

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
}
