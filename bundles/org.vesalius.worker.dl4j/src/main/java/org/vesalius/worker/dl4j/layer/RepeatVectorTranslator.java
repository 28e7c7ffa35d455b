// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.RepeatVector;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.step.Enlarge;

/** A vector at every step of a sequence: an image of one pixel, made wider. */
final class RepeatVectorTranslator implements LayerTranslator<RepeatVector> {

    @Override
    public Class<RepeatVector> type() {
        return RepeatVector.class;
    }

    @Override
    public Signal translate(RepeatVector layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        Signal vector = inputs.get(0);
        Signal onePixel = plan.reshape(layer, vector, Shape.image(1, 1, vector.channels()));
        Signal row = plan.step(layer, new Enlarge(1, layer.getTimes()), onePixel, Images.ofSequence(output));
        return plan.reshape(layer, row, output);
    }
}
