// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Cropping1D;
import org.vesalius.network.Cropping2D;
import org.vesalius.network.Cropping3D;
import org.vesalius.network.Flatten;
import org.vesalius.network.Permute;
import org.vesalius.network.Rescaling;
import org.vesalius.network.Reshape;
import org.vesalius.network.UpSampling3D;
import org.vesalius.network.ZeroPadding1D;
import org.vesalius.network.ZeroPadding2D;
import org.vesalius.network.ZeroPadding3D;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.step.Borders;
import org.vesalius.worker.dl4j.step.Cut;
import org.vesalius.worker.dl4j.step.Enlarge;
import org.vesalius.worker.dl4j.step.Rescale;
import org.vesalius.worker.dl4j.step.ZeroBorders;

/** Translators of layers that rearrange numbers, widen and narrow arrays, all without parameters. */
final class ArrangingTranslators {

    private ArrangingTranslators() {
    }

    static List<LayerTranslator<?>> all() {
        return List.of(new ReshapeTranslator<>(Flatten.class), new ReshapeTranslator<>(Reshape.class),
                new PermuteTranslator(), new RepeatVectorTranslator(),
                new StepTranslator<>(Rescaling.class, layer -> new Rescale(layer.getScale(), layer.getOffset())),
                new StepTranslator<>(ZeroPadding1D.class, layer -> new ZeroBorders(borders(layer))),
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
}
