// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.array;

import java.util.ArrayList;
import java.util.List;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.worker.dl4j.compute.Combination;
import org.vesalius.worker.dl4j.compute.Elementwise;

/** The product of arrays of one rank, number by number; an axis of size 1 is repeated as often as needed. */
public final class Product implements Combination {

    @Override
    public INDArray forward(List<INDArray> inputs, LayerWorkspaceMgr workspaces) {
        INDArray result = workspaces.createUninitialized(ArrayType.ACTIVATIONS, inputs.get(0).dataType(),
                shape(inputs), 'c');
        return product(inputs, -1, result);
    }

    @Override
    public List<INDArray> backward(List<INDArray> inputs, INDArray epsilon, LayerWorkspaceMgr workspaces) {
        List<INDArray> gradients = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            INDArray others = product(inputs, i, Nd4j.createUninitialized(epsilon.dataType(), epsilon.shape()));
            INDArray sum = Elementwise.sumTo(inputs.get(i).shape(), others.muli(epsilon));
            gradients.add(workspaces.dup(ArrayType.ACTIVATION_GRAD, sum, 'c'));
        }
        return gradients;
    }

    private static INDArray product(List<INDArray> inputs, int without, INDArray result) {
        result.assign(1);
        for (int i = 0; i < inputs.size(); i++) {
            if (i != without) {
                Elementwise.multiply(result, inputs.get(i), result);
            }
        }
        return result;
    }

    private static long[] shape(List<INDArray> inputs) {
        long[] shape = inputs.get(0).shape().clone();
        for (INDArray input : inputs) {
            for (int axis = 0; axis < shape.length; axis++) {
                shape[axis] = Math.max(shape[axis], input.size(axis));
            }
        }
        return shape;
    }
}
