// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer.part;

import java.util.Collection;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of an activation layer that leaves its input alone. DL4J's own overwrites it when predicting, which
 * spoils what other layers read from the same place.
 */
public final class OutOfPlaceActivation extends ActivationLayer {

    private static final long serialVersionUID = 1L;

    /** @param function the activation function */
    public OutOfPlaceActivation(IActivation function) {
        super(function);
    }

    @Override
    public Layer instantiate(NeuralNetConfiguration conf, Collection<TrainingListener> listeners, int layerIndex,
            INDArray parametersView, boolean initialize, DataType type) {
        OutOfPlaceActivationLayer layer = new OutOfPlaceActivationLayer(conf, type);
        layer.setListeners(listeners);
        layer.setIndex(layerIndex);
        layer.setParamsViewArray(parametersView);
        layer.setParamTable(initializer().init(conf, parametersView, initialize));
        layer.setConf(conf);
        return layer;
    }

    /** Applies its function to a copy of the input, in training and in use. */
    private static final class OutOfPlaceActivationLayer
            extends org.deeplearning4j.nn.layers.ActivationLayer {

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
}
