// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.onednn;

import java.util.List;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Fast layers on their own, outside of any network. */
final class FastLayers {

    private FastLayers() {
    }

    static Layer convolution(ReferenceWindow window, Activation activation, int channels, int filters, boolean bias) {
        FastConvolution layer = new FastConvolution(new ConvolutionLayer.Builder(window.kernel())
                .stride(window.stride()).convolutionMode(mode(window)).nIn(channels).nOut(filters).hasBias(bias)
                .activation(activation));
        NeuralNetConfiguration conf = new NeuralNetConfiguration.Builder().layer(layer).build();
        long parameters = conf.getLayer().initializer().numParams(conf);
        Layer made = conf.getLayer().instantiate(conf, List.of(), 0, Nd4j.create(DataType.FLOAT, 1, parameters), true,
                DataType.FLOAT);
        made.setBackpropGradientsViewArray(Nd4j.create(DataType.FLOAT, 1, parameters));
        return made;
    }

    static Layer pooling(ReferenceWindow window, boolean maximum) {
        FastPooling layer = new FastPooling(new SubsamplingLayer.Builder(maximum ? PoolingType.MAX : PoolingType.AVG)
                .kernelSize(window.kernel()).stride(window.stride()).convolutionMode(mode(window)));
        NeuralNetConfiguration conf = new NeuralNetConfiguration.Builder().layer(layer).build();
        return conf.getLayer().instantiate(conf, List.of(), 0, null, true, DataType.FLOAT);
    }

    private static ConvolutionMode mode(ReferenceWindow window) {
        return window.same() ? ConvolutionMode.Same : ConvolutionMode.Truncate;
    }
}
