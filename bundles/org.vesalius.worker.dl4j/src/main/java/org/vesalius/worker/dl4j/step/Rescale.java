// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.step;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.worker.dl4j.graph.ArrayStep;

/** y = scale·x + offset. */
public final class Rescale extends ArrayStep {

    private static final long serialVersionUID = 1L;

    private final double scale;
    private final double offset;

    /**
     * @param scale what each number is multiplied by
     * @param offset what is added
     */
    public Rescale(double scale, double offset) {
        this.scale = scale;
        this.offset = offset;
    }

    @Override
    protected INDArray forward(INDArray input, LayerWorkspaceMgr workspaces) {
        return workspaces.dup(ArrayType.ACTIVATIONS, input, 'c').muli(scale).addi(offset);
    }

    @Override
    protected INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        return workspaces.dup(ArrayType.ACTIVATION_GRAD, epsilon, 'c').muli(scale);
    }
}
