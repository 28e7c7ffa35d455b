// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command writes to anything but a regular file, and none replaces what it reads. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
class OutputFilesTest {
    private static final String KEPT = "kept";

    @TempDir
    Path folder;

    private CliFixture cli;

    @BeforeEach
    void createRunAndNetwork() throws IOException {
        cli = CliFixture.withScripts(folder);
        assertThat(cli.run("network", "new", "--template", "mlp").exitCode()).isZero();
        String run = cli.run("train", cli.script("finish")).lastLine();
        Files.move(Path.of(run), folder.resolve("run"));
        Files.writeString(folder.resolve("a.png"), KEPT);
        Files.writeString(folder.resolve("kept"), KEPT);
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("kept"));
        Files.createDirectory(folder.resolve("folder"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"predict run a.png --out", "network new --template mlp --force --out",
        "network export mlp.network --format onnx --force --out", "network layout mlp.network --out",
        "network import mlp.onnx --force --out", "network render mlp.network --png",
        "network render mlp.network --svg", "network merge mlp.network mlp.network mlp.network --out"})
    void linksFoldersPipesAndMissingFoldersAreRefused(String command) throws IOException, InterruptedException {
        cli.run("network", "export", "mlp.network", "--format", "onnx", "--out", "mlp.onnx");
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor()).isZero();

        assertRefused(command, "link", "link");
        assertRefused(command, "folder", "folder");
        assertRefused(command, "pipe", "pipe");
        assertRefused(command, "absent/out", "does not exist");
        assertRefused(command, "kept/out", "no folder");
        assertRefused(command, "/", "root of the disk");
        assertRefused(command, "-", "standard output");

        assertThat(folder.resolve("link")).isSymbolicLink();
        assertThat(folder.resolve("kept")).hasContent(KEPT);
        assertThat(Files.isRegularFile(folder.resolve("pipe"))).isFalse();
    }

    @Test
    void whatIsReadIsNotReplaced() {
        cli.run("network", "export", "mlp.network", "--format", "onnx", "--out", "mlp.onnx");

        assertRefused("predict run a.png --out", "./a.png", "read and replaced");
        assertRefused("network export mlp.network --format onnx --force --out", "mlp.network", "read and replaced");
        assertRefused("network import mlp.onnx --force --out", "mlp.onnx", "read and replaced");
        assertRefused("network render mlp.network --svg", "mlp.network", "read and replaced");
        assertRefused("predict run a.png --out", "run/predictions.csv", "holds that run only");
        assertRefused("network export run --format onnx --force --out", "run/run.json", "holds that run only");
        assertRefused("network import / --out", "z.network", "This is a folder, no model");

        assertThat(folder.resolve("a.png")).hasContent(KEPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "kept", "kept/below"})
    void aDataSetIsWrittenIntoAFolderOnly(String out) throws IOException {
        SampleProject.create(folder);

        CliRun run = cli.run("dataset", "import", "images", "images", "--out", out);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.errors()).isEqualTo(1);
        assertThat(folder.resolve("kept")).hasContent(KEPT);
    }

    @Test
    void theFilesOfADataSetAreNoLinks() throws IOException {
        SampleProject.create(folder);
        Path samples = folder.resolve("folder/samples.csv");
        Files.createSymbolicLink(samples, folder.resolve("kept"));

        CliRun run = cli.run("dataset", "import", "images", "images", "--out", "folder");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains("where: " + samples);
        assertThat(folder.resolve("kept")).hasContent(KEPT);
        assertThat(folder.resolve("folder/dataset.json")).doesNotExist();
    }

    private void assertRefused(String command, String out, String reason) {
        CliRun run = cli.run(Stream.concat(Stream.of(command.split(" ")), Stream.of(out)).toArray(String[]::new));

        assertThat(run.exitCode()).as(out + " " + run.err()).isEqualTo(3);
        assertThat(run.errors()).isEqualTo(1);
        assertThat(run.err()).contains(reason, "remedy: ");
        assertThat(run.out()).isEmpty();
    }
}
