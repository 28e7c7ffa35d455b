// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.network.Network;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.worker.spi.Tensor;

/** Exported models compute in ONNX Runtime what the engine computes that users train with. */
class OnnxExportTest {
    private static final float CLOSE = 1e-5f;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyLayer() {
        return LayerCases.all().stream().map(network -> DynamicTest.dynamicTest(network.getName(), () -> check(network)));
    }

    private void check(Network network) throws Exception {
        RandomNumbers numbers = new RandomNumbers(network);
        NetworkWeights weights = numbers.weights();
        Path file = folder.resolve(Integer.toHexString(network.getName().hashCode()) + ".onnx");
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(network, Optional.of(weights), file);
        Map<String, Tensor> samples = numbers.samples();
        Tensor exported = OnnxRuntime.run(file, samples).get("result");
        Tensor trained = TrainingEngine.run(network, Optional.of(weights), samples).get("result");
        assertThat(exported.shape()).isEqualTo(trained.shape());
        assertThat(exported.values()).containsExactly(trained.values(), offset(CLOSE));
    }
}
