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
        Walk walk = new Walk(pass, input, units);
        INDArray inputs = pass.keep(INPUTS, timeFirst(featuresOf(input)));
        walk.begin(cell);
        multiplyInputs(walk, inputs);
        if (masked) {
            pass.keep(MASK, maskOf(input));
        }
        for (int step = 0; step < walk.time(); step++) {
            cell.forward(walk, step);
            if (masked) {
                skip(walk, step);
            }
        }
        INDArray after = walk.states(0).get(NDArrayIndex.interval(1, walk.time() + 1L), NDArrayIndex.all(),
                NDArrayIndex.all());
        return pass.result(input.dataType(), input.size(0), input.size(1), units).assign(timeFirst(after));
    }

    @Override
    public INDArray backward(INDArray input, INDArray epsilon, Pass pass) {
        Walk walk = new Walk(pass, input, units);
        walk.beginBack(cell);
        INDArray[] carried = new INDArray[cell.states()];
        for (int i = 0; i < carried.length; i++) {
            carried[i] = walk.before(i, 0).dup('c').assign(0);
        }
        for (int step = walk.time() - 1; step >= 0; step--) {
            carried[0].addi(epsilon.get(NDArrayIndex.all(), NDArrayIndex.point(step), NDArrayIndex.all()));
            stepBack(walk, step, carried);
        }
        cell.gradients(walk);
        INDArray deltas = walk.rows(walk.deltas());
        INDArray inputs = walk.rows(pass.kept(INPUTS));
        Products.multiply(inputs, true, deltas, false, pass.gradient(Kernels.INPUT), false);
        return inputGradient(input, walk, pass);
    }

    private void multiplyInputs(Walk walk, INDArray inputs) {
        INDArray products = walk.rows(walk.products());
        Products.multiply(walk.rows(inputs), false, walk.pass().parameter(Kernels.INPUT), false, products, false);
        INDArray bias = cell.inputBias(walk);
        if (bias != null) {
            products.addiRowVector(bias);
        }
    }

    /** Takes back what the cell did to the samples that skip a step. */
    private void skip(Walk walk, int step) {
        INDArray mask = mask(walk, step);
        for (int i = 0; i < cell.states(); i++) {
            INDArray before = walk.before(i, step);
            INDArray change = walk.after(i, step).sub(before).muliColumnVector(mask);
            walk.after(i, step).assign(change.addi(before));
        }
    }

    private void stepBack(Walk walk, int step, INDArray[] carried) {
        if (!masked) {
            cell.backward(walk, step, carried);
            return;
        }
        INDArray mask = mask(walk, step);
        INDArray[] past = new INDArray[carried.length];
        for (int i = 0; i < carried.length; i++) {
            past[i] = carried[i].mulColumnVector(mask.rsub(1));
            carried[i].muliColumnVector(mask);
        }
        cell.backward(walk, step, carried);
        for (int i = 0; i < carried.length; i++) {
            carried[i].addi(past[i]);
        }
    }

    private INDArray inputGradient(INDArray input, Walk walk, Pass pass) {
        INDArray gradient = pass.inputGradient(input.dataType(), input.shape());
        INDArray rows = walk.rows(pass.kept(INPUTS));
        Products.multiply(walk.rows(walk.deltas()), false, pass.parameter(Kernels.INPUT), true, rows, false);
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

    private static INDArray mask(Walk walk, int step) {
        INDArray mask = walk.pass().kept(MASK).slice(step);
        return mask.reshape('c', mask.length(), 1);
    }

    private static INDArray timeFirst(INDArray array) {
        return array.permute(1, 0, 2);
    }
}
