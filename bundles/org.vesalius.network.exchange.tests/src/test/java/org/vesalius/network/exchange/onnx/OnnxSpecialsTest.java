// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Input;
import org.vesalius.network.LSTM;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Normalization;
import org.vesalius.network.Padding;
import org.vesalius.network.block.BlockExpansion;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ExchangeReport;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.LayerNote;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.io.BlockFiles;
import org.vesalius.network.io.ProjectBlocks;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.worker.spi.Tensor;

/** What single layers don't show: no weights, sizes that are not known, missing steps, blocks in files. */
class OnnxSpecialsTest {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;
    private static final float CLOSE = 1e-5f;

    @TempDir
    Path folder;

    @Test
    void withoutWeightsTheyAreInputsOfTheGraph() throws Exception {
        Network network = dense(3);
        Path file = folder.resolve("bare.onnx");
        ExchangeReport report = new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(network, Optional.empty(), file);

        ModelProto model = ModelProto.parseFrom(Files.readAllBytes(file));
        assertThat(model.getGraph().getInitializerList()).isEmpty();
        assertThat(model.getGraph().getInputList()).extracting(input -> input.getName())
                .containsExactly("row", "fc/kernel", "fc/bias");
        assertThat(report.remarks()).hasSize(1);
        assertThat(new OnnxImporter(StandardLayers.catalog()).load(file).weights()).isEmpty();
    }

    /** ONNX counts negative codes from the end of the table. Those of the data an Embedding refuses: the report says so. */
    @Test
    void negativeCodesOfTheDataAreTold() throws Exception {
        ImportedNetwork imported = new OnnxImporter(StandardLayers.catalog()).load(embedded(new NetworkBuilder("codes")
                .add("codes", MAKE.createInput(), l -> l.setShape(Shape.vector(6)))));

        assertThat(imported.report().layers()).filteredOn(note -> note.type().equals("Gather")).singleElement()
                .satisfies(note -> {
                    assertThat(note.fidelity()).isEqualTo(Fidelity.EXACT);
                    assertThat(note.note()).contains("from 0 to 8", "negative");
                });
    }

    /** 0 to 17 less 9: both ends of a table of 9. */
    @Test
    void computedCodesCountFromBothEnds() throws Exception {
        Path file = embedded(new NetworkBuilder("computed")
                .add("codes", MAKE.createInput(), l -> l.setShape(Shape.vector(6)))
                .add("shifted", MAKE.createRescaling(), l -> {
                    l.setScale(1);
                    l.setOffset(-9);
                }));
        Map<String, Tensor> codes = Map.of("codes", new Tensor(new int[] {1, 6}, new float[] {0, 1, 8, 9, 10, 17}));
        ImportedNetwork imported = new OnnxImporter(StandardLayers.catalog()).load(file);

        assertThat(imported.report().layers()).filteredOn(note -> note.type().equals("Gather")).isNotEmpty()
                .allMatch(note -> note.fidelity() == Fidelity.EXACT);
        float[] wanted = OnnxRuntime.run(file, codes).get("result").values();
        assertThat(wanted).hasSize(12);
        assertThat(TrainingEngine.run(imported.network(), imported.weights(), codes).get("result").values())
                .containsExactly(wanted, offset(1e-5f));
    }

    private Path embedded(NetworkBuilder codes) throws Exception {
        Network network = codes.add("vectors", MAKE.createEmbedding(), l -> {
            l.setVocabularySize(9);
            l.setDimension(2);
        }).add("result", MAKE.createOutput()).build();
        Path file = folder.resolve("embedding.onnx");
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(network, Optional.of(new RandomNumbers(network).weights()),
                file);
        Files.write(file, ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder().clearMetadataProps().build()
                .toByteArray());
        return file;
    }

