// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.onednn;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * 2D pooling that hands oneDNN nothing but c-contiguous NHWC arrays. An average is taken over the
 * samples inside the image: padding does not count.
 */
final class FastPoolingLayer extends SubsamplingLayer {

    private static final long serialVersionUID = 1L;
    private static final int NHWC = 1;
    private static final int DIVIDE_BY_SAMPLES_INSIDE = 0;

    private final transient NativeCall forward;
    private final transient NativeCall backward;

    FastPoolingLayer(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
        forward = new NativeCall(operation(""));
        backward = new NativeCall(operation("_bp"));
    }

    private CustomOp operation(String suffix) {
        String name = layerConf().getPoolingType() == PoolingType.MAX ? "maxpool2d" : "avgpool2d";
        return DynamicCustomOp.builder(name + suffix).build();
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        INDArray images = Contiguous.of(input);
        Window window = window();
        INDArray output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType,
                window.outputShape(images.shape(), images.size(3)), 'c');
        forward.run(arguments(window, images), new INDArray[] {images}, new INDArray[] {output});
        return output;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        INDArray images = Contiguous.of(input);
        INDArray inputGradient =
                workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, images.shape(), 'c');
        backward.run(arguments(window(), images), new INDArray[] {images, Contiguous.of(epsilon)},
                new INDArray[] {inputGradient});
        return new Pair<>(new DefaultGradient(), inputGradient);
    }

    private static long[] arguments(Window window, INDArray images) {
        return window.poolingArguments(images, DIVIDE_BY_SAMPLES_INSIDE, NHWC);
    }

    private Window window() {
        return new Window(layerConf().getKernelSize(), layerConf().getStride(), layerConf().getDilation(),
                convolutionMode == ConvolutionMode.Same);
    }
}
