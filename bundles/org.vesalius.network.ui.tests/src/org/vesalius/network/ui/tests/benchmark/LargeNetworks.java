// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests.benchmark;

import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Padding;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;

/** Networks of any size that look like those people draw: residual stages in several columns. */
public final class LargeNetworks {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;
    private static final int STAGE = 4;
    private static final int ROWS = 40;
    private static final int COLUMN = 260;
    private static final int ROW = 100;

    private LargeNetworks() {
    }

    /** A network of about so many layers: convolution, normalisation, activation, and an Add with a skip connection. */
    public static Network of(int layers) {
        NetworkBuilder builder = new NetworkBuilder("large " + layers).add("image", FACTORY.createInput(),
                input -> input.setShape(Shape.image(32, 32, 16)));
        String last = "image";
        for (int stage = 0; stage < layers / STAGE; stage++) {
            builder.addBehind("conv" + stage, convolution(), last).add("norm" + stage,
                    FACTORY.createBatchNormalization()).add("relu" + stage, FACTORY.createActivation())
                    .addBehind("add" + stage, FACTORY.createAdd(), "relu" + stage, last);
            last = "add" + stage;
        }
        Network network = builder.add("pool", FACTORY.createGlobalPooling()).add("fc", FACTORY.createDense(), fc -> {
            fc.setUnits(1);
            fc.setActivation(ActivationFunction.SIGMOID);
        }).add("out", FACTORY.createOutput()).build();
        place(network);
        return network;
    }

    private static Convolution2D convolution() {
        Convolution2D convolution = FACTORY.createConvolution2D();
        convolution.setFilters(16);
        convolution.setPadding(Padding.SAME);
        return convolution;
    }

    private static void place(Network network) {
        int index = 0;
        for (Layer layer : network.getLayers()) {
            layer.setX(40 + index / ROWS * COLUMN);
            layer.setY(40 + index % ROWS * ROW);
            index++;
        }
    }
}