    /** One layer before two Outputs gives two results with names of their own, there and back. */
    @Test
    void oneValueIsTwoResults() throws Exception {
        Network network = new NetworkBuilder("twice")
                .add("row", MAKE.createInput(), l -> l.setShape(Shape.vector(4)))
                .add("function", MAKE.createActivation())
                .addBehind("one", MAKE.createOutput(), "function")
                .addBehind("other", MAKE.createOutput(), "function").build();
        Path file = folder.resolve("twice.onnx");
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(network, Optional.empty(), file);
        Map<String, Tensor> row = Map.of("row", new Tensor(new int[] {1, 4}, new float[] {-1, 0, 2, 3}));

        assertThat(OnnxRuntime.run(file, row)).containsOnlyKeys("one", "other");
        Path foreign = folder.resolve("foreign.onnx");
        Files.write(foreign, ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder().clearMetadataProps().build()
                .toByteArray());
        Network back = new OnnxImporter(StandardLayers.catalog()).load(foreign).network();
        assertThat(TrainingEngine.run(back, Optional.empty(), row)).containsOnlyKeys("one", "other")
                .allSatisfy((name, result) -> assertThat(result.values()).containsExactly(0, 0, 2, 3));
    }

    /** What no result depends on is left out with a remark; it would only be in the way. */
    @Test
    void anOperatorWithoutUseIsLeftOut() throws Exception {
        ModelProto.Builder model = new SingleOperator("Relu@13 2x3").model().toBuilder();
        model.getGraphBuilder().addNode(NodeProto.newBuilder().setOpType("NonZero").setName("aside").addInput("x")
                .addOutput("places"));
        Path file = folder.resolve("aside.onnx");
        Files.write(file, model.build().toByteArray());

        ImportedNetwork imported = new OnnxImporter(StandardLayers.catalog()).load(file);
        assertThat(imported.report().with(Fidelity.UNKNOWN)).isEmpty();
        assertThat(imported.report().remarks()).contains("No result depends on NonZero 'aside'; left out.");
    }

    /** A network can't be computed while an input leads nowhere. */
    @Test
    void anInputWithoutUseIsLeftOut() throws Exception {
        ModelProto.Builder model = new SingleOperator("Relu@13 2x3").model().toBuilder();
        model.getGraphBuilder().addInput(model.getGraph().getInput(0).toBuilder().setName("aside"));
        Path file = folder.resolve("aside.onnx");
        Files.write(file, model.build().toByteArray());

        ImportedNetwork imported = new OnnxImporter(StandardLayers.catalog()).load(file);
        assertThat(imported.report().remarks()).contains("No result depends on input 'aside'; left out.");
        assertThat(imported.network().getLayers()).filteredOn(Input.class::isInstance).hasSize(1);
        Map<String, Tensor> numbers = Map.of("x", new Tensor(new int[] {2, 3}, new float[] {-1, 2, -3, 4, -5, 6}));
        assertThat(TrainingEngine.run(imported.network(), Optional.empty(), numbers).values()).singleElement()
                .satisfies(result -> assertThat(result.values()).containsExactly(0, 2, 0, 4, 0, 6));
    }

    /** A border is taken away and added again: beside the least of all numbers nothing would be left of the others. */
    @ParameterizedTest
    @CsvSource({"0.5,false,false", "-1024,true,false", "-3.4e38,false,true", "-Infinity,false,true"})
    void bordersThatCostDigitsAreTold(String number, boolean told, boolean unknown) throws Exception {
        Path file = folder.resolve("border.onnx");
        Files.write(file, new SingleOperator("Pad@13 1x2x4x4 i:0,0,1,1,0,0,1,1 n:" + number).model().toByteArray());

        ExchangeReport report = new OnnxImporter(StandardLayers.catalog()).load(file).report();
        assertThat(report.with(Fidelity.APPROXIMATED).stream().anyMatch(note -> note.note().contains("last digits")))
                .isEqualTo(told);
        assertThat(report.with(Fidelity.UNKNOWN)).hasSize(unknown ? 1 : 0);
    }

