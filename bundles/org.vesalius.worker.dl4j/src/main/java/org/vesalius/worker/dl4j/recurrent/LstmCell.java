// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.recurrent;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.network.ActivationFunction;
import org.vesalius.worker.dl4j.compute.Parameter;
import org.vesalius.worker.dl4j.compute.Parameter.Role;
import org.vesalius.worker.dl4j.initial.GateBias;
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
    public INDArray inputBias(Walk walk) {
        return bias ? walk.pass().parameter(Kernels.BIAS) : null;
    }

    @Override
    public void forward(Walk walk, int step) {
        if (step == 0) {
            walk.make(GATES, GROUPS);
            walk.make(SQUASHED, 1);
        }
        INDArray sums = walk.products().slice(step);
        INDArray gates = walk.made(GATES).slice(step);
        Products.multiply(walk.before(0, step), false, walk.pass().parameter(Kernels.RECURRENT), false, sums, true);
        apply(walk, gate, sums, gates, 0, 2);
        apply(walk, state, sums, gates, CANDIDATE, 1);
        apply(walk, gate, sums, gates, OUT, 1);
        INDArray carry = walk.after(CARRY, step);
        carry.assign(walk.group(gates, FORGET).mul(walk.before(CARRY, step)));
        carry.addi(walk.group(gates, 0).mul(walk.group(gates, CANDIDATE)));
        INDArray squashed = walk.made(SQUASHED).slice(step);
        state.apply(carry, squashed);
        walk.after(0, step).assign(squashed.mul(walk.group(gates, OUT)));
    }

    @Override
    public void backward(Walk walk, int step, INDArray[] epsilon) {
        INDArray gates = walk.made(GATES).slice(step);
        INDArray squashed = walk.made(SQUASHED).slice(step);
        INDArray ofOut = epsilon[0].mul(squashed);
        INDArray ofSquashed = epsilon[0].mul(walk.group(gates, OUT));
        INDArray ofCarry = epsilon[CARRY].addi(state.back(walk.after(CARRY, step), squashed, ofSquashed));
        back(walk, gate, step, 0, ofCarry.mul(walk.group(gates, CANDIDATE)));
        back(walk, gate, step, FORGET, ofCarry.mul(walk.before(CARRY, step)));
        back(walk, state, step, CANDIDATE, ofCarry.mul(walk.group(gates, 0)));
        back(walk, gate, step, OUT, ofOut);
        ofCarry.muli(walk.group(gates, FORGET));
        Products.multiply(walk.deltas().slice(step), false, walk.pass().parameter(Kernels.RECURRENT), true, epsilon[0],
                false);
    }

    @Override
    public void gradients(Walk walk) {
        Kernels.recurrent(walk, walk.rows(walk.deltas()));
        if (bias) {
            Kernels.bias(walk.rows(walk.deltas()), walk.pass().gradient(Kernels.BIAS));
        }
    }

    private static void apply(Walk walk, Gate function, INDArray sums, INDArray gates, int first, int count) {
        for (int i = first; i < first + count; i++) {
            function.apply(walk.group(sums, i), walk.group(gates, i));
        }
    }

    private static void back(Walk walk, Gate function, int step, int group, INDArray epsilon) {
        INDArray sums = walk.group(walk.products().slice(step), group);
        INDArray gates = walk.group(walk.made(GATES).slice(step), group);
        walk.group(walk.deltas().slice(step), group).assign(function.back(sums, gates, epsilon));
    }
}
