// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.network.Attention;
import org.vesalius.network.Network;
import org.vesalius.network.block.BlockExpansion;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.worker.spi.Tensor;

/**
 * Whole designs as ONNX: they compute in ONNX Runtime what the engine computes, come back as drawn, and compute the same
 * when they are read as the file of another tool.
 */
class OnnxTemplateTest {
    private static final float CLOSE = 1e-5f;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> small() {
        return tests(TemplateNetworks.small());
    }

    @Tag("nightly")
    @TestFactory
    Stream<DynamicTest> large() {
        return tests(TemplateNetworks.large());
    }

    private Stream<DynamicTest> tests(List<Network> networks) {
        return networks.stream().map(network -> DynamicTest.dynamicTest(network.getName(), () -> check(network)));
    }

    private void check(Network network) throws Exception {
        Network flat = BlockExpansion.expand(network, BlockSource.none()).network();
        RandomNumbers numbers = new RandomNumbers(flat);
        NetworkWeights weights = numbers.weights();
        Map<String, Tensor> samples = numbers.samples();
        Path file = folder.resolve("network.onnx");
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(network, Optional.of(weights), file);
        Map<String, Tensor> exported = OnnxRuntime.run(file, samples);

        compare(TrainingEngine.run(flat, Optional.of(weights), samples), exported);
        comesBack(file, weights);
        // what ONNX says in a dozen small operators, such as attention, is recognised by Vesalius' notes only
        if (flat.getLayers().stream().noneMatch(Attention.class::isInstance)) {
            compare(asForeign(file, samples), exported);
        }
    }

    private void comesBack(Path file, NetworkWeights weights) {
        ImportedNetwork back = new OnnxImporter(StandardLayers.catalog()).load(file);
        Path again = folder.resolve("again.onnx");
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(back.network(), back.weights(), again);
        assertThat(back.weights()).contains(weights);
        assertThat(again).hasSameBinaryContentAs(file);
    }

    private Map<String, Tensor> asForeign(Path file, Map<String, Tensor> samples) throws Exception {
        ImportedNetwork read = new OnnxImporter(StandardLayers.catalog()).load(withoutNotes(file));
        assertThat(read.report().exact()).as(read.report().text()).isTrue();
        Path again = folder.resolve("foreign.onnx");
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(read.network(), read.weights(), again);
        return OnnxRuntime.run(again, samples);
    }

    private Path withoutNotes(Path own) throws IOException {
        ModelProto model = ModelProto.parseFrom(Files.readAllBytes(own)).toBuilder().clearMetadataProps().build();
        return Files.write(folder.resolve("stripped.onnx"), model.toByteArray());
    }

    private static void compare(Map<String, Tensor> actual, Map<String, Tensor> expected) {
        assertThat(actual).containsOnlyKeys(expected.keySet());
        expected.forEach((name, tensor) -> {
            assertThat(actual.get(name).shape()).isEqualTo(tensor.shape());
            assertThat(actual.get(name).values()).containsExactly(tensor.values(), offset(CLOSE));
        });
    }
}