    /** The same for bounds; the least and the largest of all numbers are none. */
    @ParameterizedTest
    @CsvSource({"-3 3,false,false", "-65504 65504,true,false", "-65504,true,false", "-1e9 1e9,false,true", "1e9,false,true",
        "-3.4028235e38 3.4028235e38,false,false"})
    void boundsThatCostDigitsAreTold(String bounds, boolean told, boolean unknown) throws Exception {
        String numbers = "n:" + bounds.replace(" ", " n:");
        Path file = folder.resolve("bounds.onnx");
        Files.write(file, new SingleOperator("Clip@13 2x3 " + numbers).model().toByteArray());

        ExchangeReport report = new OnnxImporter(StandardLayers.catalog()).load(file).report();
        assertThat(report.with(Fidelity.APPROXIMATED).stream().anyMatch(note -> note.note().contains("last digits")))
                .isEqualTo(told);
        assertThat(report.with(Fidelity.UNKNOWN)).hasSize(unknown ? 1 : 0);
    }

    /** Codes such as 5 become 1: they must not pass as they are. */
    @Test
    void wholeNumbersMadeTrueOrFalseAreNotPassedOn() throws Exception {
        ModelProto.Builder model = new SingleOperator("Cast@13 2x3 to=9").model().toBuilder();
        model.getGraphBuilder().getInputBuilder(0).getTypeBuilder().getTensorTypeBuilder()
                .setElemType(TensorProto.DataType.INT64_VALUE);
        Path file = folder.resolve("truth.onnx");
        Files.write(file, model.build().toByteArray());

        assertThat(new OnnxImporter(StandardLayers.catalog()).load(file).report().with(Fidelity.UNKNOWN)).singleElement()
                .satisfies(note -> assertThat(note.note()).contains("true or false"));
    }

    /** A value out of its range is brought into it, and the report says so. */
    @Test
    void aMomentumOutOfRangeIsNotExact() throws Exception {
        Path file = folder.resolve("momentum.onnx");
        Files.write(file,
                new SingleOperator("BatchNormalization@14 2x3 f3 f3 f3 f3 momentum=1.0").model().toByteArray());

        ImportedNetwork imported = new OnnxImporter(StandardLayers.catalog()).load(file);
        assertThat(imported.report().with(Fidelity.APPROXIMATED)).singleElement()
                .satisfies(note -> assertThat(note.note()).contains("its momentum is 1.0 in the file and 0.9999 here"));
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(imported.network(), imported.weights(),
                folder.resolve("again.onnx"));
    }

    /** Lengths of sequences that end some early are said; those that end none change nothing. */
    @Test
    void sequencesThatEndEarlyAreNotReadWhole() throws Exception {
        String cell = "LSTM@13 7x2x4 f1x20x4 f1x20x5 f1x40 ";

        assertThat(foreign(cell + "i:3,7 hidden_size=5").report().with(Fidelity.UNKNOWN)).extracting(LayerNote::note)
                .first().asString().contains("it ends some of its sequences early");
        assertThat(foreign(cell + "i:7,7 hidden_size=5").report().with(Fidelity.UNKNOWN)).isEmpty();
    }

    /** An input that is left out has no name, nor has a result that is left out; they are not one value. */
    @Test
    void whatIsLeftOutIsNoValue() throws Exception {
        ModelProto.Builder model = new SingleOperator("LSTM@13 7x2x4 f1x20x4 f1x20x5 _ i:7,7 hidden_size=5").model()
                .toBuilder();
        model.getGraphBuilder().getNodeBuilder(0).clearOutput().addOutput("").addOutput("y");

        Network network = foreign(model.build()).network();
        assertThat(network.getLayers()).filteredOn(LSTM.class::isInstance).hasSize(1);
    }

    /** A file that was exported while it trained drops numbers in predictions. */
    @Test
    void dropoutInPredictionsIsSaid() throws Exception {
        assertThat(foreign("Dropout@13 2x3 n:0.5 i:1").report().with(Fidelity.APPROXIMATED)).singleElement()
                .satisfies(note -> assertThat(note.note()).contains("drops numbers in predictions too"));
        assertThat(foreign("Dropout@13 2x3 n:0.5 i:0").report().exact()).isTrue();
    }

