// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.onednn;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2DDerivative;

/**
 * 2D convolution that hands oneDNN nothing but c-contiguous NHWC arrays and keeps its activations
 * for the way back.
 *
 * <p>DL4J's own helper passes permuted views, which the native operation misreads: wrong gradients,
 * or a crash. Its layer also copies its input to NCHW twice an iteration and computes the forward
 * pass a second time (or keeps a copy of it). Here the derivative of the activation is taken from
 * the activations themselves, so neither is needed.
 */
final class FastConvolutionLayer extends ConvolutionLayer {

    private static final long serialVersionUID = 1L;
    private static final int NHWC = 1;
    private static final int KERNEL_AS_FILTERS_CHANNELS_HEIGHT_WIDTH = 1;

    private final transient NativeCall forward = new NativeCall(new Conv2D());
    private final transient NativeCall backward = new NativeCall(new Conv2DDerivative());
    private final transient OutputDerivative derivative;
    private transient INDArray activations;

    FastConvolutionLayer(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
        derivative = OutputDerivative.of(layerConf().getActivationFn());
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        validateInputRank();
        validateInputDepth(getParam(ConvolutionParamInitializer.WEIGHT_KEY).size(1));
        Window window = window();
        INDArray images = Contiguous.of(input);
        long[] shape = window.outputShape(images.shape(), layerConf().getNOut());
        INDArray output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, shape, 'c');
        forward.run(window.convolutionArguments(images, NHWC, KERNEL_AS_FILTERS_CHANNELS_HEIGHT_WIDTH),
                withBias(images, null), new INDArray[] {output});
        layerConf().getActivationFn().getActivation(output, training);
        activations = training ? output : null;
        return output;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        INDArray images = Contiguous.of(input);
        INDArray delta = derivative.apply(activations, Contiguous.of(epsilon));
        INDArray inputGradient =
                workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, images.shape(), 'c');
        Gradient gradient = gradientViews();
        backward.run(window().convolutionArguments(images, NHWC, KERNEL_AS_FILTERS_CHANNELS_HEIGHT_WIDTH),
                withBias(images, delta), outputs(inputGradient));
        activations = null;
        return new Pair<>(gradient, inputGradient);
    }

    private INDArray[] withBias(INDArray images, INDArray delta) {
        INDArray kernel = Contiguous.of(getParam(ConvolutionParamInitializer.WEIGHT_KEY));
        INDArray bias = hasBias() ? getParam(ConvolutionParamInitializer.BIAS_KEY) : null;
        if (delta == null) {
            return bias == null ? new INDArray[] {images, kernel} : new INDArray[] {images, kernel, bias};
        }
        return bias == null ? new INDArray[] {images, kernel, delta}
                : new INDArray[] {images, kernel, bias, delta};
    }

    private INDArray[] outputs(INDArray inputGradient) {
        INDArray kernel = gradientViews.get(ConvolutionParamInitializer.WEIGHT_KEY);
        if (!hasBias()) {
            return new INDArray[] {inputGradient, kernel};
        }
        return new INDArray[] {inputGradient, kernel, gradientViews.get(ConvolutionParamInitializer.BIAS_KEY)};
    }

    private Gradient gradientViews() {
        Gradient gradient = new DefaultGradient();
        if (hasBias()) {
            gradient.setGradientFor(ConvolutionParamInitializer.BIAS_KEY,
                    gradientViews.get(ConvolutionParamInitializer.BIAS_KEY));
        }
        gradient.setGradientFor(ConvolutionParamInitializer.WEIGHT_KEY,
                gradientViews.get(ConvolutionParamInitializer.WEIGHT_KEY), 'c');
        return gradient;
    }

    private Window window() {
        return new Window(layerConf().getKernelSize(), layerConf().getStride(), layerConf().getDilation(),
                convolutionMode == ConvolutionMode.Same);
    }

    @Override
    public void clear() {
        super.clear();
        activations = null;
    }
}
