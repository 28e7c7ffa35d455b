// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.function.Consumer;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Convolution;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.shape.Size3D;

/**
 * A layer with settings and the shapes that flow into it.
 *
 * @param name names the case; the fixture of expected values knows it by this
 * @param layer the layer; networks get copies of it, named {@code layer}
 * @param shapes shapes of its inputs
 */
record LayerCase(String name, Layer layer, String... shapes) {

    private static final NetworkFactory LAYERS = NetworkFactory.eINSTANCE;

    static <L extends Layer> LayerCase of(String name, L layer, Consumer<L> settings, String... shapes) {
        settings.accept(layer);
        return new LayerCase(name, layer, shapes);
    }

    /** The layer alone between its inputs and an output. */
    Network alone() {
        NetworkBuilder builder = new NetworkBuilder(name);
        String[] inputs = new String[shapes.length];
        for (int i = 0; i < shapes.length; i++) {
            inputs[i] = "in" + i;
            builder.addBehind(inputs[i], input(shapes[i]));
        }
        builder.addBehind("layer", EcoreUtil.copy(layer), inputs);
        var output = LAYERS.createOutput();
        output.setLoss(Loss.MEAN_SQUARED_ERROR);
        return builder.addBehind("out", output, "layer").build();
    }

    /** The layer with learned layers before and behind it, so that gradients have to pass through it. */
    Network within() {
        NetworkBuilder builder = new NetworkBuilder(name);
        String[] inputs = new String[shapes.length];
        for (int i = 0; i < shapes.length; i++) {
            inputs[i] = "below" + i;
            builder.addBehind("in" + i, input(shapes[i])).addBehind(inputs[i], below(Shape.valueOf(shapes[i])),
                    "in" + i);
        }
        var decision = LAYERS.createDense();
        decision.setUnits(1);
        decision.setActivation(ActivationFunction.SIGMOID);
        return builder.addBehind("layer", EcoreUtil.copy(layer), inputs).addBehind("flat", LAYERS.createFlatten(), "layer")
                .addBehind("decision", decision, "flat").addBehind("out", LAYERS.createOutput(), "decision").build();
    }

    private static Layer input(String shape) {
        var input = LAYERS.createInput();
        input.setShape(Shape.valueOf(shape));
        return input;
    }

    /** A layer with weights that leaves the shape as it is. */
    private static Layer below(Shape shape) {
        if (shape.rank() == 1) {
            var dense = LAYERS.createDense();
            dense.setUnits(shape.last().size());
            dense.setActivation(ActivationFunction.TANH);
            return dense;
        }
        Convolution convolution = convolution(shape.rank());
        convolution.setFilters(shape.last().size());
        convolution.setActivation(ActivationFunction.TANH);
        return convolution;
    }

    private static Convolution convolution(int rank) {
        if (rank == 2) {
            var convolution = LAYERS.createConvolution1D();
            convolution.setKernelSize(1);
            return convolution;
        }
        if (rank == 3) {
            var convolution = LAYERS.createConvolution2D();
            convolution.setKernelSize(Size2D.square(1));
            return convolution;
        }
        var convolution = LAYERS.createConvolution3D();
        convolution.setKernelSize(Size3D.cube(1));
        return convolution;
    }

    @Override
    public String toString() {
        return name;
    }
}
