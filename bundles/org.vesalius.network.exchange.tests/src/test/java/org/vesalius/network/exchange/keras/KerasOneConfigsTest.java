// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Dropout;
import org.vesalius.network.Initializer;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.LayerNote;
import org.vesalius.network.exchange.keras.read.KerasImporter;
import org.vesalius.network.layer.standard.StandardLayers;

/** Descriptions that Keras 1 wrote become networks; the report tells what differs. */
class KerasOneConfigsTest {
    private static final String FOLDER = "modelimport/keras/configs/keras1";
    private static final String DROPOUT = ": dropout inside the layer is left out in training (dropout = ";
    private static final String BIAS = ": the constraint of its bias is left out";

    /** Read from the JSON by hand: what these models say that layers of Vesalius can't. */
    private static final Map<String, List<String>> DIFFERENCES = Map.of(
            "imdb_lstm_tf_keras_1_config.json", List.of("embedding_1" + DROPOUT + "0.2)", "lstm_1" + DROPOUT + "0.2)"),
            "imdb_lstm_th_keras_1_config.json", List.of("embedding_1" + DROPOUT + "0.2)", "lstm_1" + DROPOUT + "0.2)"),
            "lstm_tddense_config.json", List.of("lstm_1" + DROPOUT + "0.5)"),
            "mnist_mlp_constraint_tf_keras_1_config.json", List.of("dense_2" + BIAS, "dense_4" + BIAS));

    @Test
    void everyDescriptionIsImportedAndTheReportSaysWhatDiffers() throws IOException {
        Map<String, List<String>> differences = new TreeMap<>();
        int count = 0;
        for (Path file : files()) {
            ImportedNetwork imported = new KerasImporter(StandardLayers.catalog()).load(file);
            assertThat(imported.report().with(Fidelity.UNKNOWN)).as(file.toString()).isEmpty();
            List<String> notes = imported.report().with(Fidelity.APPROXIMATED).stream()
                    .map(KerasOneConfigsTest::brief).toList();
            if (!notes.isEmpty()) {
                differences.put(file.getFileName().toString(), notes);
            }
            count++;
        }

        assertThat(count).isEqualTo(20);
        assertThat(differences).isEqualTo(new TreeMap<>(DIFFERENCES));
    }

    @Test
    void theNetworksHaveNoErrors() throws IOException {
        for (Path file : files()) {
            NetworkAnalysis analysis = analysis(new KerasImporter(StandardLayers.catalog()).load(file).network());
            assertThat(analysis.problems()).as(file.toString())
                    .noneMatch(problem -> problem.severity() == Severity.ERROR);
        }
    }

    @Test
    void channelsComeLastAndOldNamesAreUnderstood() {
        Network network = new KerasImporter(StandardLayers.catalog()).load(KerasData.file(FOLDER + "/cnn_th_config.json")).network();

        assertThat(layer(network, "convolution2d_1_input", Input.class).getShape().display()).isEqualTo("8×8×3");
        Convolution2D convolution = layer(network, "convolution2d_1", Convolution2D.class);
        assertThat(convolution.getFilters()).isEqualTo(2);
        assertThat(convolution.getKernelSize().display()).isEqualTo("3×2");
        assertThat(convolution.getInitializer()).isEqualTo(Initializer.GLOROT_UNIFORM);
        assertThat(layer(network, "dropout_1", Dropout.class).getRate()).isEqualTo(0.25);
    }

    /** Counted by hand from the description of YOLO's first version. */
    @Test
    void yoloHasItsParameters() {
        Network network = new KerasImporter(StandardLayers.catalog()).load(KerasData.file(FOLDER + "/yolo_model.json")).network();

        assertThat(analysis(network).totalParameters().total()).isEqualTo(45_089_374L);
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(KerasData.file(FOLDER))) {
            all.sorted().forEach(files::add);
        }
        return files;
    }

    private static NetworkAnalysis analysis(Network network) {
        return new NetworkAnalyser(StandardLayers.catalog()).analyse(network);
    }

    private static String brief(LayerNote note) {
        return note.layer() + ": " + note.note().replaceAll("; it is applied to every step by a TimeDistributed", "");
    }

    private static <L extends Layer> L layer(Network network, String name, Class<L> type) {
        return network.getLayers().stream().filter(found -> name.equals(found.getName())).map(type::cast).findFirst()
                .orElseThrow();
    }
}
