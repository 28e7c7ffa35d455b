// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.layers.ActivationLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Applies its function to a copy of the input, in training and in use. */
final class OutOfPlaceActivationLayer extends ActivationLayer {

    private static final long serialVersionUID = 1L;

    OutOfPlaceActivationLayer(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        INDArray copy = workspaces.dup(ArrayType.ACTIVATIONS, input, 'c');
        return layerConf().getActivationFn().getActivation(copy, training);
    }
}
