// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer.window;

import java.util.ArrayList;
import java.util.List;

import org.vesalius.worker.dl4j.graph.LayerTranslator;

/** Translators of layers whose window slides over their input. */
public final class WindowTranslators {

    private WindowTranslators() {
    }

    /** All of them. */
    public static List<LayerTranslator<?>> all() {
        List<LayerTranslator<?>> all = new ArrayList<>(ConvolutionTranslators.all());
        all.addAll(TransposedTranslators.all());
        all.addAll(DepthwiseTranslators.all());
        all.addAll(PoolingTranslators.all());
        return all;
    }
}
