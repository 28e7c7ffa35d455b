// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.block.BlockExpansion;
import org.vesalius.network.graph.BlockBuilder;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.standard.StandardLayers;

/** Blocks in files: found inside the project only, and harmless whatever they hold. */
class ProjectBlocksTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;
    private static final String HEAD = "<network:Block xmi:version=\"2.0\" xmlns:xmi=\"http://www.omg.org/XMI\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xmlns:network=\"http://vesalius.org/network/1.0\" id=\"b\" name=\"b\"";

    private final LayerCatalog catalog = StandardLayers.catalog();
    private final BlockFiles files = new BlockFiles(catalog);

    @TempDir
    private Path folder;
    private Path network;

    @BeforeEach
    void project() throws IOException {
        Path project = Files.createDirectories(folder.resolve("project/networks"));
        Files.createFile(folder.resolve("project/.project"));
        Files.createDirectory(folder.resolve("project/blocks"));
        network = project.resolve("n.network");
    }

    @Test
    void aBlockComesBackFromItsFile() {
        Block block = new BlockBuilder("residual").add("conv", Networks.convolution(8)).repeat(3)
                .vary("conv", "filters", "8*(i+1)").build();
        Path file = blocks("residual.block");
        files.save(block, file);
        assertThat(EcoreUtil.equals(files.load(file), block)).isTrue();
        assertThat(files.toBytes(files.load(file))).isEqualTo(files.toBytes(block));
    }

    @Test
    void aBlockInsideANetworkCanBeSavedAndStaysThere() {
        Network holder = new NetworkBuilder("n").add("in", Networks.input("8")).block("b", block -> block
                .add("fc", Networks.dense(3, ActivationFunction.RELU))).build();
        Block block = (Block) Networks.layer(holder, "b");
        files.save(block, blocks("b.block"));
        assertThat(block.eContainer()).isSameAs(holder);
        assertThat(files.load(blocks("b.block")).getLayers()).hasSize(3);
    }

    /** The block holds 8·(9·3 + 1) = 224 parameters, and its second repetition 8·(9·8 + 1) = 584. */
    @Test
    void aReferenceStandsForTheBlockInItsFile() {
        files.save(new BlockBuilder("conv").add("c", Networks.convolution(8)).build(), blocks("conv.block"));
        NetworkAnalysis analysis = analyse(2, "../blocks/conv.block");
        assertThat(analysis.problems().stream().filter(Problem::isError)).isEmpty();
        Layer reference = reference(analysis);
        assertThat(analysis.shapeOf(reference).orElseThrow().display()).isEqualTo("12×12×8");
        assertThat(analysis.parameters(reference).total()).isEqualTo(224 + 584);
        assertThat(analysis.expanded().network().getLayers()).extracting(Layer::getId).contains("ref.0/conv.c",
                "ref.1/conv.c");
    }

    @Test
    void blocksReferToBlocksBesideThem() throws IOException {
        Files.createDirectories(blocks("inner"));
        files.save(new BlockBuilder("inner").add("c", Networks.convolution(8)).build(), blocks("inner/inner.block"));
        files.save(new BlockBuilder("outer").add("r", reference(1, "inner/inner.block")).build(),
                blocks("outer.block"));
        NetworkAnalysis analysis = analyse(1, "../blocks/outer.block");
        assertThat(analysis.problems().stream().filter(Problem::isError)).isEmpty();
        assertThat(analysis.expanded().network().getLayers()).extracting(Layer::getId)
                .contains("ref/outer.r/inner.c");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "../../outside.block; leads out of the project",
        "/etc/passwd.block; leads out of the project",
        "../blocks/absent.block; There is no file",
        "../blocks; is no path of a .block file",
        "..\\blocks\\a.block; is no path of a .block file",
        "'  '; No file is given",
        "../blocks/link.block; leads out of the project",
        "../blocks/folder.block; There is no file",
        "n.network; is no path of a .block file",
    })
    void pathsThatLeadNowhereAreRefused(String path, String message) throws IOException {
        files.save(new BlockBuilder("x").build(), folder.resolve("outside.block"));
        Files.createDirectory(blocks("folder.block"));
        Files.createSymbolicLink(blocks("link.block"), folder.resolve("outside.block"));
        Problem problem = problem(path);
        assertThat(problem.message()).contains("Block from file 'ref' can't be used").contains(message);
        assertThat(problem.subject()).isEqualTo("ref");
        assertThat(problem.fixes()).isNotEmpty();
    }

    @Test
    void ringsOfFilesAreRefused() {
        files.save(new BlockBuilder("a").add("r", reference(1, "b.block")).build(), blocks("a.block"));
        files.save(new BlockBuilder("b").add("r", reference(1, "../blocks/a.block")).build(), blocks("b.block"));
        assertThat(problem("../blocks/a.block").message()).contains("leads back to the file");
    }

    @Test
    void filesThatMultiplyEndlesslyAreRefused() {
        for (int i = 0; i < 12; i++) {
            files.save(new BlockBuilder("b" + i).add("r", reference(10, "b" + (i + 1) + ".block")).build(),
                    blocks("b" + i + ".block"));
        }
        files.save(new BlockBuilder("b12").add("act", FACTORY.createELU()).build(), blocks("b12.block"));
        assertThat(problem("../blocks/b0.block").message()).contains("more than 200,000 layers");
    }

    @Test
    void blocksThatDoNotFitAreNamedWithTheReason() {
        files.save(new BlockBuilder("two").input("more").add("c", FACTORY.createELU()).build(), blocks("two.block"));
        assertThat(problem("../blocks/two.block").message()).contains("takes 2 inputs but gets 1");
        save("open.block", HEAD + "><layers xsi:type=\"network:BlockInput\" id=\"i\"/></network:Block>");
        assertThat(problem("../blocks/open.block").message()).contains("no Block output");
        save("input.block", HEAD + "><layers xsi:type=\"network:BlockOutput\" id=\"o\"/>"
                + "<layers xsi:type=\"network:Input\" id=\"i\" shape=\"8\"/></network:Block>");
        assertThat(problem("../blocks/input.block").message()).contains("holds an Input or Output of a network");
        Block deep = new BlockBuilder("deep").block("inner", inner -> inner.add("c", FACTORY.createELU())).build();
        Block inner = (Block) deep.getLayers().get(1);
        inner.getLayers().get(2).setId("gone");
        inner.getLayers().remove(2);
        inner.getConnections().remove(1);
        files.save(deep, blocks("deep.block"));
        assertThat(problem("../blocks/deep.block").message())
                .contains("has no Block output in its block 'inner' where one is needed");
        files.save(new BlockBuilder("v").add("c", FACTORY.createELU()).vary("c", "units", "8").build(),
                blocks("v.block"));
        assertThat(problem("../blocks/v.block").message()).contains("varies something that can't be varied");
    }

    @Test
    void hostileFilesGiveOneClearMessage() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE n [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a").append(i).append(" \"&a").append(i - 1).append(";&a").append(i - 1)
                    .append(";\">");
        }
        assertThat(refused(bomb + "]>" + HEAD + " name=\"&a29;\"/>")).contains("DOCTYPE");
        assertThat(refused(HEAD + ">" + "<layers xsi:type=\"network:Block\">".repeat(10_000)))
                .contains("nested more than 32 deep");
        assertThat(refused(HEAD.replace("network/1.0", "network/3.1") + "/>"))
                .contains("version 3.1 of the block format");
        assertThat(refused(HEAD.replace("network:Block", "network:Network") + "/>"))
                .contains("not a block file: it holds <Network>");
        assertThat(refused(HEAD + "><layers xsi:type=\"network:Block\" id=\"x\"><layers xsi:type=\"network:ELU\""
                + " id=\"b\"/></layers></network:Block>")).contains("Several elements have the id 'b'");
        assertThat(refused(HEAD + "><layers xsi:type=\"network:Block\" id=\"x\"><connections source=\"gone\"/>"
                + "</layers></network:Block>")).contains("there is nothing with the id 'gone'");
        assertThat(refused(HEAD + "><variations layer=\"gone\" attribute=\"units\" expression=\"1\"/>"
                + "</network:Block>")).contains("there is nothing with the id 'gone'");
        assertThat(refused(HEAD + " repeat=\"9999999999\"/>")).contains("'9999999999' is no value for repeat");
        assertThat(refused(HEAD + "><layers xsi:type=\"network:Block\" id=\"x\">")).contains("cut off or damaged");
    }

    @Test
    void numbersBeyondTheLimitsAreToldAndHarmNothing() {
        save("many.block", HEAD + " repeat=\"2000000000\"><layers xsi:type=\"network:BlockInput\" id=\"i\"/>"
                + "<layers xsi:type=\"network:BlockOutput\" id=\"o\"/><connections source=\"i\" target=\"o\"/>"
                + "</network:Block>");
        assertThat(problem("../blocks/many.block").message()).contains("more than 200,000 layers");
    }

    private Path blocks(String name) {
        return folder.resolve("project/blocks").resolve(name);
    }

    private void save(String name, String content) {
        try {
            Files.write(blocks(name), content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String refused(String content) {
        save("hostile.block", content);
        ReportedException e = catchThrowableOfType(ReportedException.class, () -> files.load(blocks("hostile.block")));
        assertThat(e).isNotNull();
        assertThat(e.remedy()).isNotBlank();
        assertThat(problem("../blocks/hostile.block").message()).contains(e.getMessage());
        return e.getMessage();
    }

    private Problem problem(String path) {
        List<Problem> problems = BlockExpansion.expand(drawing(1, path), ProjectBlocks.of(network, catalog)).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private NetworkAnalysis analyse(int repeat, String path) {
        return new NetworkAnalyser(catalog).analyse(drawing(repeat, path), ProjectBlocks.of(network, catalog));
    }

    private static Layer reference(NetworkAnalysis analysis) {
        return analysis.expanded().origin(Networks.layer(analysis.expanded().network(), "ref.0/c")).orElseThrow()
                .drawn();
    }

    private static Network drawing(int repeat, String path) {
        return new NetworkBuilder("n").add("image", Networks.input("16x16x3")).add("ref", reference(repeat, path))
                .add("flatten", FACTORY.createFlatten()).add("fc", Networks.dense(1, ActivationFunction.SIGMOID))
                .add("finding", FACTORY.createOutput()).build();
    }

    private static BlockReference reference(int repeat, String path) {
        BlockReference reference = FACTORY.createBlockReference();
        reference.setPath(path);
        reference.setRepeat(repeat);
        return reference;
    }
}
