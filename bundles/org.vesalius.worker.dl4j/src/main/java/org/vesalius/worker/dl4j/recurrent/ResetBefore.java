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
    public void begin(SequenceTape tape) {
        tape.make(KEPT, 1);
    }

    @Override
    public void addGates(SequenceTape tape, int step) {
        INDArray kernel = GruCell.columns(tape.pass().parameter(Kernels.RECURRENT), 0, 2);
        tape.groups(tape.products().slice(step), 0, 2).addi(tape.before(0, step).mmul(kernel));
    }

    @Override
    public void addCandidate(SequenceTape tape, int step, INDArray reset) {
        INDArray kept = tape.made(KEPT).slice(step);
        kept.assign(tape.before(0, step).mul(reset));
        tape.group(tape.products().slice(step), GruCell.CANDIDATE).addi(kept.mmul(candidateKernel(tape)));
    }

    @Override
    public INDArray backCandidate(SequenceTape tape, int step, INDArray reset, INDArray epsilon) {
        INDArray delta = tape.group(tape.deltas().slice(step), GruCell.CANDIDATE);
        INDArray ofKept = delta.mmul(candidateKernel(tape).transpose());
        epsilon.addi(ofKept.mul(reset));
        return ofKept.muli(tape.before(0, step));
    }

    @Override
    public void backGates(SequenceTape tape, int step, INDArray epsilon) {
        INDArray kernel = GruCell.columns(tape.pass().parameter(Kernels.RECURRENT), 0, 2);
        epsilon.addi(tape.groups(tape.deltas().slice(step), 0, 2).mmul(kernel.transpose()));
    }

    @Override
    public void gradients(SequenceTape tape) {
        INDArray deltas = tape.rows(tape.deltas());
        INDArray gradient = tape.pass().gradient(Kernels.RECURRENT);
        GruCell.columns(gradient, 0, 2).assign(tape.rowsBefore(0).transpose().mmul(tape.groups(deltas, 0, 2)));
        GruCell.columns(gradient, GruCell.CANDIDATE, 1).assign(
                tape.rows(tape.made(KEPT)).transpose().mmul(tape.group(deltas, GruCell.CANDIDATE)));
        if (bias) {
            Kernels.bias(deltas, tape.pass().gradient(Kernels.BIAS));
        }
    }

    private static INDArray candidateKernel(SequenceTape tape) {
        return GruCell.columns(tape.pass().parameter(Kernels.RECURRENT), GruCell.CANDIDATE, 1);
    }
}
