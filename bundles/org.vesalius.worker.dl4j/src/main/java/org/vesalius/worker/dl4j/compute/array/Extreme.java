// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.array;

import java.util.ArrayList;
import java.util.List;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.vesalius.worker.dl4j.compute.Combination;

/**
 * The largest or the smallest of arrays of one shape, number by number. The gradient flows to the input that gave the
 * result, to the first of several that are equal.
 *
 * @param largest whether it is the largest
 */
public record Extreme(boolean largest) implements Combination {

    @Override
    public INDArray forward(List<INDArray> inputs, LayerWorkspaceMgr workspaces) {
        INDArray result = workspaces.dup(ArrayType.ACTIVATIONS, inputs.get(0), 'c');
        return extreme(inputs, result);
    }

    @Override
    public List<INDArray> backward(List<INDArray> inputs, INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray result = extreme(inputs, inputs.get(0).dup('c'));
        INDArray open = Nd4j.ones(epsilon.dataType(), epsilon.shape());
        List<INDArray> gradients = new ArrayList<>();
        for (INDArray input : inputs) {
            INDArray chosen = input.eq(result).castTo(epsilon.dataType()).muli(open);
            open.subi(chosen);
            gradients.add(workspaces.dup(ArrayType.ACTIVATION_GRAD, chosen.muli(epsilon), 'c'));
        }
        return gradients;
    }

    private INDArray extreme(List<INDArray> inputs, INDArray result) {
        for (INDArray input : inputs.subList(1, inputs.size())) {
            if (largest) {
                Transforms.max(result, input, false);
            } else {
                Transforms.min(result, input, false);
            }
        }
        return result;
    }
}
