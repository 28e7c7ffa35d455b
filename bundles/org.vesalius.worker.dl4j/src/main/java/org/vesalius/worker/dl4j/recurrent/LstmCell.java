// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.recurrent;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.network.ActivationFunction;
import org.vesalius.worker.dl4j.compute.Parameter;
import org.vesalius.worker.dl4j.compute.Parameter.Role;
import org.vesalius.worker.dl4j.initial.FixedValues.GateBias;
import org.vesalius.worker.dl4j.initial.Orthogonal;

/**
 * c = f∘c′ + i∘g(…), h = o∘g(c), with input gate i, forget gate f, candidate and output gate o side by side in this
 * order, as in Keras. Source: Hochreiter and Schmidhuber, Neural Computation 9 (1997) 1735–1780; forget gate: Gers et
 * al., Neural Computation 12 (2000) 2451–2471.
 */
public final class LstmCell implements Cell {

    private static final int GROUPS = 4;
    private static final int FORGET = 1;
    private static final int CANDIDATE = 2;
    private static final int OUT = 3;
    private static final int CARRY = 1;
    private static final String GATES = "gates";
    private static final String SQUASHED = "squashed";

    private final Gate state;
    private final Gate gate;
    private final boolean bias;

    /**
     * @param function g, of candidate and state
     * @param gateFunction of the gates
     * @param bias whether constants are added
     */
    public LstmCell(ActivationFunction function, ActivationFunction gateFunction, boolean bias) {
        this.state = new Gate(function);
        this.gate = new Gate(gateFunction);
        this.bias = bias;
    }

    @Override
    public int groups() {
        return GROUPS;
    }

    @Override
    public int states() {
        return 2;
    }

    @Override
    public List<Parameter> parameters(int units) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.of(Kernels.RECURRENT, Role.RECURRENT_KERNEL, new Orthogonal(), units, (long) GROUPS * units));
        if (bias) {
            // memory is kept at first; source: Jozefowicz, Zaremba and Sutskever, ICML 2015
            parameters.add(Parameter.of(Kernels.BIAS, Role.BIAS, new GateBias(units, FORGET), (long) GROUPS * units));
        }
        return parameters;
    }

    @Override
    public INDArray inputBias(SequenceTape tape) {
        return bias ? tape.pass().parameter(Kernels.BIAS) : null;
    }

    @Override
    public void forward(SequenceTape tape, int step) {
        if (step == 0) {
            tape.make(GATES, GROUPS);
            tape.make(SQUASHED, 1);
        }
        INDArray sums = tape.products().slice(step);
        INDArray gates = tape.made(GATES).slice(step);
        Products.multiply(tape.before(0, step), false, tape.pass().parameter(Kernels.RECURRENT), false, sums, true);
        applyGates(tape, sums, gates);
        state.apply(tape.group(sums, CANDIDATE), tape.group(gates, CANDIDATE));
        INDArray carry = tape.after(CARRY, step);
        carry.assign(tape.group(gates, FORGET).mul(tape.before(CARRY, step)));
        carry.addi(tape.group(gates, 0).mul(tape.group(gates, CANDIDATE)));
        INDArray squashed = tape.made(SQUASHED).slice(step);
        state.apply(carry, squashed);
        tape.after(0, step).assign(squashed.mul(tape.group(gates, OUT)));
    }

    @Override
    public void backward(SequenceTape tape, int step, INDArray[] epsilon) {
        INDArray gates = tape.made(GATES).slice(step);
        INDArray squashed = tape.made(SQUASHED).slice(step);
        INDArray ofOut = epsilon[0].mul(squashed);
        INDArray ofSquashed = epsilon[0].mul(tape.group(gates, OUT));
        INDArray ofCarry = epsilon[CARRY].addi(state.back(tape.after(CARRY, step), squashed, ofSquashed));
        INDArray delta = tape.deltas().slice(step);
        tape.group(delta, 0).assign(ofCarry.mul(tape.group(gates, CANDIDATE)));
        tape.group(delta, FORGET).assign(ofCarry.mul(tape.before(CARRY, step)));
        tape.group(delta, OUT).assign(ofOut);
        backGates(tape, step, delta);
        INDArray ofCandidate = ofCarry.mul(tape.group(gates, 0));
        tape.group(delta, CANDIDATE).assign(state.back(tape.group(tape.products().slice(step), CANDIDATE),
                tape.group(gates, CANDIDATE), ofCandidate));
        ofCarry.muli(tape.group(gates, FORGET));
        Products.multiply(delta, false, tape.pass().parameter(Kernels.RECURRENT), true, epsilon[0],
                false);
    }

    @Override
    public void gradients(SequenceTape tape) {
        Kernels.recurrent(tape, tape.rows(tape.deltas()));
        if (bias) {
            Kernels.bias(tape.rows(tape.deltas()), tape.pass().gradient(Kernels.BIAS));
        }
    }

    /** Applies the function of the gates; what it makes of the candidate beside them is overwritten. */
    private void applyGates(SequenceTape tape, INDArray sums, INDArray gates) {
        if (gate.byNumber()) {
            gate.apply(sums, gates);
            return;
        }
        for (int group : new int[] {0, FORGET, OUT}) {
            gate.apply(tape.group(sums, group), tape.group(gates, group));
        }
    }

    /** Leads the gradients of the gates back through their function, in place. */
    private void backGates(SequenceTape tape, int step, INDArray delta) {
        INDArray sums = tape.products().slice(step);
        INDArray gates = tape.made(GATES).slice(step);
        if (gate.byNumber()) {
            tape.group(delta, CANDIDATE).assign(0);
            delta.assign(gate.back(sums, gates, delta));
            return;
        }
        for (int group : new int[] {0, FORGET, OUT}) {
            INDArray part = tape.group(delta, group);
            part.assign(gate.back(tape.group(sums, group), tape.group(gates, group), part));
        }
    }
}
