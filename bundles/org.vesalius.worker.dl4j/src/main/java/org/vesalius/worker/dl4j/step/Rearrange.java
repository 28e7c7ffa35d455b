// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.step;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.worker.dl4j.graph.ArrayStep;

/** Puts the axes of a sample into another order. */
public final class Rearrange extends ArrayStep {

    private static final long serialVersionUID = 1L;

    private final int[] order;
    private final int[] inverse;

    /** @param axes for each new axis of a sample the old one, counted from 1: the samples are axis 0 and stay */
    public Rearrange(int... axes) {
        order = new int[axes.length + 1];
        inverse = new int[axes.length + 1];
        System.arraycopy(axes, 0, order, 1, axes.length);
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
    }

    @Override
    protected INDArray forward(INDArray input, LayerWorkspaceMgr workspaces) {
        return workspaces.dup(ArrayType.ACTIVATIONS, input.permute(order), 'c');
    }

    @Override
    protected INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        return workspaces.dup(ArrayType.ACTIVATION_GRAD, epsilon.permute(inverse), 'c');
    }
}
