// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer.part;

import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.Signal;

/** Sequences as images of height 1, so that one code path serves both. */
public final class Images {

    private Images() {
    }

    /** {@code [samples, time, features]} as {@code [samples, 1, time, features]}. */
    public static Signal ofSequence(Layer owner, Signal sequence, GraphPlan plan) {
        return plan.reshape(owner, sequence, ofSequence(sequence.shape()));
    }

    /** {@code time×features} as {@code 1×time×features}. */
    public static Shape ofSequence(Shape sequence) {
        return Shape.image(1, sequence.size(0), sequence.size(1));
    }
}