    private ImportedNetwork foreign(String line) throws Exception {
        return foreign(new SingleOperator(line).model());
    }

    private ImportedNetwork foreign(ModelProto model) throws Exception {
        Path file = folder.resolve("foreign.onnx");
        Files.write(file, model.toByteArray());
        return new OnnxImporter(StandardLayers.catalog()).load(file);
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        NetworkWeights weights = new RandomNumbers(dense(4)).weights();
        assertThatThrownBy(() -> new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(dense(3), Optional.of(weights),
                folder.resolve("x.onnx")))
                .isInstanceOf(ReportedException.class).hasMessageContaining("'kernel' of the layer 'fc' should be [6, 3]");
        assertThat(folder.resolve("x.onnx")).doesNotExist();
    }

    @Test
    void imagesOfAnySizeGoThroughOneFile() throws Exception {
        Network network = new NetworkBuilder("any size")
                .add("image", MAKE.createInput(), l -> l.setShape(Shape.valueOf("height:? width:? channels:2")))
                .add("conv", MAKE.createConvolution2D(), l -> {
                    l.setFilters(3);
                    l.setPadding(Padding.SAME);
                }).add("pool", MAKE.createPooling2D(), l -> l.setPadding(Padding.SAME))
                .add("global", MAKE.createGlobalPooling()).add("result", MAKE.createOutput()).build();
        Path file = folder.resolve("any.onnx");
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(network, Optional.of(new RandomNumbers(network).weights()),
                file);

        assertThat(OnnxRuntime.run(file, Map.of("image", Tensor.zeros(2, 5, 7, 2))).get("result").shape())
                .containsExactly(2, 3);
        assertThat(OnnxRuntime.run(file, Map.of("image", Tensor.zeros(1, 12, 4, 2))).get("result").shape())
                .containsExactly(1, 3);
        assertThat(new OnnxImporter(StandardLayers.catalog()).load(file).report().origin()).startsWith("Vesalius");
    }

    /** A sequence whose last steps are missing gives what the shorter sequence gives. */
    @Test
    void missingStepsAtTheEndDoNotCount() throws Exception {
        Tensor whole = new RandomNumbers(masked(false, 7)).samples().get("steps");
        Tensor shorter = Tensor.zeros(3, 5, 2);
        Tensor padded = Tensor.zeros(3, 7, 2);
        for (int sample = 0; sample < 3; sample++) {
            System.arraycopy(whole.values(), sample * 14, shorter.values(), sample * 10, 10);
            System.arraycopy(whole.values(), sample * 14, padded.values(), sample * 14, 10);
        }
        NetworkWeights weights = new RandomNumbers(masked(true, 7)).weights();
        Path file = folder.resolve("masked.onnx");
        ExchangeReport report =
                new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(masked(true, 7), Optional.of(weights), file);
        Path plain = folder.resolve("plain.onnx");
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(masked(false, 5), Optional.of(weights), plain);

        assertThat(report.with(Fidelity.APPROXIMATED)).extracting(note -> note.layer()).containsExactly("mask");
        float[] expected = OnnxRuntime.run(plain, Map.of("steps", shorter)).get("result").values();
        assertThat(OnnxRuntime.run(file, Map.of("steps", padded)).get("result").values())
                .containsExactly(expected, offset(CLOSE));
        assertThat(TrainingEngine.run(masked(true, 7), Optional.of(weights), Map.of("steps", padded)).get("result")
                .values()).containsExactly(expected, offset(CLOSE));
    }

