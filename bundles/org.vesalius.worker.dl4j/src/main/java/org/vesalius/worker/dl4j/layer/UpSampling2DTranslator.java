// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Interpolation;
import org.vesalius.network.UpSampling2D;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.step.Enlarge;
import org.vesalius.worker.dl4j.step.Interpolate;

/** An image made larger by repeating or by blending its pixels. */
final class UpSampling2DTranslator implements LayerTranslator<UpSampling2D> {

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
