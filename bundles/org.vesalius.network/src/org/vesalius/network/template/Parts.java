// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.BatchNormalization;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Dense;
import org.vesalius.network.DepthwiseConvolution2D;
import org.vesalius.network.Dropout;
import org.vesalius.network.Input;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Output;
import org.vesalius.network.Padding;
import org.vesalius.network.Pooling2D;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.ZeroPadding2D;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;

/** Layers as the templates use them: set up in one line, with the defaults of the papers. */
final class Parts {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    private Parts() {
    }

    /** Data of a shape such as {@code 224x224x3}. */
    static Input input(String shape) {
        Input input = FACTORY.createInput();
        input.setShape(Shape.valueOf(shape));
        return input;
    }

    /** A square convolution with zeros around, stride 1, bias and ReLU. */
    static Convolution2D convRelu(int filters, int kernel) {
        Convolution2D conv = conv(filters, kernel, 1);
        conv.setUseBias(true);
        conv.setActivation(ActivationFunction.RELU);
        return conv;
    }

    /** A square convolution with zeros around, without bias and activation: those come with what follows. */
    static Convolution2D conv(int filters, int kernel, int stride) {
        Convolution2D conv = FACTORY.createConvolution2D();
        conv.setFilters(filters);
        conv.setKernelSize(Size2D.square(kernel));
        conv.setStride(Size2D.square(stride));
        conv.setPadding(kernel == 1 ? Padding.VALID : Padding.SAME);
        conv.setUseBias(false);
        return conv;
    }

    /** A convolution of each channel for itself, with zeros around, without bias. */
    static DepthwiseConvolution2D depthwise(int kernel, int stride) {
        DepthwiseConvolution2D conv = FACTORY.createDepthwiseConvolution2D();
        conv.setKernelSize(Size2D.square(kernel));
        conv.setStride(Size2D.square(stride));
        conv.setPadding(Padding.SAME);
        conv.setUseBias(false);
        return conv;
    }

    /** Batch normalisation with the usual numbers. */
    static BatchNormalization norm() {
        return FACTORY.createBatchNormalization();
    }

    /** An activation as a layer of its own. */
    static Activation activation(ActivationFunction function) {
        Activation activation = FACTORY.createActivation();
        activation.setFunction(function);
        return activation;
    }

    static Activation relu() {
        return activation(ActivationFunction.RELU);
    }

    /** The same number of zeros on all four sides. */
    static ZeroPadding2D pad(int around) {
        ZeroPadding2D pad = FACTORY.createZeroPadding2D();
        pad.setTop(around);
        pad.setBottom(around);
        pad.setLeft(around);
        pad.setRight(around);
        return pad;
    }

    /** Pooling of a square window, without zeros around. */
    static Pooling2D pool(PoolingKind kind, int size, int stride) {
        Pooling2D pool = FACTORY.createPooling2D();
        pool.setKind(kind);
        pool.setPoolSize(Size2D.square(size));
        pool.setStride(Size2D.square(stride));
        return pool;
    }

    static Dropout dropout(double rate) {
        Dropout dropout = FACTORY.createDropout();
        dropout.setRate(rate);
        return dropout;
    }

    static Dense dense(int units, ActivationFunction activation) {
        Dense dense = FACTORY.createDense();
        dense.setUnits(units);
        dense.setActivation(activation);
        return dense;
    }

    static Output output(Loss loss) {
        Output output = FACTORY.createOutput();
        output.setLoss(loss);
        return output;
    }
}
