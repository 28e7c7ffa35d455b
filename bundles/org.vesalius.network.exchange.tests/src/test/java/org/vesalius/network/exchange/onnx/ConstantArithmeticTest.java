// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.worker.spi.Tensor;

/** Constants that are cast, and values that are divided by them; the expected numbers are computed by hand. */
class ConstantArithmeticTest {
    @TempDir
    Path folder;

    /** A Normalization divides by 1e-7 at least: 3e-9 / 1e-9 would be 0.03 by one. */
    @Test
    void aDivisorThatIsVerySmallDividesAllTheSame() throws IOException {
        ImportedNetwork imported = load(new SingleOperator("Div@14 1x2 n:1e-9,2").model());

        assertThat(imported.report().with(Fidelity.UNKNOWN)).isEmpty();
        assertThat(imported.report().with(Fidelity.APPROXIMATED)).hasSize(1);
        assertThat(run(imported, 3e-9f, 4)).containsExactly(new float[] {3, 2}, offset(1e-5f));
    }

    /** The square of 1e20 is beyond single precision. */
    @Test
    void aDivisorThatIsVeryLargeDividesAllTheSame() throws IOException {
        ImportedNetwork imported = load(new SingleOperator("Div@14 1x2 n:1e20,2").model());

        assertThat(imported.report().with(Fidelity.UNKNOWN)).isEmpty();
        assertThat(run(imported, 3e20f, 4)).containsExactly(new float[] {3, 2}, offset(1e-5f));
    }

    @ParameterizedTest
    @CsvSource({"'n:0.0,2'", "'n:1e-40,2'", "'n:3e38,2'"})
    void aDivisorWithoutAReciprocalIsUnknown(String divisors) throws IOException {
        assertThat(load(new SingleOperator("Div@14 1x2 " + divisors).model()).report().with(Fidelity.UNKNOWN))
                .hasSize(1);
    }

    /** Whole numbers keep their lower bits, decimals are cut off: 300 - 256 = 44, 200 - 256 = -56. */
    @ParameterizedTest
    @CsvSource({"'i:300,200', INT8, 44, -56", "'i:300,-1', UINT8, 44, 255", "'i:40000,65537', INT16, -25536, 1",
        "'i:65538,-2', UINT16, 2, 65534", "'i:4294967301,2147483648', INT32, 5, -2147483648",
        "'i:4294967301,7', UINT32, 5, 7", "'n:2.75,-2.75', INT8, 2, -2", "'n:-0.5,255.9', UINT8, 0, 255",
        "'n:-128.9,127.9', INT8, -128, 127"})
    void constantsAreCastAsTheFileSays(String constant, DataType type, float first, float second) throws IOException {
        assertThat(run(load(timesCast(constant, type)), 1, 1)).containsExactly(first, second);
    }

    /** What becomes of decimals out of range is not defined. */
    @ParameterizedTest
    @CsvSource({"'n:300.0,1', INT8", "'n:-1.0,1', UINT8", "'n:3e9,1', INT32", "'n:NaN,1', INT64", "'n:1e19,1', INT64",
        "'i:-1,1', UINT64"})
    void constantsOutOfRangeAreUnknown(String constant, DataType type) throws IOException {
        assertThat(load(timesCast(constant, type)).report().with(Fidelity.UNKNOWN)).isNotEmpty();
    }

    /** A value times a constant that is cast to a type and back. */
    private static ModelProto timesCast(String constant, DataType type) {
        ModelProto.Builder model = new SingleOperator("Mul@14 1x2 " + constant).model().toBuilder();
        GraphProto.Builder graph = model.getGraphBuilder();
        NodeProto product = graph.getNode(0).toBuilder().setInput(1, "back").build();
        graph.clearNode().addNode(cast("c1", "there", type)).addNode(cast("there", "back", DataType.FLOAT))
                .addNode(product);
        return model.build();
    }

    private static NodeProto cast(String from, String to, DataType type) {
        return NodeProto.newBuilder().setOpType("Cast").setName(to).addInput(from).addOutput(to)
                .addAttribute(AttributeProto.newBuilder().setName("to").setType(AttributeProto.AttributeType.INT)
                        .setI(type.getNumber()))
                .build();
    }

    private ImportedNetwork load(ModelProto model) throws IOException {
        Path file = folder.resolve("constants.onnx");
        Files.write(file, model.toByteArray());
        return new OnnxImporter(StandardLayers.catalog()).load(file);
    }

    private static float[] run(ImportedNetwork imported, float... row) {
        return TrainingEngine.run(imported.network(), imported.weights(),
                Map.of("x", new Tensor(new int[] {1, row.length}, row))).values().iterator().next().values();
    }
}
