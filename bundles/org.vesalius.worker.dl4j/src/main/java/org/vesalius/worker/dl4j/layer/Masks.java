// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.Signal;

/** Masks of sequences, {@code [samples, time]} with 1 where a step counts and 0 where it does not. */
final class Masks {

    private Masks() {
    }

    /** The sequence with its mask as one more feature. */
    static Signal besides(Layer owner, Signal sequence, Signal mask, GraphPlan plan) {
        Shape column = Shape.sequence(mask.shape().size(0), 1);
        Shape wider = sequence.shape().withLast(sequence.channels() + 1);
        return Concatenation.add(owner, List.of(sequence, plan.reshape(owner, mask, column)), wider, plan);
    }
}
