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
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalyzer;
import org.vesalius.network.block.BlockExpansion;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.onnx.LayerCases;
import org.vesalius.network.exchange.onnx.OnnxExporter;
import org.vesalius.network.exchange.onnx.OnnxRuntime;
import org.vesalius.network.exchange.onnx.RandomNumbers;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.worker.spi.Tensor;

/** Exported code runs in PyTorch, with as many parameters and with the results that ONNX Runtime gives. */
class PyTorchExportTest {
    private static final float CLOSE = 1e-5f;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyLayer() throws Exception {
        PyTorch.demand();
        List<Network> networks = LayerCases.all();
        List<Path> places = new ArrayList<>();
        for (Network network : networks) {
            places.add(prepared(network, Files.createDirectory(folder.resolve("case" + places.size()))));
        }
        PyTorch.run(places);
        return networks.stream().map(network -> DynamicTest.dynamicTest(network.getName(),
                () -> check(network, places.get(networks.indexOf(network)))));
    }

    private static Path prepared(Network network, Path place) throws Exception {
        Network flat = BlockExpansion.expand(network, BlockSource.none()).network();
        RandomNumbers numbers = new RandomNumbers(flat);
        Optional<NetworkWeights> weights = Optional.of(numbers.weights());
        new PyTorchExporter().write(network, weights, place.resolve("module.py"));
        new OnnxExporter().write(network, weights, place.resolve("model.onnx"));
        PyTorch.write(numbers.samples().values().iterator().next(), place, "input");
        return place;
    }

    private static void check(Network network, Path place) throws Exception {
        String code = Files.readString(place.resolve("module.py"));
        assertThat(place.resolve("error.txt")).as(code).doesNotExist();
        ParameterCount count = new NetworkAnalyzer(LayerCatalog.standard()).analyze(network).totalParameters();
        assertThat(Files.readString(place.resolve("count.txt"))).isEqualTo(count.trainable() + " " + count.total());
        Tensor result = PyTorch.read(place, "result");
        String input = network.getLayers().get(0).getName();
        Tensor expected = OnnxRuntime.run(place.resolve("model.onnx"),
                Map.of(input, PyTorch.read(place, "input"))).values().iterator().next();
        assertThat(result.shape()).as(code).isEqualTo(expected.shape());
        assertThat(result.values()).as(code).containsExactly(expected.values(), offset(CLOSE));
    }
}
