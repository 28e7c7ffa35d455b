// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.network.BatchNormalization;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage.Literals;
import org.vesalius.network.Output;
import org.vesalius.network.Placeholder;
import org.vesalius.network.Rescaling;
import org.vesalius.network.SpatialDropout;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.LayerNote;
import org.vesalius.network.exchange.keras.read.KerasImporter;
import org.vesalius.network.exchange.keras.write.KerasH5Exporter;
import org.vesalius.network.exchange.onnx.OnnxExporter;
import org.vesalius.network.exchange.python.keras.KerasPythonExporter;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightTensor;

/** Graphs that layers of Keras form: results used twice, states, and parts that are not known. */
class KerasGraphsTest {
    @TempDir
    Path folder;

    @Test
    void oneResultAsTwoOutputsGivesTwoNames() throws IOException {
        ImportedNetwork imported = read("[" + input("in", "[null,4]") + "," + layer("Dense", "out",
                "{\"units\":2,\"activation\":\"linear\"}", "in") + "]", "in", "out", "out");

        assertThat(imported.network().getLayers()).filteredOn(Output.class::isInstance).extracting(Layer::getName)
                .containsExactly("out_output", "out_output_2");
    }

    @Test
    void outputsKeepTheirOrder() throws IOException {
        String dense = "{\"units\":2,\"activation\":\"linear\"}";
        ImportedNetwork imported = read("[" + input("in", "[null,4]") + "," + layer("Dense", "a", dense, "in") + ","
                + layer("Dense", "b", dense, "in") + "]", "in", "b", "a");
        Path code = folder.resolve("model.py");
        new KerasPythonExporter(StandardLayers.catalog(), BlockSource.none()).write(imported.network(), Optional.empty(), code);

        assertThat(code).content().contains("x = layers.Dense(units=2, name='a')(in_)", "keras.Model(in_, [b, x], ");
    }

    /** Numbers in the settings are weights here, so that every exporter has them. */
    @Test
    void numbersOfANormalizationAreWeights() throws IOException {
        ImportedNetwork imported = read("[" + input("in", "[null,3]") + "," + layer("Normalization", "norm",
                "{\"axis\":[-1],\"mean\":[1.0,2.0,3.0],\"variance\":[0.5,2.0,4.0]}", "in") + "]", "in", "norm");
        NetworkWeights weights = imported.weights().orElseThrow();

        assertThat(imported.report().exact()).isTrue();
        assertThat(weights.get("norm", "mean")).contains(new WeightTensor(List.of(3), new float[] {1, 2, 3}));
        assertThat(weights.get("norm", "variance")).contains(new WeightTensor(List.of(3), new float[] {.5f, 2, 4}));
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(imported.network(), imported.weights(),
                folder.resolve("model.onnx"));
        new KerasH5Exporter(StandardLayers.catalog(), BlockSource.none()).write(imported.network(), imported.weights(),
                folder.resolve("model.h5"));
        assertThat(folder.resolve("model.onnx")).exists();
    }

    /** The memory of an LSTM is no result of ours, and starts the next layer: two layers are unknown, and no more. */
    @Test
    void statesThatCannotBeHadArePlaceholders() throws IOException {
        String lstm = "{\"units\":3,\"activation\":\"tanh\",\"recurrent_activation\":\"sigmoid\",\"return_state\":";
        ImportedNetwork imported = read("[" + input("in", "[null,5,2]") + "," + layer("LSTM", "first", lstm + "true}",
                "in") + ",{\"class_name\":\"LSTM\",\"name\":\"second\",\"config\":" + lstm + "false,\"name\":\"second\"},"
                + "\"inbound_nodes\":[[[\"in\",0,0,{}],[\"first\",0,1,{}],[\"first\",0,2,{}]]]},"
                + layer("Dense", "out", "{\"units\":1,\"activation\":\"linear\"}", "in") + "]", "in", "second", "out");

        assertThat(imported.report().with(Fidelity.UNKNOWN)).extracting(LayerNote::layer)
                .containsExactly("first", "second");
        assertThat(imported.network().getLayers()).filteredOn(Placeholder.class::isInstance).hasSize(2);
        assertThat(imported.network().getLayers()).filteredOn(Output.class::isInstance).hasSize(2);
    }

