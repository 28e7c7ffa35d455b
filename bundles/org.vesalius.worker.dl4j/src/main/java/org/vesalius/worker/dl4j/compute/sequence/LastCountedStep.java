// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.sequence;

import java.util.List;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.vesalius.worker.dl4j.compute.Combination;

/**
 * The last step of each sequence that counts: {@code [samples, time, features]} and a mask {@code [samples, time]} give
 * {@code [samples, features]}; the last step where none counts.
 */
public final class LastCountedStep implements Combination {

    @Override
    public INDArray forward(List<INDArray> inputs, LayerWorkspaceMgr workspaces) {
        INDArray sequence = inputs.get(0);
        INDArray result = workspaces.createUninitialized(ArrayType.ACTIVATIONS, sequence.dataType(),
                new long[] {sequence.size(0), sequence.size(2)}, 'c');
        for (int sample = 0; sample < sequence.size(0); sample++) {
            row(result, sample).assign(step(sequence, sample, last(inputs.get(1), sample)));
        }
        return result;
    }

    @Override
    public List<INDArray> backward(List<INDArray> inputs, INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray ofSequence = zeros(inputs.get(0), workspaces);
        for (int sample = 0; sample < epsilon.size(0); sample++) {
            step(ofSequence, sample, last(inputs.get(1), sample)).assign(row(epsilon, sample));
        }
        return List.of(ofSequence, zeros(inputs.get(1), workspaces));
    }

    private static INDArray zeros(INDArray like, LayerWorkspaceMgr workspaces) {
        return workspaces.create(ArrayType.ACTIVATION_GRAD, like.dataType(), like.shape(), 'c');
    }

    private static INDArray row(INDArray rows, int sample) {
        return rows.get(NDArrayIndex.point(sample), NDArrayIndex.all());
    }

    private static INDArray step(INDArray sequence, int sample, long step) {
        return sequence.get(NDArrayIndex.point(sample), NDArrayIndex.point(step), NDArrayIndex.all());
    }

    private static long last(INDArray mask, int sample) {
        for (long step = mask.size(1) - 1; step >= 0; step--) {
            if (mask.getDouble(sample, step) != 0) {
                return step;
            }
        }
        return mask.size(1) - 1;
    }
}
