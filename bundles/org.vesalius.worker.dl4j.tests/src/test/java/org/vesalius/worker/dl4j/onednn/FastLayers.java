// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.onednn;

import java.util.List;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.worker.dl4j.compute.ComputedLayer;
import org.vesalius.worker.dl4j.compute.WindowPooling;

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

    static Layer pooling(ReferenceWindow window, boolean maximum, Images output) {
        int[] kernel = window.kernel();
        int[] stride = window.stride();
        long[] arguments = {kernel[0], kernel[1], stride[0], stride[1], 0, 0, 1, 1, window.same() ? 1 : 0, 0, 1};
        ComputedLayer layer = new ComputedLayer(new WindowPooling(maximum ? "maxpool2d" : "avgpool2d", arguments,
                new long[] {output.height(), output.width(), output.channels()}, true));
        NeuralNetConfiguration conf = new NeuralNetConfiguration.Builder().layer(layer).build();
        return conf.getLayer().instantiate(conf, List.of(), 0, null, true, DataType.FLOAT);
    }

    private static ConvolutionMode mode(ReferenceWindow window) {
        return window.same() ? ConvolutionMode.Same : ConvolutionMode.Truncate;
    }
}