    /** Each use of a shared layer has results of its own: the memory is read of the second one only. */
    @Test
    void stateOfASecondUseThatCannotBeHadIsAPlaceholder() throws IOException {
        ImportedNetwork imported = read("[" + input("in", "[null,5,2]") + ",{\"class_name\":\"LSTM\",\"name\":"
                + "\"shared\",\"config\":{\"units\":3,\"activation\":\"tanh\",\"recurrent_activation\":\"sigmoid\","
                + "\"return_state\":true,\"name\":\"shared\"},\"inbound_nodes\":[[[\"in\",0,0,{}]],[[\"in\",0,0,{}]]]},"
                + "{\"class_name\":\"Add\",\"name\":\"sum\",\"config\":{\"name\":\"sum\"},"
                + "\"inbound_nodes\":[[[\"shared\",0,0,{}],[\"shared\",1,2,{}]]]}]", "in", "sum");

        assertThat(imported.report().with(Fidelity.UNKNOWN)).extracting(LayerNote::layer)
                .containsExactly("shared_use2");
        assertThat(imported.network().getLayers()).filteredOn(Placeholder.class::isInstance).hasSize(1);
    }

    /** As Keras 2 writes 0.5 − x. */
    @Test
    void aNumberMayStandBeforeAResult() throws IOException {
        ImportedNetwork imported = read("[" + input("in", "[null,4]") + ",{\"class_name\":\"TFOpLambda\",\"name\":\"less\","
                + "\"config\":{\"name\":\"less\",\"function\":\"math.subtract\"},\"inbound_nodes\":"
                + "[[\"_CONSTANT_VALUE\",-1,0.5,{\"y\":[\"in\",0,0],\"name\":null}]]}]", "in", "less");

        assertThat(imported.report().exact()).isTrue();
        assertThat(imported.network().getLayers()).filteredOn(Rescaling.class::isInstance).singleElement()
                .satisfies(layer -> assertThat(((Rescaling) layer).getScale()).isEqualTo(-1))
                .satisfies(layer -> assertThat(((Rescaling) layer).getOffset()).isEqualTo(0.5));
    }

    /** What turns their weights is told of them wherever they stand. */
    @ParameterizedTest
    @ValueSource(strings = {"CuDNNLSTM", "CuDNNGRU"})
    void layersForCudnnInsideOthersAreSaidToDiffer(String type) throws IOException {
        String fast = "{\"class_name\":\"" + type + "\",\"config\":{\"name\":\"fast\",\"units\":3}}";
        ImportedNetwork wrapped = read("[" + input("in", "[null,5,2]") + "," + layer("Bidirectional", "both",
                "{\"merge_mode\":\"concat\",\"layer\":" + fast + "}", "in") + "]", "in", "both");
        ImportedNetwork states = read("[" + input("in", "[null,5,2]") + "," + layer(type, "fast",
                "{\"units\":3,\"return_state\":true}", "in") + "]", "in", "fast");

        assertThat(wrapped.report().text()).contains("as cuDNN wants them");
        assertThat(states.report().text()).contains("as cuDNN wants them");
    }

    /** A model inside that is given too much is one placeholder; nothing of what it holds stays behind. */
    @Test
    void aModelInsideThatDoesNotFitIsAPlaceholder() throws IOException {
        String inner = "{\"class_name\":\"Functional\",\"name\":\"inner\",\"config\":{\"name\":\"inner\",\"layers\":["
                + input("a", "[null,4]") + "," + layer("Dense", "b", "{\"units\":2,\"activation\":\"linear\"}", "a")
                + "],\"input_layers\":[[\"a\",0,0]],\"output_layers\":[[\"b\",0,0]]},"
                + "\"inbound_nodes\":[[[\"in\",0,0,{}],[\"in\",0,0,{}]]]}";
        ImportedNetwork imported = read("[" + input("in", "[null,4]") + "," + inner + "]", "in", "inner");

        assertThat(imported.network().getLayers()).extracting(layer -> layer.eClass().getName())
                .containsExactly("Input", "Placeholder", "Output");
        assertThat(imported.report().layers()).extracting(LayerNote::layer).containsExactly("in", "inner");
    }

