// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.recurrent;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The reset gate is applied to the state: candidate = f(x·W + (r∘h′)·U + b), as in the paper.
 *
 * @param bias whether there are constants
 */
record ResetBefore(boolean bias) implements ResetRule {

    private static final String KEPT = "kept by the reset gate";

    @Override
    public long[] biasShape(long width) {
        return new long[] {width};
    }

    @Override
    public INDArray inputBias(INDArray constants) {
        return constants;
    }

    @Override
    public void begin(Walk walk) {
        walk.make(KEPT, 1);
    }

    @Override
    public void addGates(Walk walk, int step) {
        INDArray kernel = GruCell.columns(walk.pass().parameter(Kernels.RECURRENT), 0, 2);
        walk.groups(walk.products().slice(step), 0, 2).addi(walk.before(0, step).mmul(kernel));
    }

    @Override
    public void addCandidate(Walk walk, int step, INDArray reset) {
        INDArray kept = walk.made(KEPT).slice(step);
        kept.assign(walk.before(0, step).mul(reset));
        walk.group(walk.products().slice(step), GruCell.CANDIDATE).addi(kept.mmul(candidateKernel(walk)));
    }

    @Override
    public INDArray backCandidate(Walk walk, int step, INDArray reset, INDArray epsilon) {
        INDArray delta = walk.group(walk.deltas().slice(step), GruCell.CANDIDATE);
        INDArray ofKept = delta.mmul(candidateKernel(walk).transpose());
        epsilon.addi(ofKept.mul(reset));
        return ofKept.muli(walk.before(0, step));
    }

    @Override
    public void backGates(Walk walk, int step, INDArray epsilon) {
        INDArray kernel = GruCell.columns(walk.pass().parameter(Kernels.RECURRENT), 0, 2);
        epsilon.addi(walk.groups(walk.deltas().slice(step), 0, 2).mmul(kernel.transpose()));
    }

    @Override
    public void gradients(Walk walk) {
        INDArray deltas = walk.rows(walk.deltas());
        INDArray gradient = walk.pass().gradient(Kernels.RECURRENT);
        GruCell.columns(gradient, 0, 2).assign(walk.rowsBefore(0).transpose().mmul(walk.groups(deltas, 0, 2)));
        GruCell.columns(gradient, GruCell.CANDIDATE, 1).assign(
                walk.rows(walk.made(KEPT)).transpose().mmul(walk.group(deltas, GruCell.CANDIDATE)));
        if (bias) {
            Kernels.bias(deltas, walk.pass().gradient(Kernels.BIAS));
        }
    }

    private static INDArray candidateKernel(Walk walk) {
        return GruCell.columns(walk.pass().parameter(Kernels.RECURRENT), GruCell.CANDIDATE, 1);
    }
}
