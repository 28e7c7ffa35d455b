// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.network.Network;
import org.vesalius.worker.spi.Tensor;

/** Exported models run in ONNX Runtime. */
class OnnxExportTest {
    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyLayer() {
        return LayerCases.all().stream().map(network -> DynamicTest.dynamicTest(network.getName(), () -> check(network)));
    }

    private void check(Network network) throws Exception {
        RandomNumbers numbers = new RandomNumbers(network);
        Path file = folder.resolve(Integer.toHexString(network.getName().hashCode()) + ".onnx");
        new OnnxExporter().write(network, Optional.of(numbers.weights()), file);
        Map<String, Tensor> results = OnnxRuntime.run(file, numbers.samples());
        assertThat(results).containsOnlyKeys("result");
    }
}
