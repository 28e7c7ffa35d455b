// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.network.Input;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.cases.ExchangeCases;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Axis;
import org.vesalius.worker.spi.Tensor;

/** Models of other tools compute in Vesalius what they compute there. */
@ExtendWith(ExchangeCases.CountedWhenSkipped.class)
class OnnxImportTest {
    private static final float CLOSE = 1e-5f;
    private static final Path SHARED = Path.of("../../../shared/data/onnx/onnx-backend-test");

    @TempDir
    Path folder;

    /** Modules of PyTorch, made by {@code src/test/python/make_pytorch_models.py}. */
    @TestFactory
    Stream<DynamicTest> pytorch() throws IOException {
        return tests(Path.of("src/test/resources/onnx"));
    }

    /** Cases of the ONNX project. */
    @TestFactory
    Stream<DynamicTest> backendCases() throws IOException {
        assumeTrue(Files.isDirectory(SHARED), "there is no ../shared/data/onnx beside the repository");
        return tests(SHARED);
    }

    private Stream<DynamicTest> tests(Path cases) throws IOException {
        return ForeignCase.below(cases).stream().map(found -> DynamicTest.dynamicTest(found.name(), () -> check(found)));
    }

    private void check(ForeignCase found) throws Exception {
        ImportedNetwork imported = new OnnxImporter(StandardLayers.catalog()).load(found.model());
        assertThat(imported.report().with(Fidelity.UNKNOWN)).as(imported.report().text()).isEmpty();
        Input input = (Input) imported.network().getLayers().stream().filter(Input.class::isInstance).findFirst()
                .orElseThrow();
        List<Integer> sample = input.getShape().axes().stream().map(Axis::size).toList();
        Tensor fed = ForeignCase.inOrder(found.input(), sample);

        Map<String, Tensor> samples = Map.of(input.getName(), fed);
        Path again = folder.resolve("again.onnx");
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(imported.network(), imported.weights(), again);
        compare(OnnxRuntime.run(again, samples).values().iterator().next(), found, imported);
        compare(TrainingEngine.run(imported.network(), imported.weights(), samples).values().iterator().next(), found, imported);
    }

    private static void compare(Tensor result, ForeignCase found, ImportedNetwork imported) throws IOException {
        List<Integer> order = Arrays.stream(result.shape()).boxed().toList();
        Tensor expected = ForeignCase.inOrder(found.output(), order.subList(1, order.size()));
        assertThat(result.values()).as(imported.report().text()).containsExactly(expected.values(), offset(CLOSE));
    }
}
