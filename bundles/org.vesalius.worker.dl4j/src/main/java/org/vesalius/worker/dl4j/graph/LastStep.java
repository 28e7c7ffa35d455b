// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Keeps the last time step of a sequence: {@code [samples, time, features]} to {@code [samples, features]}. */
public final class LastStep extends ArrayStep {

    private static final long serialVersionUID = 1L;

    private final int time;

    /** @param time number of time steps */
    public LastStep(int time) {
        this.time = time;
    }

    @Override
    protected INDArray forward(INDArray input, LayerWorkspaceMgr workspaces) {
        return workspaces.dup(ArrayType.ACTIVATIONS, lastOf(input), 'c');
    }

    @Override
    protected INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray sequence = workspaces.create(ArrayType.ACTIVATION_GRAD, epsilon.dataType(),
                new long[] {epsilon.size(0), time, epsilon.size(1)}, 'c');
        lastOf(sequence).assign(epsilon);
        return sequence;
    }

    private INDArray lastOf(INDArray sequence) {
        return sequence.get(NDArrayIndex.all(), NDArrayIndex.point(time - 1), NDArrayIndex.all());
    }
}
