// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.vesalius.network.Embedding;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightSpec;
import org.vesalius.network.weights.WeightTensor;
import org.vesalius.worker.spi.Tensor;

/** Numbers to compute with, the same in each run: weights of every layer, and samples for every input. */
public final class RandomNumbers {
    private static final int SAMPLES = 3;
    private static final float LEAST_VARIANCE = 0.5f;

    private final Random random = new Random(20261123);
    private final Network network;

    /** @param network a network without errors and without blocks */
    public RandomNumbers(Network network) {
        this.network = network;
    }

    /** Weights for all layers: kernels small, variances positive. */
    public NetworkWeights weights() {
        NetworkAnalysis analysis = new NetworkAnalyser(StandardLayers.catalog()).analyse(network);
        NetworkWeights.Builder weights = NetworkWeights.builder();
        for (Layer layer : analysis.order().layers()) {
            List<Shape> inputs = Inputs.of(layer).stream().map(input -> analysis.shapeOf(input).orElseThrow(
                    () -> new IllegalStateException(network.getName() + ": " + analysis.problems()))).toList();
            StandardLayers.catalog().behavior(layer).orElseThrow().weights(layer, inputs)
                    .forEach(spec -> weights.put(layer.getId(), spec.name(), tensor(spec)));
        }
        return weights.build();
    }

    /** Three samples for each input, by the name of the layer. */
    public Map<String, Tensor> samples() {
        Map<String, Tensor> samples = new LinkedHashMap<>();
        network.getLayers().stream().filter(Input.class::isInstance)
                .forEach(input -> samples.put(input.getName(), samples((Input) input)));
        return samples;
    }

    private Tensor samples(Input input) {
        List<Axis> axes = input.getShape().axes();
        int[] shape = new int[axes.size() + 1];
        shape[0] = SAMPLES;
        for (int axis = 0; axis < axes.size(); axis++) {
            shape[axis + 1] = axes.get(axis).size();
        }
        Tensor tensor = Tensor.zeros(shape);
        boolean codes = input.getOutgoing().stream().anyMatch(out -> out.getTarget() instanceof Embedding);
        for (int i = 0; i < tensor.values().length; i++) {
            tensor.values()[i] = codes ? random.nextInt(3) : (float) random.nextGaussian();
        }
        return tensor;
    }

    private WeightTensor tensor(WeightSpec spec) {
        float[] values = new float[Math.toIntExact(WeightTensor.elements(spec.shape()))];
        boolean positive = spec.name().contains("variance") || spec.name().contains("count");
        float deviation = deviation(spec);
        for (int i = 0; i < values.length; i++) {
            values[i] = positive ? LEAST_VARIANCE + random.nextFloat() : (float) random.nextGaussian() * deviation;
        }
        return new WeightTensor(spec.shape(), values);
    }

    /** Kernels keep the size of what passes through, so that deep networks neither die nor burst. */
    private static float deviation(WeightSpec spec) {
        if (spec.name().contains("gamma")) {
            return 1;
        }
        int rank = spec.shape().size();
        double inputs = WeightTensor.elements(spec.shape().subList(0, Math.max(0, rank - 1)));
        return (float) Math.min(0.5, 1 / Math.sqrt(inputs));
    }
}
