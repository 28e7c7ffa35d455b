// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import org.vesalius.network.Layer;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.onednn.OneDnnSupport;
import org.vesalius.worker.dl4j.onednn.OneDnnSupport.Kind;

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
}
