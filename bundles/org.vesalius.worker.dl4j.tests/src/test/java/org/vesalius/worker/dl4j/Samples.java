// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j;

import java.util.Map;
import java.util.Random;

import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.Optimizer;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.LibraryContext;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/** A small network of every kind that holds state, and data it can learn: is the upper or the lower half brighter? */
final class Samples {

    static final int SIDE = 12;
    static final int BATCH = 8;
    private static final NetworkFactory LAYERS = NetworkFactory.eINSTANCE;

    private Samples() {
    }

    static Network network() {
        return new NetworkBuilder("small")
                .add("image", LAYERS.createInput(), input -> input.setShape(Shape.image(SIDE, SIDE, 1)))
                .add("conv", LAYERS.createConvolution2D(), conv -> {
                    conv.setFilters(4);
                    conv.setActivation(ActivationFunction.RELU);
                })
                .add("norm", LAYERS.createBatchNormalization()).add("pool", LAYERS.createPooling2D())
                .add("flat", LAYERS.createFlatten())
                .add("fc", LAYERS.createDense(), dense -> {
                    dense.setUnits(8);
                    dense.setActivation(ActivationFunction.RELU);
                })
                .add("drop", LAYERS.createDropout(), drop -> drop.setRate(0.25))
                .add("decision", LAYERS.createDense(), dense -> {
                    dense.setUnits(1);
                    dense.setActivation(ActivationFunction.SIGMOID);
                })
                .add("finding", LAYERS.createOutput()).build();
    }

    static TrainableNetwork build(Network network, Optimizer optimizer, long seed) {
        TrainingSettings settings = ExperimentFactory.eINSTANCE.createTrainingSettings();
        settings.setOptimizer(optimizer);
        settings.setThreads(1);
        return new Dl4jLibrary().build(network, settings, new LibraryContext("cpu", 1, seed, StandardLayers.catalog()));
    }

    static TrainableNetwork build(long seed) {
        return build(network(), ExperimentFactory.eINSTANCE.createAdam(), seed);
    }

    /** One epoch of 6 batches, the last of them smaller, that depend on the number of the epoch alone. */
    static double trainEpoch(TrainableNetwork network, int epoch) {
        network.beginEpoch(epoch, 0.01);
        Random random = new Random(epoch);
        double loss = 0;
        for (int i = 0; i < 6; i++) {
            loss = network.fit(batch(i == 5 ? 3 : BATCH, random)).loss();
        }
        return loss;
    }

    static Batch batch(int size, Random random) {
        float[] pixels = new float[size * SIDE * SIDE];
        float[] labels = new float[size];
        float[] weights = new float[size];
        for (int sample = 0; sample < size; sample++) {
            labels[sample] = random.nextInt(2);
            weights[sample] = 1;
            for (int i = 0; i < SIDE * SIDE; i++) {
                boolean upper = i < SIDE * SIDE / 2;
                float bright = upper == (labels[sample] == 1) ? 0.6f : 0.2f;
                pixels[sample * SIDE * SIDE + i] = bright + 0.2f * random.nextFloat();
            }
        }
        return Batch.weighted(Map.of("image", new Tensor(new int[] {size, SIDE, SIDE, 1}, pixels)),
                Map.of("finding", new Tensor(new int[] {size, 1}, labels)), weights);
    }
}
