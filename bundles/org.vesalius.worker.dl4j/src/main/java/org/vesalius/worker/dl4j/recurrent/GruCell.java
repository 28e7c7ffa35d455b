// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.recurrent;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.vesalius.network.ActivationFunction;
import org.vesalius.worker.dl4j.compute.Parameter;
import org.vesalius.worker.dl4j.compute.Parameter.Role;
import org.vesalius.worker.dl4j.initial.FixedValues.Constant;
import org.vesalius.worker.dl4j.initial.Orthogonal;

/**
 * h = z∘h′ + (1 − z)∘candidate, with update gate z, reset gate r and candidate side by side in this order, as in Keras.
 * How the reset gate enters the candidate is for {@link ResetRule} to say. Source: Cho et al., arXiv:1406.1078.
 */
public final class GruCell implements Cell {

    static final int GROUPS = 3;
    static final int RESET = 1;
    static final int CANDIDATE = 2;
    private static final String GATES = "gates";

    private final Gate state;
    private final Gate gate;
    private final boolean bias;
    private final ResetRule rule;

    /**
     * @param function of the candidate
     * @param gateFunction of the gates
     * @param bias whether constants are added
     * @param resetAfter whether the reset gate is applied to the product with the state instead of the state
     */
    public GruCell(ActivationFunction function, ActivationFunction gateFunction, boolean bias, boolean resetAfter) {
        this.state = new Gate(function);
        this.gate = new Gate(gateFunction);
        this.bias = bias;
        this.rule = resetAfter ? new ResetAfter(bias) : new ResetBefore(bias);
    }

    @Override
    public int groups() {
        return GROUPS;
    }

    @Override
    public int states() {
        return 1;
    }

    @Override
    public List<Parameter> parameters(int units) {
        long width = (long) GROUPS * units;
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.of(Kernels.RECURRENT, Role.RECURRENT_KERNEL, new Orthogonal(), units, width));
        if (bias) {
            parameters.add(Parameter.of(Kernels.BIAS, Role.BIAS, new Constant(0), rule.biasShape(width)));
        }
        return parameters;
    }

    @Override
    public INDArray inputBias(SequenceTape tape) {
        return bias ? rule.inputBias(tape.pass().parameter(Kernels.BIAS)) : null;
    }

    @Override
    public void forward(SequenceTape tape, int step) {
        if (step == 0) {
            tape.make(GATES, GROUPS);
            rule.begin(tape);
        }
        INDArray sums = tape.products().slice(step);
        INDArray gates = tape.made(GATES).slice(step);
        rule.addGates(tape, step);
        gate.apply(tape.group(sums, 0), tape.group(gates, 0));
        gate.apply(tape.group(sums, RESET), tape.group(gates, RESET));
        rule.addCandidate(tape, step, tape.group(gates, RESET));
        state.apply(tape.group(sums, CANDIDATE), tape.group(gates, CANDIDATE));
        INDArray update = tape.group(gates, 0);
        INDArray candidate = tape.group(gates, CANDIDATE);
        tape.after(0, step).assign(tape.before(0, step).sub(candidate).muli(update).addi(candidate));
    }

    @Override
    public void backward(SequenceTape tape, int step, INDArray[] epsilon) {
        INDArray gates = tape.made(GATES).slice(step);
        INDArray update = tape.group(gates, 0);
        INDArray candidate = tape.group(gates, CANDIDATE);
        INDArray ofUpdate = tape.before(0, step).sub(candidate).muli(epsilon[0]);
        INDArray ofCandidate = update.rsub(1).muli(epsilon[0]);
        epsilon[0].muli(update);
        delta(tape, step, 0, gate, ofUpdate);
        delta(tape, step, CANDIDATE, state, ofCandidate);
        INDArray ofReset = rule.backCandidate(tape, step, tape.group(gates, RESET), epsilon[0]);
        delta(tape, step, RESET, gate, ofReset);
        rule.backGates(tape, step, epsilon[0]);
    }

    @Override
    public void gradients(SequenceTape tape) {
        rule.gradients(tape);
    }

    private static void delta(SequenceTape tape, int step, int group, Gate function, INDArray epsilon) {
        INDArray sums = tape.group(tape.products().slice(step), group);
        INDArray gates = tape.group(tape.made(GATES).slice(step), group);
        tape.group(tape.deltas().slice(step), group).assign(function.back(sums, gates, epsilon));
    }

    /** The columns of the recurrent kernel that belong to neighbouring groups. */
    static INDArray columns(INDArray kernel, int first, int count) {
        long units = kernel.size(0);
        return kernel.get(NDArrayIndex.all(), NDArrayIndex.interval(first * units, (first + count) * units));
    }
}
