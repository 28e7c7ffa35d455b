// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.recurrent;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.vesalius.worker.dl4j.compute.Pass;

/** The arrays of one walk along a sequence and back, the time axis first: {@code [time, samples, …]}, row-major. */
final class SequenceTape {

    private static final String PRODUCTS = "products";
    private static final String DELTAS = "deltas";
    private static final String STATES = "states";

    private final Pass pass;
    private final DataType type;
    private final long time;
    private final long samples;
    private final int units;

    /**
     * @param pass parameters and memory
     * @param input what the layer reads, {@code [samples, time, …]}
     * @param units size of a state
     */
    SequenceTape(Pass pass, INDArray input, int units) {
        this.pass = pass;
        this.type = input.dataType();
        this.samples = input.size(0);
        this.time = input.size(1);
        this.units = units;
    }

    Pass pass() {
        return pass;
    }

    int time() {
        return (int) time;
    }

    int units() {
        return units;
    }

    long rows() {
        return time * samples;
    }

    /** Makes the arrays of the way forth; all states start at 0. */
    void begin(Cell cell) {
        pass.keepNew(PRODUCTS, type, time, samples, (long) cell.groups() * units);
        for (int i = 0; i < cell.states(); i++) {
            pass.keepNew(STATES + i, type, time + 1, samples, units).slice(0).assign(0);
        }
    }

    /** Makes an array that the way back may need, of so many groups at each step. */
    void make(String name, int groups) {
        pass.keepNew(name, type, time, samples, (long) groups * units);
    }

    /** Makes the array of gradients with respect to the products. */
    void beginBack(Cell cell) {
        make(DELTAS, cell.groups());
    }

    /** The products with the inputs, and what the cell adds to them. */
    INDArray products() {
        return pass.kept(PRODUCTS);
    }

    /** The gradient with respect to the products. */
    INDArray deltas() {
        return pass.kept(DELTAS);
    }

    /** A state before the first step, after it, and so on. */
    INDArray states(int index) {
        return pass.kept(STATES + index);
    }

    /** A state before a step. */
    INDArray before(int index, int step) {
        return states(index).slice(step);
    }

    /** A state after a step. */
    INDArray after(int index, int step) {
        return states(index).slice(step + 1L);
    }

    /** An array that the cell made, whole. */
    INDArray made(String name) {
        return pass.kept(name);
    }

    /** The states before all steps, as rows {@code [time·samples, units]}. */
    INDArray rowsBefore(int index) {
        return states(index).get(NDArrayIndex.interval(0, time), NDArrayIndex.all(), NDArrayIndex.all()).reshape('c',
                rows(), units);
    }

    /** An array with the time axis first as rows. */
    INDArray rows(INDArray array) {
        return array.reshape('c', rows(), array.size(2));
    }

    /** A group of a row of groups: a view. */
    INDArray group(INDArray groups, int index) {
        return groups(groups, index, 1);
    }

    /** Neighbouring groups of a row of groups: a view. */
    INDArray groups(INDArray groups, int first, int count) {
        return groups.get(NDArrayIndex.all(),
                NDArrayIndex.interval((long) first * units, (long) (first + count) * units));
    }
}
