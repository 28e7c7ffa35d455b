// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;
import java.util.Optional;

import org.vesalius.network.Masking;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.compute.StepMask;
import org.vesalius.worker.dl4j.compute.ZeroedSteps;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** Masking: the numbers of masked steps become 0, as in Keras, and the mask goes along with the sequence. */
final class MaskingTranslator implements LayerTranslator<Masking> {

    @Override
    public Class<Masking> type() {
        return Masking.class;
    }

    @Override
    public Signal translate(Masking layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        Signal input = inputs.get(0);
        Signal mask = plan.mask(layer, new StepMask(layer.getMaskValue()), input);
        Signal result = plan.computation(layer, new ZeroedSteps(layer.getMaskValue()), input, output);
        return new Signal(result.vertex(), output, Optional.of(mask));
    }
}
