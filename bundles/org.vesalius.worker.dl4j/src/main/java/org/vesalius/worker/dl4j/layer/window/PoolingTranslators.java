// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer.window;

import java.util.List;
import java.util.Map;

import org.vesalius.network.GlobalPooling;
import org.vesalius.network.Layer;
import org.vesalius.network.Padding;
import org.vesalius.network.Pooling1D;
import org.vesalius.network.Pooling2D;
import org.vesalius.network.Pooling3D;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size3D;
import org.vesalius.worker.dl4j.compute.WindowPooling;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.layer.part.Images;
import org.vesalius.worker.dl4j.layer.window.SlidingWindow.Fitted;
import org.vesalius.worker.dl4j.onednn.OneDnnSupport.Kind;

/** Translators of poolings over sequences, images and volumes. */
final class PoolingTranslators {
    private PoolingTranslators() {
    }

    static List<LayerTranslator<?>> all() {
        return List.of(new Pooling1DTranslator(), new Pooling2DTranslator(), new Pooling3DTranslator(),
                new GlobalPoolingTranslator());
    }

    /** Pooling over sequences: that over images of height 1. */
    private static final class Pooling1DTranslator implements LayerTranslator<Pooling1D> {

        @Override
        public Class<Pooling1D> type() {
            return Pooling1D.class;
        }

        @Override
        public Signal translate(Pooling1D layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            Signal images = Images.ofSequence(layer, inputs.get(0), plan);
            Signal result = PoolingParts.add(layer, layer.getKind(), layer.getPadding(), SlidingWindow.of(layer),
                    images, Images.ofSequence(output), plan);
            return plan.reshape(layer, result, output);
        }
    }

    /** Pooling over images. */
    private static final class Pooling2DTranslator implements LayerTranslator<Pooling2D> {

        @Override
        public Class<Pooling2D> type() {
            return Pooling2D.class;
        }

        @Override
        public Signal translate(Pooling2D layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            return PoolingParts.add(layer, layer.getKind(), layer.getPadding(), SlidingWindow.of(layer),
                    inputs.get(0), output, plan);
        }
    }

    /** Pooling over volumes; averages are taken over the voxels inside the volume. */
    private static final class Pooling3DTranslator implements LayerTranslator<Pooling3D> {

        @Override
        public Class<Pooling3D> type() {
            return Pooling3D.class;
        }

        @Override
        public Signal translate(Pooling3D layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            Size3D stride = layer.getStride() == null ? layer.getPoolSize() : layer.getStride();
            SlidingWindow window =
                    SlidingWindow.of(SlidingWindow.axes(layer.getPoolSize()), SlidingWindow.axes(stride));
            return PoolingParts.add(layer, layer.getKind(), layer.getPadding(), window, inputs.get(0), output, plan);
        }
    }

    /** Pooling over all pixels of an image or all steps of a sequence: one window as large as they are. */
    private static final class GlobalPoolingTranslator implements LayerTranslator<GlobalPooling> {

        @Override
        public Class<GlobalPooling> type() {
            return GlobalPooling.class;
        }

        @Override
        public Signal translate(GlobalPooling layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            Signal input = inputs.get(0);
            int channels = input.channels();
            int positions = Math.toIntExact(input.shape().elements().orElseThrow() / channels);
            Signal images = plan.reshape(layer, input, Shape.image(1, positions, channels));
            Signal pooled = PoolingParts.add(layer, layer.getKind(), Padding.VALID,
                    SlidingWindow.of(List.of(1, positions), List.of(1, positions)), images, Shape.image(1, 1, channels), plan);
            return plan.reshape(layer, pooled, output);
        }
    }

    /** A pooling over an image or a volume; averages are taken over the places inside it. */
    private static final class PoolingParts {

        private static final Map<PoolingKind, Kind> OVER_IMAGES =
                Map.of(PoolingKind.MAX, Kind.MAX_POOLING, PoolingKind.AVERAGE, Kind.AVERAGE_POOLING);
        private static final Map<PoolingKind, String> NAMES = Map.of(PoolingKind.MAX, "max", PoolingKind.AVERAGE, "avg");

        private PoolingParts() {
        }

        /**
         * Adds the pooling.
         *
         * @param owner the layer it belongs to
         * @param window the window, of height 1 for sequences
         * @param input {@code height×width×channels} or {@code depth×height×width×channels}
         * @param output shape of one sample of the result, as many axes
         */
        static Signal add(Layer owner, PoolingKind kind, Padding padding, SlidingWindow window, Signal input,
                Shape output, GraphPlan plan) {
            boolean volumes = window.size().size() > 2;
            Fitted fitted = window.fit(owner, padding, input, plan);
            WindowPooling pooling = new WindowPooling(NAMES.get(kind) + (volumes ? "pool3dnew" : "pool2d"),
                    window.poolingArguments(fitted.padding()), new Signal("", output).sizes(),
                    FastPath.takes(owner, volumes ? Kind.POOLING_3D : OVER_IMAGES.get(kind), window,
                            "a pooling with a window above 16", plan));
            return plan.computation(owner, pooling, fitted.input(), output);
        }
    }
}
