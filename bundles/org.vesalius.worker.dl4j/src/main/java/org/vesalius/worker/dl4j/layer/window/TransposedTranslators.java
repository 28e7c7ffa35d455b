// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer.window;

import java.util.List;

import org.vesalius.network.TransposedConvolution1D;
import org.vesalius.network.TransposedConvolution2D;
import org.vesalius.network.TransposedConvolution3D;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.layer.part.Images;

/** Translators of transposed convolutions over sequences, images and volumes. */
final class TransposedTranslators {

    private TransposedTranslators() {
    }

    static List<LayerTranslator<?>> all() {
        return List.of(new OverSequences(), new OverImages(), new OverVolumes());
    }

    /** Over sequences: that over images of height 1. */
    private static final class OverSequences implements LayerTranslator<TransposedConvolution1D> {

        @Override
        public Class<TransposedConvolution1D> type() {
            return TransposedConvolution1D.class;
        }

        @Override
        public Signal translate(TransposedConvolution1D layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            Signal images = Images.ofSequence(layer, inputs.get(0), plan);
            Signal result = TransposedConvolution
                    .overImages(List.of(1, layer.getKernelSize()), List.of(1, layer.getStride()))
                    .add(layer, images, Images.ofSequence(output), plan);
            return plan.reshape(layer, result, output);
        }
    }

    /** Over images. */
    private static final class OverImages implements LayerTranslator<TransposedConvolution2D> {

        @Override
        public Class<TransposedConvolution2D> type() {
            return TransposedConvolution2D.class;
        }

        @Override
        public Signal translate(TransposedConvolution2D layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            return TransposedConvolution
                    .overImages(SlidingWindow.axes(layer.getKernelSize()), SlidingWindow.axes(layer.getStride()))
                    .add(layer, inputs.get(0), output, plan);
        }
    }

    /** Over volumes. */
    private static final class OverVolumes implements LayerTranslator<TransposedConvolution3D> {

        @Override
        public Class<TransposedConvolution3D> type() {
            return TransposedConvolution3D.class;
        }

        @Override
        public Signal translate(TransposedConvolution3D layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            return TransposedConvolution
                    .overVolumes(SlidingWindow.axes(layer.getKernelSize()), SlidingWindow.axes(layer.getStride()))
                    .add(layer, inputs.get(0), output, plan);
        }
    }
}
