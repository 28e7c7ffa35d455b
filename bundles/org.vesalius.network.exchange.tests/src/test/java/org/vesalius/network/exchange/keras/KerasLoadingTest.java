// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.Normalization;
import org.vesalius.network.Output;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.NetworkExporter;
import org.vesalius.network.exchange.cases.ExchangeCases;
import org.vesalius.network.exchange.keras.read.KerasImporter;
import org.vesalius.network.exchange.keras.write.KerasArchiveExporter;
import org.vesalius.network.exchange.keras.write.KerasH5Exporter;
import org.vesalius.network.exchange.keras.write.KerasNames;
import org.vesalius.network.exchange.onnx.LayerCases;
import org.vesalius.network.exchange.onnx.RandomNumbers;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.template.NetworkTemplates;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightTensor;

/** What is exported is loaded by Keras 2 and 3: each layer gets its own weights, and settings that it takes. */
class KerasLoadingTest {
    private static final long MOST_PARAMETERS = 1_000_000;
    private static final Set<String> NO_TRAINABLE = Set.of("InputLayer", "SpatialDropout1D", "SpatialDropout2D",
            "SpatialDropout3D");
    /** How the parts of layers are called in archives, in the order of the layer's weights. */
    private static final List<String> PARTS = List.of("forward_layer", "backward_layer", "query", "key", "value",
            "output");

    @TempDir
    Path folder;

    private final NetworkAnalyser analyser = new NetworkAnalyser(StandardLayers.catalog());

    @TestFactory
    Stream<DynamicTest> layers() {
        return LayerCases.all().stream().map(network -> DynamicTest.dynamicTest(network.getName(),
                () -> check(network, new RandomNumbers(network).weights())));
    }

    @TestFactory
    Stream<DynamicTest> templates() {
        NetworkTemplates templates = new NetworkTemplates();
        return templates.ids().stream()
                .filter(id -> analyser.analyse(templates.create(id)).totalParameters().total() <= MOST_PARAMETERS)
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    Network network = analyser.analyse(templates.create(id)).expanded().orThrow().network();
                    check(network, new RandomNumbers(network).weights());
                }));
    }

    /** Long and short branches whose layers are of equal shape: in Keras' order they are not where we have them. */
    @TestFactory
    Stream<DynamicTest> branches() {
        return Stream.of("deep_branch", "two_branch_order", "img_rec_fusion", "resnet_v2_style", "outs_order",
                "order_two_inputs", "crossing_names", "multi_io").map(name -> DynamicTest.dynamicTest(name, () -> {
                    ImportedNetwork imported = new KerasImporter(StandardLayers.catalog()).load(
                            ExchangeCases.file("keras3/" + name + ".keras"));
                    Network flat = analyser.analyse(imported.network()).expanded().orThrow().network();
                    check(flat, imported.weights().orElseThrow());
                }));
    }

    @Test
    void theSameModelGivesTheSameArchive() throws IOException {
        Network network = new NetworkTemplates().create(new NetworkTemplates().ids().get(0));
        Optional<NetworkWeights> weights = Optional.of(new RandomNumbers(
                analyser.analyse(network).expanded().orThrow().network()).weights());
        Path first = folder.resolve("first.keras");
        Path second = folder.resolve("second.keras");
        new KerasArchiveExporter(StandardLayers.catalog(), BlockSource.none()).write(network, weights, first);
        new KerasArchiveExporter(StandardLayers.catalog(), BlockSource.none()).write(network, weights, second);

        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
    }

    private void check(Network network, NetworkWeights weights) throws IOException {
        Map<String, List<WeightTensor>> expected = new LinkedHashMap<>();
        for (Layer layer : network.getLayers()) {
            List<WeightTensor> own = List.copyOf(weights.layer(layer.getId()).values());
            if (!own.isEmpty() && !(layer instanceof Normalization)) {
                expected.put(KerasNames.legal(layer.getName()), own);
            }
        }
        Path h5 = export(new KerasH5Exporter(StandardLayers.catalog(), BlockSource.none()), network, weights);
        Path archive = export(new KerasArchiveExporter(StandardLayers.catalog(), BlockSource.none()), network, weights);

        assertThat(LikeKeras.h5(h5)).isEqualTo(expected);
        Map<String, List<WeightTensor>> found = new LinkedHashMap<>();
        LikeKeras.archive(archive).forEach((layer, arrays) -> found.put(layer, ordered(arrays)));
        assertThat(found).isEqualTo(expected);
        checkSettings(LikeKeras.description(h5), false);
        checkSettings(LikeKeras.description(archive), true);
        assertThat(outputs(LikeKeras.description(archive))).isEqualTo(network.getLayers().stream()
                .filter(Output.class::isInstance).map(output -> KerasNames.legal(
                        Inputs.of(output).get(0).getName()))
                .toList());
    }

    private Path export(NetworkExporter exporter, Network network, NetworkWeights weights) {
        Path file = folder.resolve("model." + exporter.extension());
        exporter.write(network, Optional.of(weights), file);
        return file;
    }

    private static List<WeightTensor> ordered(Map<String, WeightTensor> arrays) {
        List<String> places = new ArrayList<>(arrays.keySet());
        places.sort((one, other) -> {
            int part = Integer.compare(part(one), part(other));
            return part != 0 ? part : one.compareTo(other);
        });
        return places.stream().map(arrays::get).toList();
    }

    private static int part(String place) {
        for (int i = 0; i < PARTS.size(); i++) {
            if (place.contains(PARTS.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> outputs(JsonObject model) {
        return model.getAsJsonObject("config").getAsJsonArray("output_layers").asList().stream()
                .map(ref -> ref.getAsJsonArray().get(0).getAsString()).toList();
    }

    private static void checkSettings(JsonObject model, boolean archive) {
        for (JsonElement element : model.getAsJsonObject("config").getAsJsonArray("layers")) {
            checkLayer(element.getAsJsonObject(), archive);
        }
    }

    /** Keras 3 takes a class inside another only with its module, and no settings that a constructor hasn't. */
    private static void checkLayer(JsonObject layer, boolean named) {
        String type = layer.get("class_name").getAsString();
        JsonObject config = layer.getAsJsonObject("config");
        if (NO_TRAINABLE.contains(type)) {
            assertThat(config.has("trainable")).as(type).isFalse();
        }
        boolean own = type.startsWith("Vesalius>") || layer.has("registered_name")
                && !layer.get("registered_name").isJsonNull();
        if (named && !own) {
            assertThat(layer.get("module").getAsString()).isEqualTo("keras.layers");
        }
        if (config.has("layer")) {
            checkLayer(config.getAsJsonObject("layer"), true);
        }
        KerasSettings.of(type).ifPresent(known -> assertThat(known).as(type).containsAll(config.keySet()));
        if (!own) {
            assertThat(KerasSettings.of(type)).as(type).isPresent();
        }
    }
}
