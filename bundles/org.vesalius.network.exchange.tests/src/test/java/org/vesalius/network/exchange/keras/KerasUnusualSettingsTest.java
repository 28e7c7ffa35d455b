// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.network.Network;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ExchangeReport;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.keras.read.KerasImporter;
import org.vesalius.network.exchange.keras.write.KerasJsonExporter;
import org.vesalius.network.exchange.onnx.LayerCases;
import org.vesalius.network.layer.standard.StandardLayers;

/** A setting that is not known, or has a value that Vesalius can't do, is told: no such layer is called exact. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KerasUnusualSettingsTest {
    private static final String KEY = "vesalius_surprise";
    private static final Gson GSON = new GsonBuilder().serializeNulls().create();

    @TempDir
    Path folder;

    private List<String> models;

    /** Each layer case as Keras' JSON. */
    @BeforeAll
    void export(@TempDir Path exported) throws IOException {
        models = new ArrayList<>();
        for (Network network : LayerCases.all()) {
            Path file = exported.resolve("model.json");
            new KerasJsonExporter(StandardLayers.catalog(), BlockSource.none()).write(network, Optional.empty(), file);
            models.add(Files.readString(file));
        }
    }

    /** Each layer type as it is exported, and one more setting in each, be its value as empty as it may. */
    @TestFactory
    Stream<DynamicTest> aSettingThatIsNotKnown() {
        return models.stream()
                .flatMap(model -> Stream.of("0", "false").map(value -> DynamicTest.dynamicTest(name(model) + " " + value, () -> {
                    ExchangeReport report = changed(model, (type, config) -> config.add(KEY, JsonParser.parseString(value)));
                    assertThat(report.layers()).filteredOn(layer -> !layer.type().contains(">"))
                            .allMatch(layer -> layer.fidelity() != Fidelity.EXACT && layer.note().contains(KEY));
                })));
    }

    /** Class, setting, and a value by which the layer computes or trains otherwise than any of Vesalius. */
    @ParameterizedTest
    @ValueSource(strings = {
        "Dense activation \"sparsemax\"", "Dense kernel_constraint {\"class_name\":\"RadialConstraint\",\"config\":{}}",
        "Dense kernel_regularizer {\"class_name\":\"OrthogonalRegularizer\",\"config\":{\"factor\":0.1}}",
        "Dense lora_rank 4", "Dense dtype \"mixed_float16\"", "Dense bias_regularizer \"l2\"",
        "Dense dtype {\"class_name\":\"Policy\",\"config\":{\"name\":\"mixed_bfloat16\"}}",
        "BatchNormalization mode 1", "BatchNormalization renorm true", "BatchNormalization momentum 1.0",
        "BatchNormalization epsilon 0.0", "BatchNormalization virtual_batch_size 4",
        "BatchNormalization gamma_constraint \"non_neg\"", "LayerNormalization rms_scaling true",
        "Conv1D groups 2", "Conv2D groups 2", "Conv2DTranspose output_padding [1,1]",
        "Conv2DTranspose dilation_rate [2,2]", "UpSampling2D interpolation \"bicubic\"",
        "LSTM time_major true", "LSTM stateful true", "LSTM dropout 0.5", "LSTM recurrent_dropout 0.5",
        "LSTM recurrent_activation \"softmin\"", "LSTM activation \"hard_tanh\"",
        "GRU recurrent_constraint \"non_neg\"", "SimpleRNN recurrent_regularizer \"l2\"",
        "Embedding mask_zero true", "MultiHeadAttention value_dim 77", "MultiHeadAttention attention_axes [1,2]",
        "MultiHeadAttention output_shape [7]", "Dropout noise_shape [null,1]", "Dropout rate 1.5",
        "ReLU threshold 1.0", "ReLU negative_slope 0.5", "PReLU alpha_regularizer \"l1\"", "Rescaling scale [1,2]",
        "Concatenate axis 9", "Dot axes [1,2]", "Normalization invert true", "GaussianNoise stddev -1.0"})
    void aValueThatCannotBeHad(String text) throws IOException {
        String[] parts = text.split(" ", 3);
        int seen = 0;
        for (String model : models.stream().filter(model -> model.contains('"' + parts[0] + '"')).toList()) {
            boolean[] set = {false};
            ExchangeReport report = changed(model, (type, config) -> {
                if (type.equals(parts[0]) && !config.has("layer")) {
                    config.add(parts[1], JsonParser.parseString(parts[2]));
                    set[0] = true;
                }
            });
            if (set[0]) {
                seen++;
                assertThat(report.exact()).as(model + ": " + report.text()).isFalse();
            }
        }
        assertThat(seen).as("cases with a " + parts[0]).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "CenterCrop {\"height\":4,\"width\":4,\"data_format\":\"channels_first\"}",
        "CenterCrop {\"height\":4,\"width\":4,\"crop\":true}", "CenterCrop {\"height\":40,\"width\":4}",
        "RandomFlip {\"mode\":\"horizontal\"}", "RandomCrop {\"height\":4,\"width\":4}", "Identity {\"x\":0}",
        "ActivityRegularization {\"l1\":0.0,\"l2\":0.1}", "Dropout {\"rate\":0.1,\"noise_shape\":[null,1,1,1]}",
        "Conv2D {\"filters\":2}", "Conv2D {\"kernel_size\":[1,1]}", "Activation {}", "Dropout {}",
        "DepthwiseConv1D {\"kernel_size\":3,\"foo\":0}", "SeparableConv1D {\"filters\":2,\"kernel_size\":3}",
        "UnitNormalization {\"axis\":-1}", "ThresholdedReLU {\"theta\":1.0}"})
    void layersThatAreOnlyRead(String text) throws IOException {
        String[] parts = text.split(" ", 2);
        String layer = "{\"class_name\":\"" + parts[0] + "\",\"config\":" + parts[1] + "}";
        ExchangeReport report = read("{\"class_name\":\"Sequential\",\"keras_version\":\"2.13.1\",\"config\":{\"name\":\"m\","
                + "\"layers\":[{\"class_name\":\"InputLayer\",\"config\":{\"name\":\"in\",\"batch_input_shape\":"
                + "[null,8,8,3]}}," + layer + "]}}");

        assertThat(report.exact()).as(report.text()).isFalse();
    }

    private static String name(String model) {
        return JsonParser.parseString(model).getAsJsonObject().getAsJsonObject("config").get("name").getAsString();
    }

    /** The report on a description that was changed; every setting of layers inside wrappers, too. */
    private ExchangeReport changed(String text, BiConsumer<String, JsonObject> change) throws IOException {
        JsonObject model = JsonParser.parseString(text).getAsJsonObject();
        for (JsonElement element : model.getAsJsonObject("config").getAsJsonArray("layers")) {
            change(element.getAsJsonObject(), change);
        }
        return read(GSON.toJson(model));
    }

    private static void change(JsonObject layer, BiConsumer<String, JsonObject> change) {
        JsonObject config = layer.getAsJsonObject("config");
        if (config.has("layer")) {
            change(config.getAsJsonObject("layer"), change);
        }
        change.accept(layer.get("class_name").getAsString(), config);
    }

    private ExchangeReport read(String model) throws IOException {
        Path file = folder.resolve("changed.json");
        Files.writeString(file, model);
        return new KerasImporter(StandardLayers.catalog()).load(file).report();
    }
}
