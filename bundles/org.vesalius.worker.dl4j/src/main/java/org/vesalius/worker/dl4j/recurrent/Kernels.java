// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.recurrent;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Names and gradients that the cells have in common. */
final class Kernels {

    static final String INPUT = "kernel";
    static final String RECURRENT = "recurrent_kernel";
    static final String BIAS = "bias";

    private Kernels() {
    }

    /**
     * Writes the gradient of the kernel between states.
     *
     * @param deltas gradient with respect to the products of the states before with it, as rows
     */
    static void recurrent(SequenceTape tape, INDArray deltas) {
        Products.multiply(tape.rowsBefore(0), true, deltas, false, tape.pass().gradient(RECURRENT), false);
    }

    /** Writes the gradient of constants that were added to all rows. */
    static void bias(INDArray deltas, INDArray gradient) {
        INDArray ones = Nd4j.ones(deltas.dataType(), 1, deltas.size(0));
        Products.multiply(ones, false, deltas, false, gradient.reshape('c', 1, gradient.length()), false);
    }
}
