// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.block.BlockExpansion;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.onnx.LayerCases;
import org.vesalius.network.exchange.onnx.OnnxExporter;
import org.vesalius.network.exchange.onnx.OnnxRuntime;
import org.vesalius.network.exchange.onnx.RandomNumbers;
import org.vesalius.network.exchange.onnx.TemplateNetworks;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.worker.spi.Tensor;

/** Exported code runs in PyTorch, with as many parameters and with the results that ONNX Runtime gives. */
class PyTorchExportTest {
    private static final float CLOSE = 1e-5f;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyLayer() throws Exception {
        return tests(LayerCases.all());
    }

    @TestFactory
    Stream<DynamicTest> templates() throws Exception {
        return tests(TemplateNetworks.small());
    }

    @Tag("nightly")
    @TestFactory
    Stream<DynamicTest> largeTemplates() throws Exception {
        return tests(TemplateNetworks.large());
    }

    private Stream<DynamicTest> tests(List<Network> networks) throws Exception {
        PyTorch.demand();
        List<Prepared> all = new ArrayList<>();
        for (Network network : networks) {
            all.add(prepared(network, Files.createTempDirectory(folder, "case")));
        }
        PyTorch.run(all.stream().map(Prepared::place).toList());
        return all.stream().map(prepared -> DynamicTest.dynamicTest(prepared.network().getName(),
                () -> check(prepared)));
    }

    /** A network in a folder, with samples and with what ONNX Runtime makes of them. */
    private record Prepared(Network network, Path place, Tensor expected) {
    }

    private static Prepared prepared(Network network, Path place) throws Exception {
        RandomNumbers numbers = new RandomNumbers(BlockExpansion.expand(network, BlockSource.none()).network());
        Optional<NetworkWeights> weights = Optional.of(numbers.weights());
        Map<String, Tensor> samples = numbers.samples();
        new PyTorchExporter(StandardLayers.catalog(), BlockSource.none()).write(network, weights, place.resolve("module.py"));
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(network, weights, place.resolve("model.onnx"));
        List<Tensor> inputs = List.copyOf(samples.values());
        for (int i = 0; i < inputs.size(); i++) {
            PyTorch.write(inputs.get(i), place, "input" + i);
        }
        Tensor expected = OnnxRuntime.run(place.resolve("model.onnx"), samples).values().iterator().next();
        return new Prepared(network, place, expected);
    }

    private static void check(Prepared prepared) throws Exception {
        Path place = prepared.place();
        String code = Files.readString(place.resolve("module.py"));
        assertThat(place.resolve("error.txt")).as(code).doesNotExist();
        ParameterCount count = new NetworkAnalyser(StandardLayers.catalog()).analyse(prepared.network())
                .totalParameters();
        assertThat(Files.readString(place.resolve("count.txt"))).isEqualTo(count.trainable() + " " + count.total());
        Tensor result = PyTorch.read(place, "result");
        assertThat(result.shape()).as(code).isEqualTo(prepared.expected().shape());
        assertThat(result.values()).as(code).containsExactly(prepared.expected().values(), offset(CLOSE));
    }
}
