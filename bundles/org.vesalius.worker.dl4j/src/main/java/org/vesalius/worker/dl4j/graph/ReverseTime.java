// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.worker.dl4j.onednn.Contiguous;

/** A sequence {@code [samples, time, features]} from its end to its beginning. */
public final class ReverseTime extends ArrayStep {

    private static final long serialVersionUID = 1L;
    private static final int TIME_AXIS = 1;

    @Override
    protected INDArray forward(INDArray input, LayerWorkspaceMgr workspaces) {
        return reversed(input, ArrayType.ACTIVATIONS, workspaces);
    }

    @Override
    protected INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        return reversed(epsilon, ArrayType.ACTIVATION_GRAD, workspaces);
    }

    private static INDArray reversed(INDArray sequence, ArrayType kind, LayerWorkspaceMgr workspaces) {
        INDArray result = workspaces.createUninitialized(kind, sequence.dataType(), sequence.shape(), 'c');
        Nd4j.exec(DynamicCustomOp.builder("reverse").addInputs(Contiguous.of(sequence)).addOutputs(result)
                .addIntegerArguments(TIME_AXIS).build());
        return result;
    }
}
