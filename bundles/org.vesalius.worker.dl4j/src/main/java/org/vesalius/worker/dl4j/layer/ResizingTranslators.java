// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Cropping1D;
import org.vesalius.network.Cropping2D;
import org.vesalius.network.Cropping3D;
import org.vesalius.network.Interpolation;
import org.vesalius.network.UpSampling1D;
import org.vesalius.network.UpSampling2D;
import org.vesalius.network.UpSampling3D;
import org.vesalius.network.ZeroPadding1D;
import org.vesalius.network.ZeroPadding2D;
import org.vesalius.network.ZeroPadding3D;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.layer.VertexTranslators.StepTranslator;
import org.vesalius.worker.dl4j.layer.part.Images;
import org.vesalius.worker.dl4j.step.Borders;
import org.vesalius.worker.dl4j.step.Borders.Cut;
import org.vesalius.worker.dl4j.step.Borders.ZeroBorders;
import org.vesalius.worker.dl4j.step.Enlarge;
import org.vesalius.worker.dl4j.step.Interpolate;

/** Translators of layers that widen, narrow and enlarge arrays, all without parameters. */
final class ResizingTranslators {
    private ResizingTranslators() {
    }

    static List<LayerTranslator<?>> all() {
        return List.of(new StepTranslator<>(ZeroPadding1D.class, layer -> new ZeroBorders(borders(layer))),
                new StepTranslator<>(ZeroPadding2D.class, layer -> new ZeroBorders(borders(layer))),
                new StepTranslator<>(ZeroPadding3D.class, layer -> new ZeroBorders(borders(layer))),
                new StepTranslator<>(Cropping1D.class, layer -> new Cut(borders(layer))),
                new StepTranslator<>(Cropping2D.class, layer -> new Cut(borders(layer))),
                new StepTranslator<>(Cropping3D.class, layer -> new Cut(borders(layer))),
                new UpSampling1DTranslator(), new UpSampling2DTranslator(), new StepTranslator<>(UpSampling3D.class,
                        layer -> new Enlarge(layer.getFactor().depth(), layer.getFactor().height(),
                                layer.getFactor().width())));
    }

    private static Borders borders(ZeroPadding1D layer) {
        return new Borders(List.of(layer.getStart()), List.of(layer.getEnd()));
    }

    private static Borders borders(ZeroPadding2D layer) {
        return new Borders(List.of(layer.getTop(), layer.getLeft()), List.of(layer.getBottom(), layer.getRight()));
    }

    private static Borders borders(ZeroPadding3D layer) {
        return new Borders(List.of(layer.getFront(), layer.getTop(), layer.getLeft()),
                List.of(layer.getBack(), layer.getBottom(), layer.getRight()));
    }

    private static Borders borders(Cropping1D layer) {
        return new Borders(List.of(layer.getStart()), List.of(layer.getEnd()));
    }

    private static Borders borders(Cropping2D layer) {
        return new Borders(List.of(layer.getTop(), layer.getLeft()), List.of(layer.getBottom(), layer.getRight()));
    }

    private static Borders borders(Cropping3D layer) {
        return new Borders(List.of(layer.getFront(), layer.getTop(), layer.getLeft()),
                List.of(layer.getBack(), layer.getBottom(), layer.getRight()));
    }

    /** A sequence whose steps are repeated: an image of height 1 made wider. */
    private static final class UpSampling1DTranslator implements LayerTranslator<UpSampling1D> {

        @Override
        public Class<UpSampling1D> type() {
            return UpSampling1D.class;
        }

        @Override
        public Signal translate(UpSampling1D layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            Signal image = Images.ofSequence(layer, inputs.get(0), plan);
            Signal wide = plan.step(layer, new Enlarge(1, layer.getFactor()), image, Images.ofSequence(output));
            return plan.reshape(layer, wide, output);
        }
    }

    /** An image made larger by repeating or by blending its pixels. */
    private static final class UpSampling2DTranslator implements LayerTranslator<UpSampling2D> {

        @Override
        public Class<UpSampling2D> type() {
            return UpSampling2D.class;
        }

        @Override
        public Signal translate(UpSampling2D layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            Signal image = inputs.get(0);
            Size2D factor = layer.getFactor();
            if (layer.getInterpolation() == Interpolation.NEAREST) {
                return plan.step(layer, new Enlarge(factor.height(), factor.width()), image, output);
            }
            return plan.step(layer, new Interpolate(image.shape().size(0), image.shape().size(1), factor.height(),
                    factor.width()), image, output);
        }
    }
}
