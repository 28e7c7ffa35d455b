// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.vesalius.network.Embedding;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.Output;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.Tensor;

/** Samples for any network: normally distributed inputs, whole numbers for an Embedding, and one category for each row. */
final class RandomBatch {

    private final Random random = new Random(7);
    private final int samples;

    private RandomBatch(int samples) {
        this.samples = samples;
    }

    static Batch of(Network network, NetworkAnalysis analysis, int samples) {
        RandomBatch batch = new RandomBatch(samples);
        Map<String, Tensor> inputs = new HashMap<>();
        Map<String, Tensor> targets = new HashMap<>();
        for (Layer layer : network.getLayers()) {
            if (layer instanceof Input input) {
                inputs.put(layer.getName(), batch.values(input));
            } else if (layer instanceof Output) {
                targets.put(layer.getName(), batch.categories(analysis.shapeOf(layer).orElseThrow()));
            }
        }
        float[] weights = new float[samples];
        Arrays.fill(weights, 1);
        return Batch.weighted(inputs, targets, weights);
    }

    /** Sizes of a batch. */
    static int[] shape(int samples, Shape sample) {
        int[] sizes = new int[sample.rank() + 1];
        sizes[0] = samples;
        for (int i = 1; i < sizes.length; i++) {
            sizes[i] = sample.size(i - 1);
        }
        return sizes;
    }

    private Tensor values(Input input) {
        int[] shape = shape(samples, input.getShape());
        float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        int words = input.getOutgoing().stream().map(connection -> connection.getTarget())
                .filter(Embedding.class::isInstance).mapToInt(layer -> ((Embedding) layer).getVocabularySize())
                .findFirst().orElse(0);
        for (int i = 0; i < values.length; i++) {
            values[i] = words > 0 ? random.nextInt(words) : (float) random.nextGaussian();
        }
        return new Tensor(shape, values);
    }

    /** In each row along the last axis a single 1; where it has one place only, 0 or 1. */
    private Tensor categories(Shape sample) {
        int[] shape = shape(samples, sample);
        int columns = sample.last().size();
        float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        for (int row = 0; row < values.length / columns; row++) {
            values[row * columns + random.nextInt(columns)] = columns > 1 ? 1 : random.nextInt(2);
        }
        return new Tensor(shape, values);
    }
}
