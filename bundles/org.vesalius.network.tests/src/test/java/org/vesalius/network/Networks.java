// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network;

import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;

/** Networks that several tests look at. */
public final class Networks {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    private Networks() {
    }

    /** The CNN of the reference text: 128×128×3, two convolutions, two poolings, two dense layers. */
    public static Network referenceCnn() {
        return new NetworkBuilder("cnn")
                .add("image", FACTORY.createInput(), input -> input.setShape(Shape.image(128, 128, 3)))
                .add("conv1", convolution(32))
                .add("pool1", FACTORY.createPooling2D())
                .add("conv2", convolution(64))
                .add("pool2", FACTORY.createPooling2D())
                .add("flatten", FACTORY.createFlatten())
                .add("fc1", dense(128, ActivationFunction.RELU))
                .add("dropout", FACTORY.createDropout())
                .add("fc2", dense(1, ActivationFunction.SIGMOID))
                .add("finding", FACTORY.createOutput())
                .build();
    }

    /** One layer between an input of this shape and an output with mean squared error. */
    public static Network single(Shape input, Layer layer) {
        return new NetworkBuilder("single")
                .add("in", FACTORY.createInput(), in -> in.setShape(input))
                .add("layer", layer)
                .add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR))
                .build();
    }

    /** An Input of a shape given as text. */
    public static Input input(String shape) {
        Input input = FACTORY.createInput();
        input.setShape(Shape.valueOf(shape));
        return input;
    }

    /** A convolution of 3×3 with ReLU. */
    public static Convolution2D convolution(int filters) {
        Convolution2D conv = FACTORY.createConvolution2D();
        conv.setFilters(filters);
        conv.setKernelSize(Size2D.square(3));
        conv.setActivation(ActivationFunction.RELU);
        return conv;
    }

    /** A dense layer. */
    public static Dense dense(int units, ActivationFunction activation) {
        Dense dense = FACTORY.createDense();
        dense.setUnits(units);
        dense.setActivation(activation);
        return dense;
    }

    /** The layer of this name. */
    public static Layer layer(Network network, String name) {
        return network.getLayers().stream().filter(l -> name.equals(l.getName())).findFirst().orElseThrow();
    }
}