    /** Keras drops whole samples, which is no spatial dropout, and no ordinary one either. */
    @Test
    void stochasticDepthIsSaidToDiffer() throws IOException {
        ImportedNetwork imported = read("[" + input("in", "[null,4,4,3]") + "," + layer("Dropout", "drop",
                "{\"rate\":0.2,\"noise_shape\":[null,1,1,1]}", "in") + "]", "in", "drop");
        ImportedNetwork channels = read("[" + input("in", "[null,4,4,3]") + "," + layer("Dropout", "drop",
                "{\"rate\":0.2,\"noise_shape\":[null,1,1,3]}", "in") + "]", "in", "drop");

        assertThat(imported.report().text()).contains("approximated").contains("stochastic depth");
        assertThat(imported.network().getLayers()).hasAtLeastOneElementOfType(SpatialDropout.class);
        assertThat(channels.report().exact()).isTrue();
        assertThat(channels.network().getLayers()).hasAtLeastOneElementOfType(SpatialDropout.class);
    }

    @Test
    void aMomentumOfOneIsBroughtIntoItsRangeAndTold() throws IOException {
        ImportedNetwork imported = read("[" + input("in", "[null,4]") + "," + layer("BatchNormalization", "norm",
                "{\"axis\":[1],\"momentum\":1.0,\"epsilon\":0.001}", "in") + "]", "in", "norm");

        assertThat(imported.report().exact()).isFalse();
        assertThat(imported.network().getLayers()).filteredOn(BatchNormalization.class::isInstance)
                .extracting(layer -> layer.eGet(Literals.BATCH_NORMALIZATION__MOMENTUM)).containsExactly(0.9999);
    }

    /** Channels come first in Keras: the groups are made of them, not of the columns. */
    @Test
    void groupsAreMadeOfChannelsThatComeFirst() throws IOException {
        ImportedNetwork imported = read("[" + input("in", "[null,4,6,6]") + "," + layer("Conv2D", "conv",
                "{\"filters\":4,\"kernel_size\":[1,1],\"data_format\":\"channels_first\"}", "in") + ","
                + layer("GroupNormalization", "norm", "{\"groups\":2,\"axis\":1}", "conv") + "]", "in", "norm");

        Layer norm = imported.network().getLayers().stream().filter(layer -> layer.getName().equals("norm")).findFirst()
                .orElseThrow();
        assertThat(Inputs.of(norm)).extracting(Layer::getName).containsExactly("conv");
    }

    private ImportedNetwork read(String layers, String input, String... outputs) throws IOException {
        StringBuilder ends = new StringBuilder();
        for (String output : outputs) {
            ends.append(ends.isEmpty() ? "" : ",").append("[\"").append(output).append("\",0,0]");
        }
        Path file = folder.resolve("model.json");
        Files.writeString(file, "{\"class_name\":\"Functional\",\"keras_version\":\"2.13.1\",\"backend\":\"tensorflow\","
                + "\"config\":{\"name\":\"model\",\"layers\":" + layers + ",\"input_layers\":[[\"" + input
                + "\",0,0]],\"output_layers\":[" + ends + "]}}");
        return new KerasImporter(StandardLayers.catalog()).load(file);
    }

    private static String input(String name, String shape) {
        return "{\"class_name\":\"InputLayer\",\"name\":\"" + name + "\",\"config\":{\"name\":\"" + name
                + "\",\"batch_input_shape\":" + shape + "},\"inbound_nodes\":[]}";
    }

    private static String layer(String type, String name, String config, String input) {
        return "{\"class_name\":\"" + type + "\",\"name\":\"" + name + "\",\"config\":"
                + config.replaceFirst("\\{", "{\"name\":\"" + name + "\",") + ",\"inbound_nodes\":[[[\"" + input
                + "\",0,0,{}]]]}";
    }
}
