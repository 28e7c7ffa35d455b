// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.recurrent;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.network.ActivationFunction;
import org.vesalius.worker.dl4j.compute.Parameter;
import org.vesalius.worker.dl4j.compute.Parameter.Role;
import org.vesalius.worker.dl4j.initial.FixedValues.Constant;
import org.vesalius.worker.dl4j.initial.Orthogonal;

/** h = f(x·W + h′·U + b). Source: Elman, Cognitive Science 14 (1990) 179–211. */
public final class PlainCell implements Cell {

    private final Gate gate;
    private final boolean bias;

    /**
     * @param function f
     * @param bias whether there is a b
     */
    public PlainCell(ActivationFunction function, boolean bias) {
        this.gate = new Gate(function);
        this.bias = bias;
    }

    @Override
    public int groups() {
        return 1;
    }

    @Override
    public int states() {
        return 1;
    }

    @Override
    public List<Parameter> parameters(int units) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.of(Kernels.RECURRENT, Role.RECURRENT_KERNEL, new Orthogonal(), units, units));
        if (bias) {
            parameters.add(Parameter.of(Kernels.BIAS, Role.BIAS, new Constant(0), units));
        }
        return parameters;
    }

    @Override
    public INDArray inputBias(SequenceTape tape) {
        return bias ? tape.pass().parameter(Kernels.BIAS) : null;
    }

    @Override
    public void forward(SequenceTape tape, int step) {
        INDArray sums = tape.products().slice(step);
        Products.multiply(tape.before(0, step), false, tape.pass().parameter(Kernels.RECURRENT), false, sums, true);
        gate.apply(sums, tape.after(0, step));
    }

    @Override
    public void backward(SequenceTape tape, int step, INDArray[] epsilon) {
        INDArray delta = tape.deltas().slice(step);
        delta.assign(gate.back(tape.products().slice(step), tape.after(0, step), epsilon[0]));
        Products.multiply(delta, false, tape.pass().parameter(Kernels.RECURRENT), true, epsilon[0], false);
    }

    @Override
    public void gradients(SequenceTape tape) {
        Kernels.recurrent(tape, tape.rows(tape.deltas()));
        if (bias) {
            Kernels.bias(tape.rows(tape.deltas()), tape.pass().gradient(Kernels.BIAS));
        }
    }
}
