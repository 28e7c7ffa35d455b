// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.array;

import java.util.List;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.worker.dl4j.compute.Combination;

/**
 * The scalar products of all pairs of steps of two sequences: {@code [samples, m, features]} and
 * {@code [samples, n, features]} give {@code [samples, m, n]}.
 */
public final class DotProduct implements Combination {

    @Override
    public INDArray forward(List<INDArray> inputs, LayerWorkspaceMgr workspaces) {
        INDArray first = inputs.get(0);
        INDArray second = inputs.get(1);
        INDArray result = workspaces.createUninitialized(ArrayType.ACTIVATIONS, first.dataType(),
                new long[] {first.size(0), first.size(1), second.size(1)}, 'c');
        return multiply(first, false, second, true, result);
    }

    @Override
    public List<INDArray> backward(List<INDArray> inputs, INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray first = inputs.get(0);
        INDArray second = inputs.get(1);
        return List.of(multiply(epsilon, false, second, false, like(first, workspaces)),
                multiply(epsilon, true, first, false, like(second, workspaces)));
    }

    private static INDArray like(INDArray array, LayerWorkspaceMgr workspaces) {
        return workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, array.dataType(), array.shape(), 'c');
    }

    /** Multiplies the matrices of each sample. */
    private static INDArray multiply(INDArray a, boolean turnA, INDArray b, boolean turnB, INDArray result) {
        Nd4j.exec(DynamicCustomOp.builder("matmul").addInputs(a, b).addOutputs(result)
                .addIntegerArguments(turnA ? 1 : 0, turnB ? 1 : 0, 0).build());
        return result;
    }
}
