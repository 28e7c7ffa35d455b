// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user may give by mistake or malice: one clear error, an exit code, and nothing half-written. */
class BadInputTest {

    private static final String BOMB = """
            <?xml version="1.0"?>
            <!DOCTYPE bomb [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>
            <bomb>&c;</bomb>
            """;

    @TempDir
    Path folder;

    private CliFixture cli;
    private SampleProject project;

    @BeforeEach
    void createProject() throws IOException {
        cli = CliFixture.withExperiments(folder);
        project = SampleProject.create(folder);
    }

    @Test
    void theSampleProjectItselfTrains() {
        importImages();

        CliRun run = train();

        assertThat(run.errors()).as(run.err()).isZero();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aTruncatedJpegIsListedAndRefusedUnlessLeftOut() throws IOException {
        project.image("clear/broken.jpg", 64, 100);
        project.truncate("images/clear/broken.jpg", 700);

        CliRun imported = importImages();
        CliRun refused = train();

        assertThat(imported.out()).contains("1 image can't be read", "clear/broken.jpg");
        assertRefused(refused, 3, "sample.experiment", "can't be read");
        assertThat(refused.err()).contains("--leave-out-unreadable");
        assertThat(train("--leave-out-unreadable").exitCode()).isZero();
    }

    @Test
    void aTextNamedPngIsListed() throws IOException {
        Files.writeString(folder.resolve("images/opacity/notes.png"), "not an image");

        CliRun imported = importImages();

        assertThat(imported.exitCode()).isZero();
        assertThat(imported.out()).contains("1 image can't be read", "opacity/notes.png");
        assertRefused(train(), 3, "sample.experiment", "can't be read");
    }

    @Test
    void anEmptyClassFolderIsRefused() throws IOException {
        Files.createDirectory(folder.resolve("images/effusion"));

        assertNoImport(importImages(), "effusion");
    }

    @Test
    void aSingleClassIsRefused() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("images/opacity"))) {
            files.forEach(file -> file.toFile().delete());
        }
        Files.delete(folder.resolve("images/opacity"));

        assertNoImport(importImages(), "images");
    }

    @Test
    void aMissingFolderIsRefused() {
        assertNoImport(cli.run("dataset", "import", "images", "nowhere", "--out", "data"), "nowhere");
    }

    @Test
    void aWrongPatternIsRefused() {
        assertNoImport(cli.run("dataset", "import", "images", "images", "--out", "data", "--patient", "("),
                "regular expression");
    }

    @Test
    void aWrongSplitIsRefused() {
        assertNoImport(cli.run("dataset", "import", "images", "images", "--out", "data", "--split", "80/30"),
                "80/30");
    }

    @Test
    void aImageOfOnePixelIsNoReasonToFail() throws IOException {
        project.image("clear/dot.png", 1, 100);

        assertThat(importImages().exitCode()).isZero();
    }

    @Test
    void aImageThatClaimsToBeHugeIsListedAndNotDecoded() throws IOException {
        writePngOfClaimedSize(folder.resolve("images/clear/huge.png"), 20_000);

        CliRun imported = importImages();

        assertThat(imported.exitCode()).isZero();
        assertThat(imported.out()).contains("1 image can't be read", "clear/huge.png");
    }

    @Test
    void aMissingDataSetIsRefused() {
        assertRefused(train(), 3, "sample.experiment", "data");
    }

    @Test
    void aNetworkWhoseShapesDoNotFitIsRefused() throws IOException {
        importImages();
        project.replace("cnn.network", "128", "1");

        assertThat(cli.run("check", "cnn.network").exitCode()).isEqualTo(3);
        assertRefused(train(), 3, "sample.experiment", "1×1");
    }

    @Test
    void aCycleIsRefused() throws IOException {
        importImages();
        project.connectInACycle("cnn.network");

        assertThat(cli.run("check", "cnn.network").exitCode()).isEqualTo(3);
        assertRefused(train(), 3, "sample.experiment", "cycle");
    }

    @Test
    void runsThatCannotBeWrittenAreRefused() throws IOException {
        importImages();
        Files.writeString(folder.resolve("runs-file"), "a file, no folder");

        CliRun run = train("--runs", "runs-file");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.errors()).isEqualTo(1);
        assertThat(run.err()).contains("where: " + folder.resolve("runs-file"), "remedy: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<", "<network", "not XML at all", BOMB})
    void aDamagedExperimentIsRefused(String content) throws IOException {
        importImages();
        Files.writeString(folder.resolve("sample.experiment"), content);

        assertRefused(train(), 3, "sample.experiment", "");
        assertThat(cli.run("check", "sample.experiment").exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<", "<network", "not XML at all", BOMB})
    void aDamagedNetworkIsRefused(String content) throws IOException {
        importImages();
        Files.writeString(folder.resolve("cnn.network"), content);

        assertRefused(train(), 3, "sample.experiment", "cnn.network");
        assertThat(cli.run("check", "cnn.network").exitCode()).isEqualTo(3);
    }

    @Test
    void checksSayWhatIsWrongAndWhatToDo() {
        CliRun json = cli.run("check", "cnn.network", "sample.experiment", "--json");

        assertThat(json.exitCode()).isEqualTo(3);
        assertThat(json.json().getAsJsonArray("files")).hasSize(2);
        assertThat(json.json().get("errors").getAsInt()).isPositive();
    }

    @Test
    void aFileThatCannotBeCheckedIsAFinding() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "notes");

        assertThat(cli.run("check", "notes.txt").out()).contains("notes.txt: 1 error", "Give a .network");
        assertThat(cli.run("check", "missing.network").exitCode()).isEqualTo(3);
    }

    private CliRun importImages() {
        return cli.run("dataset", "import", "images", "images", "--out", "data", "--split", "60/20/20");
    }

    private CliRun train(String... more) {
        return cli.run(Stream.concat(Stream.of("train", "sample.experiment"), Stream.of(more)).toArray(String[]::new));
    }

    private void assertRefused(CliRun run, int exitCode, String file, String text) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.errors()).as(run.err()).isEqualTo(1);
        assertThat(run.err()).contains("where: " + folder.resolve(file), "remedy: ", text).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    private void assertNoImport(CliRun run, String text) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.errors()).isEqualTo(1);
        assertThat(run.err()).contains(text, "remedy: ");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    // PNG, ISO/IEC 15948: signature, then the chunk IHDR with width, height, depth, colour type and three zeros
    private static void writePngOfClaimedSize(Path file, int size) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file); DataOutputStream out = new DataOutputStream(stream)) {
            out.writeLong(0x89504E470D0A1A0AL);
            ByteArrayOutputStream chunk = new ByteArrayOutputStream();
            DataOutputStream header = new DataOutputStream(chunk);
            header.write("IHDR".getBytes(StandardCharsets.US_ASCII));
            header.writeInt(size);
            header.writeInt(size);
            header.write(new byte[] {8, 0, 0, 0, 0});
            CRC32 checksum = new CRC32();
            checksum.update(chunk.toByteArray());
            out.writeInt(13);
            out.write(chunk.toByteArray());
            out.writeInt((int) checksum.getValue());
        }
    }
}
