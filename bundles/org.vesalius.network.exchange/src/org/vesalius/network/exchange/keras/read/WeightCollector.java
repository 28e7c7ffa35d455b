// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.network.Dense;
import org.vesalius.network.Layer;
import org.vesalius.network.Normalization;
import org.vesalius.network.PReLU;
import org.vesalius.network.exchange.keras.model.WeightStore;
import org.vesalius.network.exchange.keras.type.KerasShapes;
import org.vesalius.network.exchange.tensor.Tensors;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightSpec;
import org.vesalius.network.weights.WeightTensor;

/** Gives the weights of a file the names and layouts of Vesalius; what does not fit is told, not taken. */
public final class WeightCollector {
    private final List<Entry> weights = new ArrayList<>();

    private record Entry(String id, String name, WeightTensor tensor) {
    }

    /**
     * Takes the weights of a layer, which Keras lists in the same order.
     *
     * @param expected whether the file should hold them
     */
    void take(GraphTarget target, Layer layer, List<Value> inputs, List<WeightStore.Stored> stored, LayerUse use,
            boolean expected) {
        Optional<List<Shape>> shapes = Value.shapes(inputs);
        Optional<LayerBehavior<Layer>> behavior = target.catalog().behavior(layer);
        if (behavior.isEmpty() || shapes.isEmpty() || target.shape(layer, inputs).isEmpty()) {
            if (!stored.isEmpty()) {
                use.differs("its weights are left out, since the shape of its input is not known");
            }
            return;
        }
        List<WeightSpec> specs = behavior.get().weights(layer, shapes.get());
        List<WeightStore.Stored> turned = stored.stream().filter(weight -> !weight.name().contains("renorm_"))
                .map(weight -> turned(layer, inputs.get(0), weight)).toList();
        if (fit(specs, turned)) {
            put(target.weightId(layer), layer, specs, turned);
        } else if (!turned.isEmpty()) {
            use.differs("its weights have other shapes than they should, and are left out");
        } else if (layer instanceof Normalization normalization) {
            fill(target.weightId(layer), normalization, specs, use);
        } else if (expected) {
            use.differs("the file holds no weights for it, so it starts with new ones");
        }
    }

    /** The weights, if there were any. */
    Optional<NetworkWeights> build() {
        NetworkWeights.Builder all = NetworkWeights.builder();
        weights.forEach(entry -> all.put(entry.id(), entry.name(), entry.tensor()));
        return weights.isEmpty() ? Optional.empty() : Optional.of(all.build());
    }

    /** Number of weights so far. */
    int size() {
        return weights.size();
    }

    /** Leaves only the first weights. */
    void cut(int size) {
        weights.subList(size, weights.size()).clear();
    }

    /** Mean and variance that stand in the settings. */
    private void fill(String id, Normalization layer, List<WeightSpec> specs, LayerUse use) {
        int channels = specs.get(0).shape().get(0);
        Optional<float[]> mean = repeated(layer.getMean(), channels);
        Optional<float[]> variance = repeated(layer.getVariance(), channels);
        if (mean.isEmpty() || variance.isEmpty()) {
            use.differs("the file says no mean and variance for it");
            return;
        }
        weights.add(new Entry(id, specs.get(0).name(), new WeightTensor(specs.get(0).shape(), mean.get())));
        weights.add(new Entry(id, specs.get(1).name(), new WeightTensor(specs.get(1).shape(), variance.get())));
        weights.add(new Entry(id, specs.get(2).name(), new WeightTensor(specs.get(2).shape(), new float[] {1})));
    }

    private static Optional<float[]> repeated(String text, int channels) {
        String[] numbers = text == null || text.isBlank() ? new String[0] : text.strip().split("\\s+");
        if (numbers.length != 1 && numbers.length != channels) {
            return Optional.empty();
        }
        float[] values = new float[channels];
        for (int i = 0; i < channels; i++) {
            values[i] = Float.parseFloat(numbers[numbers.length == 1 ? 0 : i]);
        }
        return Optional.of(values);
    }

    private void put(String id, Layer layer, List<WeightSpec> specs, List<WeightStore.Stored> stored) {
        for (int i = 0; i < specs.size(); i++) {
            weights.add(new Entry(id, specs.get(i).name(), stored.get(i).tensor().reshaped(specs.get(i).shape())));
        }
        if (layer instanceof Normalization normalization) {
            normalization.setMean(numbers(stored.get(0).tensor()));
            normalization.setVariance(numbers(stored.get(1).tensor()));
        }
    }

    private static String numbers(WeightTensor tensor) {
        List<String> numbers = new ArrayList<>();
        for (float value : tensor.values()) {
            numbers.add(Float.toString(value));
        }
        return String.join(" ", numbers);
    }

    private static boolean fit(List<WeightSpec> specs, List<WeightStore.Stored> stored) {
        if (specs.size() != stored.size()) {
            return false;
        }
        for (int i = 0; i < specs.size(); i++) {
            if (!withoutOnes(specs.get(i).shape()).equals(withoutOnes(stored.get(i).tensor().shape()))) {
                return false;
            }
        }
        return true;
    }

    /** Axes of size 1 may come and go: the numbers stay where they are. */
    private static List<Integer> withoutOnes(List<Integer> shape) {
        return shape.stream().filter(size -> size != 1).toList();
    }

    /** What Keras laid out channels first. */
    private static WeightStore.Stored turned(Layer layer, Value input, WeightStore.Stored weight) {
        WeightTensor tensor = weight.tensor();
        if (layer instanceof Dense && input.unfolded().isPresent() && tensor.rank() == 2) {
            return new WeightStore.Stored(weight.name(), rows(tensor, input.unfolded().get()));
        }
        if (layer instanceof PReLU && input.channelsFirst() && tensor.rank() == input.rank()) {
            return new WeightStore.Stored(weight.name(), Tensors.permute(tensor, lastFromFirst(tensor.rank())));
        }
        return weight;
    }

    private static WeightTensor rows(WeightTensor kernel, Shape unfolded) {
        int rank = unfolded.rank();
        List<Integer> first = new ArrayList<>(KerasShapes.sizes(unfolded));
        first.add(0, first.remove(rank - 1));
        if (!unfolded.known() || WeightTensor.elements(first) != kernel.shape().get(0)) {
            return kernel;
        }
        return Tensors.permuteRows(kernel, first, lastFromFirst(rank));
    }

    /** The axes that make channels last of channels first. */
    private static int[] lastFromFirst(int rank) {
        int[] axes = new int[rank];
        for (int i = 0; i < rank; i++) {
            axes[i] = (i + 1) % rank;
        }
        return axes;
    }
}