    @Test
    void blocksInFilesAreWrittenWithTheNetwork() throws Exception {
        BlockFiles files = new BlockFiles(StandardLayers.catalog());
        files.save(block(), folder.resolve("twice.block"));
        BlockReference reference = MAKE.createBlockReference();
        reference.setPath("twice.block");
        reference.setRepeat(2);
        Network network = new NetworkBuilder("refers").add("row", MAKE.createInput(), l -> l.setShape(Shape.vector(6)))
                .add("twice", reference).add("result", MAKE.createOutput()).build();
        BlockSource blocks = ProjectBlocks.of(folder.resolve("refers.network"), StandardLayers.catalog());
        NetworkWeights weights = new RandomNumbers(BlockExpansion.expand(network, blocks).network()).weights();
        Path file = folder.resolve("refers.onnx");
        new OnnxExporter(StandardLayers.catalog(), blocks).write(network, Optional.of(weights), file);

        assertThat(OnnxRuntime.run(file, Map.of("row", Tensor.zeros(1, 6))).get("result").shape())
                .containsExactly(1, 6);
        ImportedNetwork back = new OnnxImporter(StandardLayers.catalog()).load(file);
        Path again = folder.resolve("again.onnx");
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(back.network(), back.weights(), again);
        assertThat(again).hasSameBinaryContentAs(file);
        assertThatThrownBy(() -> new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(network, Optional.of(weights),
                folder.resolve("no.onnx")))
                .isInstanceOf(ReportedException.class);
    }

    /** How a model prepares its data travels with it, as one layer whose numbers can be read. */
    @Test
    void preparationOfTheDataBecomesANormalization() {
        ImportedNetwork read = new OnnxImporter(StandardLayers.catalog()).load(Path.of("src/test/resources/onnx/prepared/model.onnx"));
        assertThat(read.network().getLayers()).filteredOn(Normalization.class::isInstance).singleElement()
                .satisfies(layer -> assertThat(((Normalization) layer).getMean()).isEqualTo("0.485 0.456 0.406"));
    }

    /** A file that another tool has changed is read for what it is, not for what Vesalius once noted. */
    @Test
    void changedFilesAreReadOperatorByOperator() throws Exception {
        Network network = dense(3);
        Path file = folder.resolve("own.onnx");
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(network, Optional.of(new RandomNumbers(network).weights()),
                file);
        ModelProto.Builder model = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        model.getGraphBuilder().getNodeBuilder(0).setOpType("Gemm").addAttribute(
                AttributeProto.newBuilder().setName("alpha").setF(2)
                        .setType(AttributeProto.AttributeType.FLOAT));
        Files.write(file, model.build().toByteArray());

        ImportedNetwork read = new OnnxImporter(StandardLayers.catalog()).load(file);
        assertThat(read.report().origin()).doesNotStartWith("Vesalius,");
        Path again = folder.resolve("again.onnx");
        new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(read.network(), read.weights(), again);
        Map<String, Tensor> samples = new RandomNumbers(network).samples();
        assertThat(OnnxRuntime.run(again, samples).get("result").values()).containsExactly(
                OnnxRuntime.run(file, samples).get("result").values(), offset(CLOSE));
    }

    private static Network dense(int units) {
        return new NetworkBuilder("dense").add("row", MAKE.createInput(), l -> l.setShape(Shape.vector(6)))
                .add("fc", MAKE.createDense(), l -> l.setUnits(units)).add("result", MAKE.createOutput()).build();
    }

    private static Network masked(boolean mask, int steps) {
        LSTM first = MAKE.createLSTM();
        first.setUnits(4);
        first.setReturnSequences(true);
        LSTM second = MAKE.createLSTM();
        second.setUnits(3);
        NetworkBuilder builder = new NetworkBuilder("masked")
                .add("steps", MAKE.createInput(), l -> l.setShape(Shape.sequence(steps, 2)));
        if (mask) {
            builder.add("mask", MAKE.createMasking());
        }
        return builder.add("first", first).add("second", second).add("result", MAKE.createOutput()).build();
    }

    private static Block block() {
        Network drawn = new NetworkBuilder("drawn").add("row", MAKE.createInput(),
                l -> l.setShape(Shape.vector(6))).block("twice",
                        inside -> inside.add("fc", MAKE.createDense(),
                                l -> l.setUnits(6)))
                .build();
        return (Block) drawn.getLayers().get(1);
    }
}
