// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.LayerNote;
import org.vesalius.network.layer.standard.StandardLayers;

/**
 * What the file computes with whole numbers is not computed with decimals in silence: 3 / 2 is 1 there, the mean of 1 and
 * 2 is 1, and 200 + 100 is 44 in a byte. Source: github.com/onnx/onnx, Operators.
 */
class WholeNumbersTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"Div@14 2x6 i:2, INT64", "Div@14 2x6 i:2, UINT8", "'ReduceMean@13 2x6 axes=1,', INT32",
        "Add@14 2x6 i:100, UINT8", "Sub@14 2x6 i:3, UINT8", "Neg@13 2x6, INT8", "Cast@13 2x6 to=9, INT64"})
    void whatCutsOffOrRunsOverIsUnknown(String line, DataType type) throws IOException {
        assertThat(Fidelity.UNKNOWN).isIn(fidelities(line, type));
    }

    /** 300 is 44 in a byte, and 200 is -56 in a signed one. */
    @ParameterizedTest
    @CsvSource({"Cast@13 2x6 to=3, INT64", "Cast@13 2x6 to=3, UINT8", "Cast@13 2x6 to=4, INT8"})
    void codesThatMayRunOverInASmallTypeAreApproximated(String line, DataType type) throws IOException {
        assertThat(Fidelity.APPROXIMATED).isIn(fidelities(line, type));
    }

    @ParameterizedTest
    @CsvSource({"Cast@13 2x6 to=6, INT64", "Cast@13 2x6 to=5, UINT8", "Add@14 2x6 i:100, INT64", "Mul@14 2x6 i:3, INT32",
        "Relu@14 2x6, INT32", "Div@14 2x6 n:2, FLOAT",
        "Sub@14 2x6 n:3, FLOAT", "Cast@13 2x6 to=1, UINT8"})
    void whatComesToTheSameIsExact(String line, DataType type) throws IOException {
        assertThat(fidelities(line, type)).containsOnly(Fidelity.EXACT);
    }

    private Iterable<Fidelity> fidelities(String line, DataType type) throws IOException {
        ModelProto.Builder model = new SingleOperator(line).model().toBuilder();
        model.getGraphBuilder().getInputBuilder(0).getTypeBuilder().getTensorTypeBuilder()
                .setElemType(type.getNumber());
        Path file = folder.resolve("whole.onnx");
        Files.write(file, model.build().toByteArray());
        return new OnnxImporter(StandardLayers.catalog()).load(file).report().layers().stream().map(LayerNote::fidelity).toList();
    }
}
