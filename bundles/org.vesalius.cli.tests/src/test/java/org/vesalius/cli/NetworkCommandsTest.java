// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks on the command line. */
class NetworkCommandsTest {
    /** 32·(9·3 + 1) + 64·(9·32 + 1) + 128·(30·30·64 + 1) + 128 + 1, by hand for the CNN of the reference text. */
    private static final long REFERENCE_CNN_PARAMETERS = 896 + 18_496 + 7_372_928 + 129;

    @TempDir
    Path folder;

    private CliFixture cli;

    @BeforeEach
    void openCommandLine() {
        cli = CliFixture.withExperiments(folder);
    }

    @Test
    void templatesAreListed() {
        CliRun run = cli.run("network", "new");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("reference-cnn", "reference-rnn", "mlp");
    }

    @Test
    void aTemplateBecomesAFileThatIsNotReplacedUnasked() {
        CliRun first = cli.run("network", "new", "--template", "mlp");
        CliRun second = cli.run("network", "new", "--template", "mlp");

        assertThat(first.exitCode()).isZero();
        assertThat(folder.resolve("mlp.network")).exists();
        assertThat(second.exitCode()).isEqualTo(3);
        assertThat(second.err()).contains("exists", "--force");
        assertThat(cli.run("network", "new", "--template", "mlp", "--force").exitCode()).isZero();
    }

    @Test
    void anUnknownTemplateIsRefusedWithTheOnesThereAre() {
        CliRun run = cli.run("network", "new", "--template", "resnet-51");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("resnet-51", "reference-cnn");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theSummaryHasShapesAndCounts() {
        create("reference-cnn");

        CliRun run = cli.run("network", "summary", "reference-cnn.network");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("126×126×32", "30×30×64", "Parameters: 7,392,449");
    }

    @Test
    void theSummaryAsJsonHoldsTheSameNumbers() {
        create("reference-cnn");

        JsonObject json = cli.run("network", "summary", "--json", "reference-cnn.network").json();

        assertThat(json.get("parameters").getAsLong()).isEqualTo(REFERENCE_CNN_PARAMETERS);
        assertThat(json.getAsJsonArray("layers").get(0).getAsJsonObject().get("shape").getAsString())
                .isEqualTo("128×128×3");
    }

    @Test
    void aNetworkWithErrorsIsSummarisedAndAnswersThree() throws IOException {
        create("mlp");
        Path file = folder.resolve("mlp.network");
        Files.writeString(file, Files.readString(file).replaceFirst("units=\"\\d+\"", "units=\"0\""));

        CliRun run = cli.run("network", "summary", "mlp.network");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("error:");
    }

    @Test
    void layoutMovesLayersAndNothingElse() throws IOException {
        create("mlp");
        Path file = folder.resolve("mlp.network");
        String before = Files.readString(file);
        Files.writeString(file, before.replaceAll(" y=\"\\d+\"", " y=\"0\""));

        assertThat(cli.run("network", "layout", "mlp.network", "--out", "arranged.network").exitCode()).isZero();

        String after = Files.readString(folder.resolve("arranged.network"));
        assertThat(withoutPositions(after)).isEqualTo(withoutPositions(before));
        assertThat(after).isNotEqualTo(Files.readString(file));
    }

    @Test
    void pngAndSvgAreDrawn() throws IOException {
        create("reference-cnn");

        CliRun png = cli.run("network", "render", "reference-cnn.network", "--png", "cnn.png", "--scale", "2");
        CliRun svg = cli.run("network", "render", "reference-cnn.network", "--svg", "cnn.svg", "--dark");

        assertThat(png.exitCode()).as(png.err()).isZero();
        assertThat(svg.exitCode()).as(svg.err()).isZero();
        assertThat(ImageIO.read(folder.resolve("cnn.png").toFile()).getWidth()).isGreaterThan(300);
        assertThat(Files.readString(folder.resolve("cnn.svg"))).contains("126×126×32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "NaN", "1e9"})
    void aScaleThatIsNoneIsRefused(String scale) {
        create("mlp");

        CliRun run = cli.run("network", "render", "mlp.network", "--png", "mlp.png", "--scale", scale);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("--scale");
        assertThat(folder.resolve("mlp.png")).doesNotExist();
    }

    @Test
    void oneFormatIsWanted() {
        create("mlp");

        assertThat(cli.run("network", "render", "mlp.network").exitCode()).isEqualTo(2);
        assertThat(cli.run("network", "render", "mlp.network", "--png", "a", "--svg", "b").exitCode()).isEqualTo(2);
        assertThat(cli.run("network").exitCode()).isEqualTo(2);
    }

    @Test
    void whatCannotBeImportedIsNamedWithWhatCan() throws IOException {
        Files.writeString(folder.resolve("model.caffemodel"), "none of ours");

        CliRun run = cli.run("network", "import", "model.caffemodel");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("model.caffemodel").contains("can't be imported");
    }

    @Test
    void anUnknownFormatIsRefused() {
        create("mlp");

        CliRun run = cli.run("network", "export", "mlp.network", "--format", "caffe", "--out", "mlp.caffemodel");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("caffe");
        assertThat(folder.resolve("mlp.caffemodel")).doesNotExist();
    }

    @Test
    void whatTellsTwoNetworksApartIsListed() throws IOException {
        create("mlp");
        Path changed = folder.resolve("changed.network");
        Files.writeString(changed,
                Files.readString(folder.resolve("mlp.network")).replaceFirst("units=\"64\"", "units=\"48\""));

        CliRun run = cli.run("diff", "mlp.network", "changed.network");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Units 64 → 48");
        assertThat(cli.run("network", "diff", "--json", "mlp.network", "mlp.network").json().get("same").getAsBoolean())
                .isTrue();
    }

    @Test
    void changesOfTwoPeopleAreMergedAndConflictsTold() throws IOException {
        create("mlp");
        String base = Files.readString(folder.resolve("mlp.network"));
        Files.writeString(folder.resolve("mine.network"), base.replaceFirst("units=\"64\"", "units=\"48\""));
        Files.writeString(folder.resolve("theirs.network"), base.replaceFirst("units=\"32\"", "units=\"24\""));
        Files.writeString(folder.resolve("other.network"), base.replaceFirst("units=\"64\"", "units=\"50\""));

        CliRun merged = cli.run("network", "merge", "mlp.network", "mine.network", "theirs.network", "--out",
                "merged.network");
        CliRun conflict = cli.run("network", "merge", "mlp.network", "mine.network", "other.network", "--out",
                "conflict.network");

        assertThat(merged.exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("merged.network"))).contains("units=\"48\"", "units=\"24\"");
        assertThat(conflict.exitCode()).isEqualTo(3);
        assertThat(conflict.out()).contains("conflict:");
    }

    private void create(String template) {
        assertThat(cli.run("network", "new", "--template", template).exitCode()).isZero();
    }

    private static String withoutPositions(String xmi) {
        return xmi.replaceAll(" [xy]=\"-?\\d+\"", "");
    }
}
