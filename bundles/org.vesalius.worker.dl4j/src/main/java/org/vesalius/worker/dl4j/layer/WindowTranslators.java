// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.ArrayList;
import java.util.List;

import org.vesalius.worker.dl4j.graph.LayerTranslator;

/** Translators of layers whose window slides over their input. */
final class WindowTranslators {

    private WindowTranslators() {
    }

    static List<LayerTranslator<?>> all() {
        List<LayerTranslator<?>> all = new ArrayList<>(TransposedTranslators.all());
        all.addAll(List.of(new Convolution1DTranslator(), new Convolution2DTranslator(),
                new Convolution3DTranslator(), new DepthwiseConvolution2DTranslator(),
                new SeparableConvolution2DTranslator(), new Pooling1DTranslator(), new Pooling2DTranslator(),
                new Pooling3DTranslator(), new GlobalPoolingTranslator()));
        return all;
    }
}
