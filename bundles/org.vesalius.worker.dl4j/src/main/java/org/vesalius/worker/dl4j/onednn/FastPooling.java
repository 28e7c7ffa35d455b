// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.onednn;

import java.util.Collection;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of a 2D maximum or average pooling over NHWC images that runs on oneDNN.
 *
 * <p>It differs from DL4J's own only in the layer it makes, {@link FastPoolingLayer}. Use it for
 * what {@link OneDnnSupport} proves.
 */
public final class FastPooling extends SubsamplingLayer {

    private static final long serialVersionUID = 1L;

    /**
     * @param builder kind, kernel, stride and convolution mode; the data format is set to NHWC here
     */
    public FastPooling(Builder builder) {
        super(builder.dataFormat(CNN2DFormat.NHWC));
    }

    @Override
    public Layer instantiate(NeuralNetConfiguration conf, Collection<TrainingListener> listeners, int layerIndex,
            INDArray parametersView, boolean initialize, DataType type) {
        FastPoolingLayer layer = new FastPoolingLayer(conf, type);
        layer.setListeners(listeners);
        layer.setIndex(layerIndex);
        layer.setParamsViewArray(parametersView);
        layer.setParamTable(initializer().init(conf, parametersView, initialize));
        layer.setConf(conf);
        return layer;
    }
}
