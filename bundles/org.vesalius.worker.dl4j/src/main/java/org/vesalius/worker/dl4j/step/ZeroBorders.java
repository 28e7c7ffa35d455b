// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.step;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.worker.dl4j.graph.ArrayStep;

/** Puts borders of zeros around. */
public final class ZeroBorders extends ArrayStep {

    private static final long serialVersionUID = 1L;

    private final transient Borders borders;

    /** @param borders their thickness */
    public ZeroBorders(Borders borders) {
        this.borders = borders;
    }

    @Override
    protected INDArray forward(INDArray input, LayerWorkspaceMgr workspaces) {
        return borders.around(input, ArrayType.ACTIVATIONS, workspaces);
    }

    @Override
    protected INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        return borders.cutOff(epsilon, ArrayType.ACTIVATION_GRAD, workspaces);
    }
}
