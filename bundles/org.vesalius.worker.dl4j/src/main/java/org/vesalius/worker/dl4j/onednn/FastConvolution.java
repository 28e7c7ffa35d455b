// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.onednn;

import java.util.Collection;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of a 2D convolution over NHWC images that runs on oneDNN.
 *
 * <p>It stands where DL4J's own configuration would, with the same parameters (kernel
 * {@code [filters, channels, height, width]}, bias {@code [1, filters]}), and differs only in the
 * layer it makes: {@link FastConvolutionLayer}. Use it for what {@link OneDnnSupport} proves.
 */
public final class FastConvolution extends ConvolutionLayer {

    private static final long serialVersionUID = 1L;

    /**
     * @param builder kernel, stride, dilation, convolution mode, channels in and out, bias and
     *        activation; the data format is set to NHWC here
     */
    public FastConvolution(Builder builder) {
        super(builder.dataFormat(CNN2DFormat.NHWC));
        initializeConstraints(builder);
    }

    @Override
    public Layer instantiate(NeuralNetConfiguration conf, Collection<TrainingListener> listeners, int layerIndex,
            INDArray parametersView, boolean initialize, DataType type) {
        FastConvolutionLayer layer = new FastConvolutionLayer(conf, type);
        layer.setListeners(listeners);
        layer.setIndex(layerIndex);
        layer.setParamsViewArray(parametersView);
        layer.setParamTable(initializer().init(conf, parametersView, initialize));
        layer.setConf(conf);
        return layer;
    }
}
