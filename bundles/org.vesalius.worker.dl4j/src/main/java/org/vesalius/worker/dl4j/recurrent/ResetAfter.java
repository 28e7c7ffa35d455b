// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.recurrent;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The reset gate is applied to the product of state and kernel, constants of its own included: candidate = f(x·W + b +
 * r∘(h′·U + b′)), as in cuDNN.
 *
 * @param bias whether there are constants
 */
record ResetAfter(boolean bias) implements ResetRule {

    private static final String RECURRENT = "recurrent";
    private static final String RECURRENT_DELTAS = "recurrent deltas";

    @Override
    public long[] biasShape(long width) {
        return new long[] {2, width};
    }

    @Override
    public INDArray inputBias(INDArray both) {
        return both.slice(0);
    }

    @Override
    public void begin(SequenceTape tape) {
        tape.make(RECURRENT, GruCell.GROUPS);
    }

    @Override
    public void addGates(SequenceTape tape, int step) {
        INDArray recurrent = tape.made(RECURRENT).slice(step);
        Products.multiply(tape.before(0, step), false, tape.pass().parameter(Kernels.RECURRENT), false, recurrent,
                false);
        if (bias) {
            recurrent.addiRowVector(tape.pass().parameter(Kernels.BIAS).slice(1));
        }
        INDArray sums = tape.products().slice(step);
        tape.groups(sums, 0, 2).addi(tape.groups(recurrent, 0, 2));
    }

    @Override
    public void addCandidate(SequenceTape tape, int step, INDArray reset) {
        INDArray recurrent = tape.group(tape.made(RECURRENT).slice(step), GruCell.CANDIDATE);
        tape.group(tape.products().slice(step), GruCell.CANDIDATE).addi(recurrent.mul(reset));
    }

    @Override
    public INDArray backCandidate(SequenceTape tape, int step, INDArray reset, INDArray epsilon) {
        if (step == tape.time() - 1) {
            tape.make(RECURRENT_DELTAS, GruCell.GROUPS);
        }
        INDArray delta = tape.group(tape.deltas().slice(step), GruCell.CANDIDATE);
        tape.group(tape.made(RECURRENT_DELTAS).slice(step), GruCell.CANDIDATE).assign(delta.mul(reset));
        return delta.mul(tape.group(tape.made(RECURRENT).slice(step), GruCell.CANDIDATE));
    }

    @Override
    public void backGates(SequenceTape tape, int step, INDArray epsilon) {
        INDArray deltas = tape.made(RECURRENT_DELTAS).slice(step);
        tape.groups(deltas, 0, 2).assign(tape.groups(tape.deltas().slice(step), 0, 2));
        Products.multiply(deltas, false, tape.pass().parameter(Kernels.RECURRENT), true, epsilon, true);
    }

    @Override
    public void gradients(SequenceTape tape) {
        INDArray deltas = tape.rows(tape.made(RECURRENT_DELTAS));
        Kernels.recurrent(tape, deltas);
        if (bias) {
            INDArray gradient = tape.pass().gradient(Kernels.BIAS);
            Kernels.bias(tape.rows(tape.deltas()), gradient.slice(0));
            Kernels.bias(deltas, gradient.slice(1));
        }
    }
}
