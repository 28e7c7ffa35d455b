// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.worker.spi.Tensor;

/** Networks that go out as ONNX and come back. */
class OnnxRoundTripTest {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;
    private static final float CLOSE = 1e-5f;

    @TempDir
    Path folder;

    /** Vesalius' own files come back as they were drawn: export, import, export gives the same bytes. */
    @TestFactory
    Stream<DynamicTest> ownFiles() {
        return LayerCases.all().stream()
                .map(network -> DynamicTest.dynamicTest(network.getName(), () -> comesBack(network)));
    }

    /** Without Vesalius' notes the same files are read operator by operator, and compute the same. */
    @TestFactory
    Stream<DynamicTest> asForeignFiles() {
        return LayerCases.all().stream().filter(OnnxRoundTripTest::hasItsOwnOperators)
                .map(network -> DynamicTest.dynamicTest(network.getName(), () -> computesTheSame(network)));
    }

    /** Two layers inside wrappers have two ids, so that the imported network can be opened again. */
    @Test
    void wrappedLayersHaveIdsOfTheirOwn() throws IOException {
        Network network = new NetworkBuilder("two steps")
                .add("input", MAKE.createInput(), l -> l.setShape(Shape.sequence(4, 3)))
                .add("first", MAKE.createTimeDistributed(), l -> l.setLayer(MAKE.createDense()))
                .add("second", MAKE.createTimeDistributed(), l -> l.setLayer(MAKE.createDense()))
                .add("result", MAKE.createOutput()).build();
        Path own = folder.resolve("own.onnx");
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(network, Optional.of(new RandomNumbers(network).weights()),
                own);
        NetworkFiles files = new NetworkFiles(StandardLayers.catalog());
        files.save(new OnnxImporter(StandardLayers.catalog()).load(withoutNotes(own)).network(), folder.resolve("two.network"));

        assertThat(files.load(folder.resolve("two.network")).getLayers().stream()
                .filter(TimeDistributed.class::isInstance).map(layer -> ((TimeDistributed) layer).getLayer().getId()))
                .hasSize(2).doesNotHaveDuplicates();
    }

    private void comesBack(Network network) {
        NetworkWeights weights = new RandomNumbers(network).weights();
        Path first = folder.resolve("first.onnx");
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(network, Optional.of(weights), first);

        ImportedNetwork back = new OnnxImporter(StandardLayers.catalog()).load(first);
        Path second = folder.resolve("second.onnx");
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(back.network(), back.weights(), second);

        assertThat(back.report().origin()).startsWith("Vesalius");
        assertThat(back.weights().orElse(NetworkWeights.empty())).isEqualTo(weights);
        assertThat(second).hasSameBinaryContentAs(first);
    }

    private void computesTheSame(Network network) throws Exception {
        RandomNumbers numbers = new RandomNumbers(network);
        Path own = folder.resolve("own.onnx");
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(network, Optional.of(numbers.weights()), own);
        Map<String, Tensor> samples = numbers.samples();
        Tensor expected = OnnxRuntime.run(own, samples).get("result");

        ImportedNetwork read = new OnnxImporter(StandardLayers.catalog()).load(withoutNotes(own));
        assertThat(read.report().with(Fidelity.UNKNOWN)).as(read.report().text()).isEmpty();
        Path again = folder.resolve("again.onnx");
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(read.network(), read.weights(), again);
        Tensor actual = OnnxRuntime.run(again, samples).get("result");

        assertThat(actual.shape()).as(read.report().text()).isEqualTo(expected.shape());
        assertThat(actual.values()).as(read.report().text()).containsExactly(expected.values(), offset(CLOSE));
    }

    /** What ONNX says in a dozen small operators is recognised by Vesalius' notes only. */
    private static boolean hasItsOwnOperators(Network network) {
        String name = network.getName();
        boolean attention = name.contains("attention") || name.equals("learned positions");
        boolean dot = name.startsWith("dot") && !name.equals("dot2false");
        return !attention && !dot && !name.contains("sequences backwards")
                && !name.equals("time distributed conv") && !name.equals("permute");
    }

    private Path withoutNotes(Path own) throws IOException {
        ModelProto model = ModelProto.parseFrom(Files.readAllBytes(own)).toBuilder().clearMetadataProps().build();
        Path foreign = folder.resolve("foreign.onnx");
        Files.write(foreign, model.toByteArray());
        return foreign;
    }
}
