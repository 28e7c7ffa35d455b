// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;

/** Damaged, foreign and malicious files give one clear message, or placeholders, and take no memory for what they claim. */
class HostileOnnxTest {
    private static final Path SOUND = Path.of("src/test/resources/onnx/residual/model.onnx");
    private static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();

    @TempDir
    Path folder;

    @Test
    void aFileCutOffAnywhereGivesAMessageOrASmallerNetwork() throws IOException {
        byte[] whole = Files.readAllBytes(SOUND);
        for (int length = 0; length < whole.length; length += 7) {
            loadsOrReports(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void changedBytesNeverGiveAnythingButAMessage() throws IOException {
        byte[] whole = Files.readAllBytes(SOUND);
        Random random = new Random(5);
        for (int i = 0; i < 600; i++) {
            byte[] changed = whole.clone();
            for (int k = 0; k < 4; k++) {
                changed[random.nextInt(whole.length)] = (byte) random.nextInt();
            }
            loadsOrReports(changed);
        }
    }

    @Test
    void filesOfOtherKindsAreNamedAsSuch() {
        refused("PK\u0003\u0004 a zip".getBytes(StandardCharsets.ISO_8859_1), "no ONNX model");
        refused("<?xml version=\"1.0\"?><network/>".getBytes(StandardCharsets.UTF_8), "no ONNX model");
        refused(new byte[0], "no ONNX model");
    }

    @Test
    void aLengthBeyondTheFileTakesNoMemory() {
        // field 7 (graph), of a length of almost 2 GB
        refused(new byte[] {0x08, 0x07, 0x3a, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x07, 0x0a},
                "damaged");
    }

    @Test
    void anArrayThatClaimsABillionNumbersIsRefused() {
        TensorProto huge = TensorProto.newBuilder().setName("w").setDataType(FLOAT).addDims(1_000_000_000L)
                .addDims(1_000_000_000L).setRawData(ByteString.copyFrom(new byte[16])).build();
        refused(model(graph(node("MatMul", "y", "x", "w")).addInitializer(huge)), "more than can be held");
        TensorProto tooShort = huge.toBuilder().clearDims().addDims(1_000_000_000L).build();
        refused(model(graph(node("MatMul", "y", "x", "w")).addInitializer(tooShort)), "1000000000 numbers and holds 4");
    }

    @Test
    void anInputOfABillionStepsOnEachAxisIsReadWithoutMemory() throws IOException {
        GraphProto.Builder graph = GraphProto.newBuilder().setName("g").addInput(input(1_000_000_000L, 1_000_000_000L))
                .addNode(node("Relu", "y", "x")).addOutput(ValueInfoProto.newBuilder().setName("y"));
        assertThat(load(model(graph)).network().getLayers()).hasSize(3);
        graph.setInput(0, input(Long.MAX_VALUE, 3));
        refused(model(graph), "more than can be computed with");
    }

    @Test
    void aConstantOfTerabytesIsNotMade() throws IOException {
        TensorProto shape = TensorProto.newBuilder().setName("s").setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(2).addInt64Data(1L << 40).addInt64Data(1L << 20).build();
        ImportedNetwork read = load(model(graph(node("ConstantOfShape", "c", "s"), node("Add", "y", "x", "c"))
                .addInitializer(shape)));
        assertThat(read.report().with(Fidelity.UNKNOWN)).hasSize(1);
    }

    @Test
    void circlesDuplicatesAndMissingValuesAreNamed() {
        refused(model(graph(node("Add", "a", "x", "y"), node("Relu", "y", "a"))), "in a circle");
        refused(model(graph(node("Relu", "y", "x"), node("Tanh", "y", "x"))), "have the name 'y'");
        refused(model(graph(node("Relu", "y", "nowhere"))), "takes the value 'nowhere'");
        TensorProto one = TensorProto.newBuilder().setName("w").setDataType(FLOAT).addFloatData(1).build();
        refused(model(graph(node("Add", "y", "x", "w")).addInitializer(one).addInitializer(one)),
                "have the name 'w'");
    }

    @Test
    void weightsOutsideOfTheFolderAreRefused() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.bin"), "0123456789abcdef");
        Path inner = Files.createDirectory(folder.resolve("models"));
        Files.createSymbolicLink(inner.resolve("link.bin"), secret);
        for (String location : new String[] {"../secret.bin", secret.toAbsolutePath().toString(), "link.bin",
            "a/../../secret.bin", ""}) {
            Path file = Files.write(inner.resolve("model.onnx"), withExternal(location, "0", "16"));
            assertThatThrownBy(() -> new OnnxImporter(StandardLayers.catalog()).load(file)).isInstanceOf(ReportedException.class)
                    .hasMessageContaining("not in its folder");
        }
    }

    @Test
    void weightsBesideTheModelAreRead() throws IOException {
        Files.write(folder.resolve("weights.bin"), new byte[64]);
        Path file = Files.write(folder.resolve("model.onnx"), withExternal("weights.bin", "16", "16"));
        assertThat(new OnnxImporter(StandardLayers.catalog()).load(file).weights()).isPresent();
        Files.write(file, withExternal("weights.bin", "60", "16"));
        assertThatThrownBy(() -> new OnnxImporter(StandardLayers.catalog()).load(file)).hasMessageContaining("shorter than the model says");
        Files.write(file, withExternal("missing.bin", "0", "16"));
        assertThatThrownBy(() -> new OnnxImporter(StandardLayers.catalog()).load(file)).isInstanceOf(ReportedException.class);
    }

    @Test
    void whatIsUnknownBecomesAPlaceholderWithItsAttributes() throws IOException {
        NodeProto strange = node("Frobnicate", "y", "x").toBuilder().setDomain("org.example").build();
        ImportedNetwork read = load(model(graph(strange)));
        assertThat(read.report().text()).contains("y (org.example.Frobnicate): unknown");
        assertThat(read.report().exact()).isFalse();
    }

    @Test
    void aModelOfTheFutureIsRefused() {
        ModelProto future = ModelProto.newBuilder().setIrVersion(99)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(999)).setGraph(graph(node("Relu", "y", "x")))
                .build();
        refused(future.toByteArray(), "newer than what Vesalius knows");
    }

    @Test
    void damagedNotesDoNotHideTheGraph() throws IOException {
        ModelProto noted = ModelProto.parseFrom(model(graph(node("Relu", "y", "x")))).toBuilder()
                .addMetadataProps(StringStringEntryProto.newBuilder().setKey("vesalius.network")
                        .setValue("<!DOCTYPE x [<!ENTITY a \"aaaa\">]><network/>"))
                .build();
        assertThat(load(noted.toByteArray()).report().summary()).contains("3 layers, 3 exact");
    }

    @Test
    void notesOfANetworkOfTerabytesTakeNoMemory() throws IOException {
        NetworkFactory make = NetworkFactory.eINSTANCE;
        Network huge = new NetworkBuilder("huge")
                .add("steps", make.createInput(), l -> l.setShape(Shape.sequence(1_000_000_000, 1_000_000_000)))
                .add("positions", make.createPositionalEncoding()).add("result", make.createOutput()).build();
        String notes = new String(new NetworkFiles(StandardLayers.catalog()).toBytes(huge), StandardCharsets.UTF_8);
        ModelProto noted = ModelProto.parseFrom(model(graph(node("Relu", "y", "x")))).toBuilder().addMetadataProps(
                StringStringEntryProto.newBuilder().setKey("vesalius.network").setValue(notes)).build();
        assertThat(load(noted.toByteArray()).report().summary()).contains("3 layers, 3 exact");
    }

    @Test
    void twentyThousandOperatorsInARowAreRead() throws IOException {
        GraphProto.Builder graph = GraphProto.newBuilder().setName("g").addInput(input(2, 3))
                .addOutput(ValueInfoProto.newBuilder().setName("v20000"));
        for (int i = 1; i <= 20_000; i++) {
            graph.addNode(node("Identity", "v" + i, i == 1 ? "x" : "v" + (i - 1)));
        }
        assertThat(load(model(graph)).network().getLayers()).hasSize(2);
    }

    private void loadsOrReports(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("some.onnx"), bytes);
        try {
            new OnnxImporter(StandardLayers.catalog()).load(file);
        } catch (ReportedException e) {
            assertThat(e.getMessage()).isNotBlank();
            assertThat(e.where()).contains(file);
        }
    }

