// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Padding;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;

/** What follows each edit in the designer: shapes, counts and checks of a residual network of so many layers. */
final class LayerAnalysis implements Subject {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;
    private static final int LAYERS_OF_A_STAGE = 4;
    private static final int LAYERS_OF_A_BLOCK = 20_000;

    private final Network network;
    private final NetworkAnalyser analyser = new NetworkAnalyser(StandardLayers.catalog());

    /** @param layers about how many layers the network has */
    LayerAnalysis(int layers) {
        NetworkBuilder builder = new NetworkBuilder("residual").add("in", FACTORY.createInput(),
                input -> input.setShape(Shape.image(32, 32, 8)));
        String last = "in";
        for (int i = 0; i < layers / LAYERS_OF_A_STAGE; i++) {
            Convolution2D conv = FACTORY.createConvolution2D();
            conv.setFilters(8);
            conv.setPadding(Padding.SAME);
            builder.addBehind("conv" + i, conv, last)
                    .addBehind("norm" + i, FACTORY.createBatchNormalization(), "conv" + i)
                    .addBehind("add" + i, FACTORY.createAdd(), "norm" + i, last)
                    .addBehind("relu" + i, FACTORY.createActivation(), "add" + i);
            last = "relu" + i;
        }
        network = builder.addBehind("pool", FACTORY.createGlobalPooling(), last)
                .add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
    }

    @Override
    public String name() {
        return String.format(Locale.ROOT, "analysis of %,d layers", network.getLayers().size());
    }

    @Override
    public double block() {
        int times = LAYERS_OF_A_BLOCK / network.getLayers().size();
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            analyser.analyse(network);
        }
        return times * network.getLayers().size() * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
    }
}
