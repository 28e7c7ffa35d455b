// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.network.Network;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.keras.write.KerasJsonExporter;
import org.vesalius.network.exchange.onnx.LayerCases;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.template.NetworkTemplates;

/**
 * Exported code compiles and runs in Python, and makes the layers of the network: a recorder stands in for Keras, and
 * what it takes down is held against the description that goes to Keras as JSON.
 */
class KerasPythonTest {
    private static final Path RECORDER = Path.of("src/test/python/record_keras.py").toAbsolutePath();

    @TempDir
    Path folder;

    @BeforeAll
    static void pythonIsThere() {
        assumeTrue(runs("python3", "--version"), "there is no python3 on this machine");
    }

    @TestFactory
    Stream<DynamicTest> layers() throws Exception {
        return tests(LayerCases.all());
    }

    @TestFactory
    Stream<DynamicTest> templates() throws Exception {
        NetworkTemplates templates = new NetworkTemplates();
        return tests(templates.ids().stream().map(templates::create).toList());
    }

    @Test
    void aBlockIsAFunctionAndItsRepetitionsALoop() throws IOException {
        NetworkTemplates templates = new NetworkTemplates();
        String code = code(templates.create("resnet-50"), "resnet");

        assertThat(code).contains("def build_model():").contains("_block(x, name=").contains("from tensorflow import keras");
    }

    private Stream<DynamicTest> tests(List<Network> networks) throws Exception {
        List<String> command = new ArrayList<>(List.of("python3", RECORDER.toString()));
        for (int i = 0; i < networks.size(); i++) {
            code(networks.get(i), "case" + i);
            command.add(folder.resolve("case" + i + ".py").toString());
        }
        Path records = folder.resolve("records.txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(records.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(records)).isZero();
        List<String> lines = Files.readAllLines(records, StandardCharsets.UTF_8);
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            Network network = networks.get(i);
            JsonArray recorded = JsonParser.parseString(lines.get(i)).getAsJsonArray();
            tests.add(DynamicTest.dynamicTest(network.getName(), () -> compare(network, recorded)));
        }
        return tests.stream();
    }

    private void compare(Network network, JsonArray recorded) throws IOException {
        Path json = folder.resolve("model.json");
        new KerasJsonExporter(StandardLayers.catalog(), BlockSource.none()).write(network, Optional.empty(), json);
        JsonArray layers = JsonParser.parseString(Files.readString(json)).getAsJsonObject().getAsJsonObject("config")
                .getAsJsonArray("layers");

        assertThat(counts(recorded, "class")).isEqualTo(counts(layers, "class_name"));
        Map<String, JsonObject> byName = new TreeMap<>();
        layers.forEach(layer -> byName.put(layer.getAsJsonObject().get("name").getAsString(), layer.getAsJsonObject()));
        for (JsonElement record : recorded) {
            JsonObject layer = byName.get(record.getAsJsonObject().get("name").getAsString());
            if (layer != null) {
                compareSettings(record.getAsJsonObject(), layer);
            }
        }
    }

    private static void compareSettings(JsonObject record, JsonObject layer) {
        JsonObject settings = record.getAsJsonObject("settings");
        JsonObject config = layer.getAsJsonObject("config");
        for (Map.Entry<String, JsonElement> setting : settings.entrySet()) {
            boolean plain = config.has(setting.getKey()) && !setting.getKey().equals("layer");
            if (plain) {
                assertThat(text(setting.getValue())).as(record + " " + layer)
                        .isEqualTo(text(config.get(setting.getKey())));
            }
        }
        int given = record.getAsJsonArray("inputs").size();
        JsonArray nodes = layer.getAsJsonArray("inbound_nodes");
        if (!nodes.isEmpty() && !layer.get("class_name").getAsString().equals("MultiHeadAttention")) {
            assertThat(given).isEqualTo(nodes.get(0).getAsJsonArray().size());
        }
    }

    /** A value whose numbers look alike in Python and Java. */
    private static String text(JsonElement value) {
        if (value.isJsonArray()) {
            return value.getAsJsonArray().asList().stream().map(KerasPythonTest::text).toList().toString();
        }
        boolean number = value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
        return number ? Double.toString(value.getAsDouble()) : value.toString();
    }

    /** How often each class occurs; what Keras has no class for counts as one. */
    private static Map<String, Integer> counts(JsonArray layers, String key) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonElement layer : layers) {
            String type = layer.getAsJsonObject().get(key).getAsString();
            boolean own = type.startsWith("Vesalius>") || type.equals("Lambda") || type.equals("PositionalEncoding");
            counts.merge(own ? "own" : type, 1, Integer::sum);
        }
        return counts;
    }

    private String code(Network network, String name) throws IOException {
        Path file = folder.resolve(name + ".py");
        new KerasPythonExporter(StandardLayers.catalog(), BlockSource.none()).write(network, Optional.empty(), file);
        return Files.readString(file);
    }

    private static boolean runs(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
