// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.recurrent;

import org.nd4j.linalg.api.ndarray.INDArray;

/** How the state before a step enters gates and candidate of a {@link GruCell}. It holds no state. */
interface ResetRule {

    /** Shape of the constants for so many numbers side by side. */
    long[] biasShape(long width);

    /** The constants that are added to the products with the inputs. */
    INDArray inputBias(INDArray bias);

    /** Makes what it needs. */
    void begin(SequenceTape tape);

    /** Adds to the sums of both gates what comes from the state before. */
    void addGates(SequenceTape tape, int step);

    /** Adds to the sum of the candidate what comes from the state before, through the reset gate. */
    void addCandidate(SequenceTape tape, int step, INDArray reset);

    /**
     * The way back of {@link #addCandidate}.
     *
     * @param epsilon gradient with respect to the state before, added to
     * @return gradient with respect to the reset gate
     */
    INDArray backCandidate(SequenceTape tape, int step, INDArray reset, INDArray epsilon);

    /** The way back of {@link #addGates}; {@code epsilon} is added to. */
    void backGates(SequenceTape tape, int step, INDArray epsilon);

    /** Writes the gradients of kernel and constants. */
    void gradients(SequenceTape tape);
}
