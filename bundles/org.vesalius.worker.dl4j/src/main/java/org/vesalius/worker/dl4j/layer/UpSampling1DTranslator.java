// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.UpSampling1D;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.step.Enlarge;

/** A sequence whose steps are repeated: an image of height 1 made wider. */
final class UpSampling1DTranslator implements LayerTranslator<UpSampling1D> {

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