    private void refused(byte[] bytes, String message) {
        assertThatThrownBy(() -> load(bytes)).isInstanceOf(ReportedException.class).hasMessageContaining(message);
    }

    private ImportedNetwork load(byte[] bytes) throws IOException {
        return new OnnxImporter(StandardLayers.catalog()).load(Files.write(folder.resolve("hostile.onnx"), bytes));
    }

    private static byte[] withExternal(String location, String offset, String length) {
        TensorProto.Builder weights = TensorProto.newBuilder().setName("w").setDataType(FLOAT).addDims(2).addDims(2)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL);
        for (String[] entry : new String[][] {{"location", location}, {"offset", offset}, {"length", length}}) {
            weights.addExternalData(StringStringEntryProto.newBuilder().setKey(entry[0]).setValue(entry[1]));
        }
        GraphProto.Builder graph = GraphProto.newBuilder().setName("g").addInput(input(1, 2))
                .addNode(node("MatMul", "y", "x", "w")).addInitializer(weights)
                .addOutput(ValueInfoProto.newBuilder().setName("y"));
        return model(graph);
    }

    private static byte[] model(GraphProto.Builder graph) {
        return ModelProto.newBuilder().setIrVersion(7).addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph).build().toByteArray();
    }

    private static GraphProto.Builder graph(NodeProto... nodes) {
        return GraphProto.newBuilder().setName("g").addInput(input(2, 3)).addAllNode(Arrays.asList(nodes))
                .addOutput(ValueInfoProto.newBuilder().setName("y"));
    }

    private static NodeProto node(String type, String output, String... inputs) {
        return NodeProto.newBuilder().setOpType(type).addOutput(output).addAllInput(Arrays.asList(inputs)).build();
    }

    private static ValueInfoProto input(long... dims) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long dim : dims) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(dim));
        }
        return ValueInfoProto.newBuilder().setName("x").setType(TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(FLOAT).setShape(shape))).build();
    }
}
