// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Normalization;
import org.vesalius.network.Output;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.keras.read.KerasImporter;
import org.vesalius.network.exchange.keras.write.KerasH5Exporter;
import org.vesalius.network.exchange.keras.write.KerasNames;
import org.vesalius.network.exchange.onnx.LayerCases;
import org.vesalius.network.exchange.onnx.RandomNumbers;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.template.NetworkTemplates;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightTensor;

/** What is written for Keras comes back as it was, and is written the same again. */
class KerasRoundTripTest {
    private static final List<EAttribute> OF_THE_DRAWING = List.of(NetworkPackage.Literals.LAYER__ID,
            NetworkPackage.Literals.LAYER__X, NetworkPackage.Literals.LAYER__Y, NetworkPackage.Literals.LAYER__NAME);
    private static final long MOST_PARAMETERS = 6_000_000;

    @TempDir
    Path folder;

    private final NetworkAnalyser analyser = new NetworkAnalyser(StandardLayers.catalog());

    @TestFactory
    Stream<DynamicTest> layers() {
        return LayerCases.all().stream().map(network -> DynamicTest.dynamicTest(network.getName(),
                () -> check(network)));
    }

    @TestFactory
    Stream<DynamicTest> templates() {
        NetworkTemplates templates = new NetworkTemplates();
        return templates.ids().stream()
                .filter(id -> analyser.analyse(templates.create(id)).totalParameters().total() <= MOST_PARAMETERS)
                .map(id -> DynamicTest.dynamicTest(id, () -> check(flat(templates.create(id)))));
    }

    private Network flat(Network network) {
        return analyser.analyse(network).expanded().orThrow().network();
    }

    private void check(Network network) throws IOException {
        NetworkWeights weights = new RandomNumbers(network).weights();
        Path first = folder.resolve("first.h5");
        Path second = folder.resolve("second.h5");

        new KerasH5Exporter(StandardLayers.catalog(), BlockSource.none()).write(network, Optional.of(weights), first);
        ImportedNetwork imported = new KerasImporter(StandardLayers.catalog()).load(first);
        NetworkWeights read = imported.weights().orElse(NetworkWeights.empty());
        new KerasH5Exporter(StandardLayers.catalog(), BlockSource.none()).write(imported.network(), Optional.of(read), second);
        ImportedNetwork again = new KerasImporter(StandardLayers.catalog()).load(second);

        assertThat(imported.report().exact()).as(imported.report().text()).isTrue();
        compare(network, imported.network(), weights, read);
        assertThat(Files.mismatch(first, second)).as("first byte that differs").isEqualTo(-1);
        NetworkFiles files = new NetworkFiles(StandardLayers.catalog());
        assertThat(files.toBytes(again.network())).isEqualTo(files.toBytes(imported.network()));
        assertThat(again.weights().orElse(NetworkWeights.empty())).isEqualTo(read);
    }

    private static void compare(Network expected, Network actual, NetworkWeights weights, NetworkWeights read) {
        Map<String, Layer> byName = new HashMap<>();
        actual.getLayers().forEach(layer -> byName.put(layer.getName(), layer));
        assertThat(actual.getLayers()).hasSameSizeAs(expected.getLayers());
        for (Layer layer : expected.getLayers()) {
            String name = layer instanceof Output
                    ? KerasNames.legal(Inputs.of(layer).get(0).getName()) + "_output" : KerasNames.legal(layer.getName());
            Layer found = byName.get(name);
            assertThat(found).as(name + " in " + byName.keySet()).isNotNull();
            assertThat(text(found)).isEqualTo(text(layer));
            assertThat(Inputs.of(found)).extracting(Layer::getName).isEqualTo(Inputs.of(layer).stream()
                    .map(input -> KerasNames.legal(input.getName())).toList());
            assertThat(stored(found, read.layer(found.getId()))).as(name)
                    .isEqualTo(stored(layer, weights.layer(layer.getId())));
        }
    }

    /** The weights that Keras has; how many numbers a Normalization was adapted to is not among them. */
    private static Map<String, WeightTensor> stored(Layer layer, Map<String, WeightTensor> weights) {
        Map<String, WeightTensor> stored = new HashMap<>(weights);
        if (layer instanceof Normalization) {
            stored.remove("count");
        }
        return stored;
    }

    /** Type and attributes, those of a layer inside too. */
    private static String text(Layer layer) {
        StringBuilder text = new StringBuilder(layer.eClass().getName());
        for (EAttribute attribute : layer.eClass().getEAllAttributes()) {
            // mean and variance come back from the weights
            boolean inWeights = attribute.getEContainingClass() == NetworkPackage.Literals.NORMALIZATION;
            if (!OF_THE_DRAWING.contains(attribute) && !inWeights) {
                text.append(' ').append(attribute.getName()).append('=')
                        .append(EcoreUtil.convertToString(attribute.getEAttributeType(), layer.eGet(attribute)));
            }
        }
        layer.eContents().forEach(inside -> text.append(" [").append(text((Layer) inside)).append(']'));
        return text.toString();
    }
}
