// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.recurrent;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.vesalius.worker.dl4j.compute.Computation;
import org.vesalius.worker.dl4j.compute.Parameter;
import org.vesalius.worker.dl4j.compute.Parameter.Role;
import org.vesalius.worker.dl4j.compute.Pass;
import org.vesalius.worker.dl4j.initial.Initializer;

/**
 * Leads a {@link Cell} along sequences {@code [samples, time, features]} and gives its first state after each step,
 * {@code [samples, time, units]}. With a mask as one more feature, a step where that is 0 leaves all states as they are.
 */
public final class RecurrentSequence implements Computation {

    private static final String INPUTS = "inputs";
    private static final String MASK = "mask";

    private final Cell cell;
    private final int features;
    private final int units;
    private final boolean masked;
    private final Initializer initializer;

    /**
     * @param cell what happens at each step
     * @param features number of features without the mask
     * @param units size of a state
     * @param masked whether the mask stands behind the features
     * @param initializer how the kernel over the inputs starts
     */
    public RecurrentSequence(Cell cell, int features, int units, boolean masked, Initializer initializer) {
        this.cell = cell;
        this.features = features;
        this.units = units;
        this.masked = masked;
        this.initializer = initializer;
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.of(Kernels.INPUT, Role.KERNEL, initializer, features, (long) cell.groups() * units));
        parameters.addAll(cell.parameters(units));
        return parameters;
    }

    @Override
    public INDArray forward(INDArray input, Pass pass) {
        SequenceTape tape = new SequenceTape(pass, input, units);
        INDArray inputs = pass.keep(INPUTS, timeFirst(featuresOf(input)));
        tape.begin(cell);
        multiplyInputs(tape, inputs);
        if (masked) {
            pass.keep(MASK, maskOf(input));
        }
        for (int step = 0; step < tape.time(); step++) {
            cell.forward(tape, step);
            if (masked) {
                skip(tape, step);
            }
        }
        INDArray after = tape.states(0).get(NDArrayIndex.interval(1, tape.time() + 1L), NDArrayIndex.all(),
                NDArrayIndex.all());
        return pass.result(input.dataType(), input.size(0), input.size(1), units).assign(timeFirst(after));
    }

    @Override
    public INDArray backward(INDArray input, INDArray epsilon, Pass pass) {
        SequenceTape tape = new SequenceTape(pass, input, units);
        tape.beginBack(cell);
        INDArray[] carried = new INDArray[cell.states()];
        for (int i = 0; i < carried.length; i++) {
            carried[i] = tape.before(i, 0).dup('c').assign(0);
        }
        for (int step = tape.time() - 1; step >= 0; step--) {
            carried[0].addi(epsilon.get(NDArrayIndex.all(), NDArrayIndex.point(step), NDArrayIndex.all()));
            stepBack(tape, step, carried);
        }
        cell.gradients(tape);
        INDArray deltas = tape.rows(tape.deltas());
        INDArray inputs = tape.rows(pass.kept(INPUTS));
        Products.multiply(inputs, true, deltas, false, pass.gradient(Kernels.INPUT), false);
        return inputGradient(input, tape, pass);
    }

    private void multiplyInputs(SequenceTape tape, INDArray inputs) {
        INDArray products = tape.rows(tape.products());
        Products.multiply(tape.rows(inputs), false, tape.pass().parameter(Kernels.INPUT), false, products, false);
        INDArray bias = cell.inputBias(tape);
        if (bias != null) {
            products.addiRowVector(bias);
        }
    }

    /** Takes back what the cell did to the samples that skip a step. */
    private void skip(SequenceTape tape, int step) {
        INDArray mask = mask(tape, step);
        for (int i = 0; i < cell.states(); i++) {
            INDArray before = tape.before(i, step);
            INDArray change = tape.after(i, step).sub(before).muliColumnVector(mask);
            tape.after(i, step).assign(change.addi(before));
        }
    }

    private void stepBack(SequenceTape tape, int step, INDArray[] carried) {
        if (!masked) {
            cell.backward(tape, step, carried);
            return;
        }
        INDArray mask = mask(tape, step);
        INDArray[] past = new INDArray[carried.length];
        for (int i = 0; i < carried.length; i++) {
            past[i] = carried[i].mulColumnVector(mask.rsub(1));
            carried[i].muliColumnVector(mask);
        }
        cell.backward(tape, step, carried);
        for (int i = 0; i < carried.length; i++) {
            carried[i].addi(past[i]);
        }
    }

    private INDArray inputGradient(INDArray input, SequenceTape tape, Pass pass) {
        INDArray gradient = pass.inputGradient(input.dataType(), input.shape());
        INDArray rows = tape.rows(pass.kept(INPUTS));
        Products.multiply(tape.rows(tape.deltas()), false, pass.parameter(Kernels.INPUT), true, rows, false);
        if (masked) {
            gradient.assign(0);
        }
        featuresOf(gradient).assign(timeFirst(pass.kept(INPUTS)));
        return gradient;
    }

    private INDArray featuresOf(INDArray array) {
        return masked
                ? array.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(0, features)) : array;
    }

    /** The mask with the time axis first, {@code [time, samples]}. */
    private INDArray maskOf(INDArray input) {
        return input.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(features)).permute(1, 0);
    }

    private static INDArray mask(SequenceTape tape, int step) {
        INDArray mask = tape.pass().kept(MASK).slice(step);
        return mask.reshape('c', mask.length(), 1);
    }

    private static INDArray timeFirst(INDArray array) {
        return array.permute(1, 0, 2);
    }
}
