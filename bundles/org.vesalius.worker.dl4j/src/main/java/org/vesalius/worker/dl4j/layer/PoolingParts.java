// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.vesalius.network.Layer;
import org.vesalius.network.Padding;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.onednn.FastPooling;
import org.vesalius.worker.dl4j.onednn.OneDnnSupport;
import org.vesalius.worker.dl4j.onednn.OneDnnSupport.Kind;

/** A pooling over an image; averages are taken over the pixels inside the image. */
final class PoolingParts {

    private PoolingParts() {
    }

    /**
     * Adds the pooling.
     *
     * @param owner the layer it belongs to
     * @param window the window, of height 1 for sequences
     * @param images {@code height×width×channels}
     * @param output shape of one sample of the result, an image
     */
    static Signal add(Layer owner, PoolingKind kind, Padding padding, ConvolutionWindow window, Signal images,
            Shape output, GraphPlan plan) {
        SubsamplingLayer.Builder builder = new SubsamplingLayer.Builder(
                kind == PoolingKind.MAX ? PoolingType.MAX : PoolingType.AVG).kernelSize(window.sizes())
                .stride(window.strides()).dataFormat(CNN2DFormat.NHWC)
                .convolutionMode(window.mode(owner, padding, images.shape()));
        Kind fast = kind == PoolingKind.MAX ? Kind.MAX_POOLING : Kind.AVERAGE_POOLING;
        boolean proven = OneDnnSupport.proven(fast, window.sizes(), window.strides(), window.dilations());
        SubsamplingLayer pooling =
                plan.path().oneDnn() && proven ? new FastPooling(builder) : builder.build();
        return new Signal(plan.layer(owner, pooling, images), output);
    }
}
