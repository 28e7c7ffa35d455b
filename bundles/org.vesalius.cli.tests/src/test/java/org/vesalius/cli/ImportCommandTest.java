// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.io.DatasetFiles;

/** What {@code dataset import images} and what follows it tell of files; patients' names are planted in all paths. */
class ImportCommandTest {
    @TempDir
    private Path folder;
    private CliFixture cli;

    @BeforeEach
    void plant() throws IOException {
        cli = CliFixture.withExperiments(folder);
        for (int i = 0; i < 20; i++) {
            image((i % 2 == 0 ? "Clear" : "opacity") + "/Mueller" + i + ".png", i);
        }
        image("clear/Mueller30.png", 30);
        image("Mueller31.png", 31);
        Files.writeString(folder.resolve("scans/opacity/Mueller32.docx"), "letter");
    }

    private void image(String path, int number) throws IOException {
        BufferedImage image = new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, number);
        Path file = folder.resolve("scans").resolve(path);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    @Test
    void whatIsPassedOverAndJoinedIsListed() {
        CliRun text = cli.run("dataset", "import", "images", "scans", "--out", "told");
        JsonObject json = cli.run("dataset", "import", "images", "scans", "--out", "joined", "--join-categories",
                "--json").json();

        assertThat(text.exitCode()).isZero();
        assertThat(text.lines()).contains("Passed over: 2", "  Mueller31.png lies in no category's folder",
                "  opacity/Mueller32.docx is no image by its name");
        assertThat(text.out()).contains("'Clear' and 'clear' differ only in upper and lower case");
        assertThat(json.getAsJsonArray("passedOver").toString()).isEqualTo(
                "[{\"file\":\"Mueller31.png\",\"reason\":\"lies in no category's folder\"},"
                        + "{\"file\":\"opacity/Mueller32.docx\",\"reason\":\"is no image by its name\"}]");
        assertThat(json.getAsJsonArray("remarks").get(0).getAsString())
                .isEqualTo("Categories joined into 'Clear': 'Clear', 'clear'");
    }

    @Test
    void foldersOfPartsThatArePooledAreTold() throws IOException {
        for (int i = 0; i < 20; i++) {
            image("../parted/" + (i < 12 ? "train/" : "test/") + (i % 2 == 0 ? "clear/" : "opacity/") + i + ".png", i);
        }
        String told = "The images of the folders 'test', 'train' were pooled and split anew; the split 'folders' keeps "
                + "these folders as the subsets";

        CliRun text = cli.run("dataset", "import", "images", "parted", "--out", "told");
        JsonObject json = cli.run("dataset", "import", "images", "parted", "--out", "again", "--json").json();

        assertThat(text.lines()).contains(told);
        assertThat(json.getAsJsonArray("remarks").get(0).getAsString()).isEqualTo(told);
    }

    @Test
    void missingImagesAreNamedWithReasonsButWithoutPatients() throws IOException {
        cli.run("dataset", "import", "images", "scans", "--out", "data");
        Files.delete(folder.resolve("scans/Clear/Mueller0.png"));
        Files.write(folder.resolve("scans/opacity/Mueller1.png"), new byte[0]);

        CliRun check = cli.run("check", "data");

        // in the order of code points: 10 of Clear, the one of clear, then opacity/Mueller1.png
        assertThat(check.out()).contains("The images of 2 of 21 samples can no longer be read: s0001 is missing; "
                + "s0012 is empty.").doesNotContain("Mueller");
    }

    @Test
    void theTableAndTheHelpSpeakOfSubsets() {
        CliRun made = cli.run("dataset", "import", "images", "scans", "--out", "data");
        CliRun help = cli.run("dataset", "import", "images", "--help");

        assertThat(made.lines()).anySatisfy(line -> assertThat(line.split(" +"))
                .containsExactly("SUBSET", "CATEGORY", "SAMPLES", "PATIENTS"));
        assertThat(help.out()).contains("different subsets");
    }

    /** Without a file that marks a project. */
    @Test
    void whatWasImportedMovesAndIsCopiedWithItsImages() throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        Files.move(folder.resolve("scans"), work.resolve("scans"));
        cli.run("dataset", "import", "images", "work/scans", "--out", "work/sets/data");
        Path copy = folder.resolve("deep/copy");
        copy(work, copy);
        Files.write(copy.resolve("scans/opacity/Mueller1.png"), new byte[0]);

        // in the copy one is empty, in the original none
        assertThat(cli.run("check", "deep/copy/sets/data").out()).contains("1 of 21 samples", "s0012 is empty");
        assertThat(cli.run("check", "work/sets/data").out()).doesNotContain("is empty");
        Path moved = Files.move(work, folder.resolve("moved"));
        CliRun check = cli.run("check", "moved/sets/data");
        assertThat(check.exitCode()).as(check.out()).isZero();
        assertThat(check.out()).doesNotContain("is missing");
        assertThat(new DatasetFiles().load(moved.resolve("sets/data")).root()).isEqualTo(moved.resolve("scans"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void errorsAndLogsDontShowPatients() {
        CliRun run = cli.run("dataset", "import", "images", "scans", "--out", "data", "--patient", "(Schmidt\\d+)",
                "--debug");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("not found in 21 of 21 paths").doesNotContain("Mueller");
        assertThat(run.out()).doesNotContain("Mueller");
        assertThat(cli.logged().toString()).doesNotContain("Mueller");
        CliRun split = cli.run("dataset", "import", "images", "scans", "--out", "data", "--split", "0/50/50");
        assertThat(split.err()).contains("error: With the split '0/50/50' nothing is left to train on.");
    }
}
