// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vesalius.network.exchange.keras.model.KerasLayer;
import org.vesalius.network.exchange.keras.model.KerasModel;
import org.vesalius.network.exchange.keras.model.NestedWeightStore;
import org.vesalius.network.exchange.keras.model.WeightStore;
import org.vesalius.network.exchange.keras.read.ImportContext;
import org.vesalius.network.exchange.keras.read.OlderWeights;
import org.vesalius.network.exchange.keras.read.WeightCollector;
import org.vesalius.network.exchange.keras.type.KerasVersion;
import org.vesalius.network.exchange.keras.type.LayerConverter;
import org.vesalius.network.exchange.keras.type.OwnTypes;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.weights.WeightTensor;

/** Weights of older layouts, and those of layers inside models, go to the layers that own them. */
class OlderWeightsTest {
    private static final ImportContext KERAS_1 = context("1.2.2");

    /** The gates i, c, f, o with kernel, recurrent kernel and bias each become i, f, c, o joined, in each direction. */
    @Test
    void keras1JoinsTheGatesOfBothDirections() {
        KerasLayer layer = KerasLayer.of("both", "Bidirectional", json("{\"layer\":{\"class_name\":\"LSTM\",\"config\":"
                + "{\"units\":1}}}"));
        List<WeightStore.Stored> stored = new ArrayList<>();
        for (int direction = 0; direction < 2; direction++) {
            for (int gate = 0; gate < 4; gate++) {
                float number = 100 * direction + 10 * gate;
                stored.add(weight("W", List.of(2, 1), number + 1, number + 2));
                stored.add(weight("U", List.of(1, 1), number + 3));
                stored.add(weight("b", List.of(1), number + 4));
            }
        }

        List<WeightTensor> upgraded = OlderWeights.upgraded(layer, stored, KERAS_1).stream().map(WeightStore.Stored::tensor)
                .toList();

        assertThat(upgraded).containsExactly(
                new WeightTensor(List.of(2, 4), new float[] {1, 21, 11, 31, 2, 22, 12, 32}),
                new WeightTensor(List.of(1, 4), new float[] {3, 23, 13, 33}),
                new WeightTensor(List.of(4), new float[] {4, 24, 14, 34}),
                new WeightTensor(List.of(2, 4), new float[] {101, 121, 111, 131, 102, 122, 112, 132}),
                new WeightTensor(List.of(1, 4), new float[] {103, 123, 113, 133}),
                new WeightTensor(List.of(4), new float[] {104, 124, 114, 134}));
    }

    /** kernel.T.reshape(kernel.shape, order='F') of a gate, the transposed recurrent kernel, and the sum of biases. */
    @Test
    void layersForCudnnLieTransposed() {
        KerasLayer layer = KerasLayer.of("fast", "CuDNNLSTM", new JsonObject());
        float[] kernel = {0, 3, 0, 3, 0, 3, 0, 3, 1, 4, 1, 4, 1, 4, 1, 4, 2, 5, 2, 5, 2, 5, 2, 5};
        float[] recurrent = {1, 2, 1, 2, 1, 2, 1, 2, 3, 4, 3, 4, 3, 4, 3, 4};
        float[] bias = {1, 2, 3, 4, 5, 6, 7, 8, 10, 20, 30, 40, 50, 60, 70, 80};

        List<WeightTensor> usual = OlderWeights.upgraded(layer, List.of(weight("kernel", List.of(3, 8), kernel),
                weight("recurrent", List.of(2, 8), recurrent), weight("bias", List.of(16), bias)), context("2.2.4"))
                .stream().map(WeightStore.Stored::tensor).toList();

        // [[0, 3], [1, 4], [2, 5]] lies in memory as [[0, 3, 1], [4, 2, 5]] of [units, inputs]
        assertThat(usual).containsExactly(
                new WeightTensor(List.of(3, 8), new float[] {0, 4, 0, 4, 0, 4, 0, 4, 3, 2, 3, 2, 3, 2, 3, 2, 1, 5, 1, 5,
                    1, 5, 1, 5}),
                new WeightTensor(List.of(2, 8), new float[] {1, 3, 1, 3, 1, 3, 1, 3, 2, 4, 2, 4, 2, 4, 2, 4}),
                new WeightTensor(List.of(8), new float[] {11, 22, 33, 44, 55, 66, 77, 88}));
    }

    /** As DenseNet has it: names with slashes, of which one begins another, and a part that is called like a layer. */
    @Test
    void layersInsideAModelAreToldByTheirWholeNames() {
        KerasLayer inner = model("inner", "conv1/conv", "kernel_dense");
        KerasModel outer = new KerasModel("outer", List.of(plain("conv1"), plain("conv1/bn"), plain("attention"),
                plain("query"), inner), List.of(), List.of());
        NestedWeightStore store = new NestedWeightStore(List.of(weight("conv1/kernel:0", List.of(1), 1),
                weight("conv1/conv/kernel:0", List.of(1), 2), weight("conv1/bn/gamma:0", List.of(1), 3),
                weight("attention/query/kernel:0", List.of(1), 4), weight("outer/query/kernel:0", List.of(1), 5),
                weight("conv1/bn/moving_mean:0", List.of(1), 6)), outer);

        assertThat(numbers(store, "conv1")).containsExactly(1f);
        assertThat(numbers(store.inside(inner), "conv1/conv")).containsExactly(2f);
        assertThat(numbers(store, "conv1/bn")).containsExactly(3f, 6f);
        assertThat(numbers(store, "attention")).containsExactly(4f);
        assertThat(numbers(store, "query")).containsExactly(5f);
    }

    private static List<Float> numbers(WeightStore store, String layer) {
        return store.of(plain(layer)).stream().map(weight -> weight.tensor().values()[0]).toList();
    }

    private static KerasLayer model(String name, String... layers) {
        KerasModel model = new KerasModel(name, List.of(layers).stream().map(OlderWeightsTest::plain).toList(),
                List.of(), List.of());
        return new KerasLayer(name, "Functional", "Functional", new JsonObject(), Optional.of(model), List.of(),
                Optional.empty());
    }

    private static KerasLayer plain(String name) {
        return KerasLayer.of(name, "Dense", new JsonObject());
    }

    private static WeightStore.Stored weight(String name, List<Integer> shape, float... values) {
        return new WeightStore.Stored(name, new WeightTensor(shape, values));
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static ImportContext context(String version) {
        KerasVersion keras = KerasVersion.of(version, false);
        return new ImportContext(keras, "tensorflow", false, false, new LayerConverter(new OwnTypes(StandardLayers.catalog()), keras),
                new ImportContext.Notes(), new WeightCollector());
    }
}
