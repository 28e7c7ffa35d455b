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
    public void begin(Walk walk) {
        walk.make(RECURRENT, GruCell.GROUPS);
    }

    @Override
    public void addGates(Walk walk, int step) {
        INDArray recurrent = walk.made(RECURRENT).slice(step);
        Products.multiply(walk.before(0, step), false, walk.pass().parameter(Kernels.RECURRENT), false, recurrent,
                false);
        if (bias) {
            recurrent.addiRowVector(walk.pass().parameter(Kernels.BIAS).slice(1));
        }
        INDArray sums = walk.products().slice(step);
        walk.groups(sums, 0, 2).addi(walk.groups(recurrent, 0, 2));
    }

    @Override
    public void addCandidate(Walk walk, int step, INDArray reset) {
        INDArray recurrent = walk.group(walk.made(RECURRENT).slice(step), GruCell.CANDIDATE);
        walk.group(walk.products().slice(step), GruCell.CANDIDATE).addi(recurrent.mul(reset));
    }

    @Override
    public INDArray backCandidate(Walk walk, int step, INDArray reset, INDArray epsilon) {
        if (step == walk.time() - 1) {
            walk.make(RECURRENT_DELTAS, GruCell.GROUPS);
        }
        INDArray delta = walk.group(walk.deltas().slice(step), GruCell.CANDIDATE);
        walk.group(walk.made(RECURRENT_DELTAS).slice(step), GruCell.CANDIDATE).assign(delta.mul(reset));
        return delta.mul(walk.group(walk.made(RECURRENT).slice(step), GruCell.CANDIDATE));
    }

    @Override
    public void backGates(Walk walk, int step, INDArray epsilon) {
        INDArray deltas = walk.made(RECURRENT_DELTAS).slice(step);
        walk.groups(deltas, 0, 2).assign(walk.groups(walk.deltas().slice(step), 0, 2));
        Products.multiply(deltas, false, walk.pass().parameter(Kernels.RECURRENT), true, epsilon, true);
    }

    @Override
    public void gradients(Walk walk) {
        INDArray deltas = walk.rows(walk.made(RECURRENT_DELTAS));
        Kernels.recurrent(walk, deltas);
        if (bias) {
            INDArray gradient = walk.pass().gradient(Kernels.BIAS);
            Kernels.bias(walk.rows(walk.deltas()), gradient.slice(0));
            Kernels.bias(deltas, gradient.slice(1));
        }
    }
}
