// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Part;
import org.vesalius.dataset.Pictures;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.reader.ImageReaders;

class ImageFolderImportTest {
    private static final SplitRule THIRDS = new SplitRule.Fractions(0.6, 0.2, 0.2);
    private static final Optional<Pattern> PATIENT = Optional.of(Pattern.compile("(p\\d+)_"));

    @TempDir
    private Path temp;
    private Path images;

    @BeforeEach
    void writePictures() throws IOException {
        images = temp.resolve("images");
        for (int patient = 0; patient < 20; patient++) {
            String category = patient % 2 == 0 ? "clear" : "opacity";
            for (int view = 0; view < 2; view++) {
                picture(category + "/p" + patient + "_" + view + ".png", patient * 2 + view);
            }
        }
    }

    private Path picture(String path, int number) throws IOException {
        return Pictures.write(Pictures.grey(12, 10, number), "png", images.resolve(path));
    }

    private ImportReport run(Optional<Pattern> patient, SplitRule split) {
        return run(patient, split, Progress.none());
    }

    private ImportReport run(Optional<Pattern> patient, SplitRule split, Progress progress) {
        ImageFolderOptions options = new ImageFolderOptions(images, temp.resolve("out"), "Test", patient, split, 1);
        return new ImageFolderImport(ImageReaders.standard(), options).run(progress);
    }

    @Test
    void importsByFractions() {
        ImportReport report = run(PATIENT, THIRDS);

        assertThat(report.dataset().samples()).hasSize(40);
        assertThat(report.counts().samples(Part.TRAIN, "clear")).isEqualTo(12);
        assertThat(report.counts().patients(Part.TEST, "opacity")).isEqualTo(2);
        assertThat(report.dataset().column("class").orElseThrow().categories()).containsExactly("clear", "opacity");
        assertThat(report.dataset().samples().get(0).id()).isEqualTo("s0001");
        assertThat(report.defects()).isEmpty();
        assertThat(new DatasetFiles().load(temp.resolve("out"))).isEqualTo(report.dataset());
    }

    @Test
    void unreadablePicturesAreListedAndKept() throws IOException {
        byte[] jpeg = Pictures.bytes(Pictures.grey(100, 100, 0), "jpg");
        Files.write(images.resolve("clear/p90_0.jpg"), Pictures.truncated(jpeg, 0.5));
        Files.writeString(images.resolve("clear/p91_0.png"), "text");
        Pictures.write(Pictures.grey(1, 1, 0), "png", images.resolve("clear/p92_0.png"));
        Files.write(images.resolve("clear/p93_0.png"), Pictures.hollowPng(20_000, 20_000));
        Files.writeString(images.resolve("clear/notes.txt"), "no picture");

        ImportReport report = run(PATIENT, THIRDS);

        assertThat(report.defects()).extracting(Defect::value).containsExactlyInAnyOrder("clear/p90_0.jpg",
                "clear/p91_0.png", "clear/p92_0.png", "clear/p93_0.png");
        assertThat(report.ignored()).containsExactly("clear/notes.txt");
        assertThat(report.dataset().samples()).hasSize(44);
        assertThat(report.dataset().samples().stream().filter(s -> report.dataset().defect(s).isPresent())).hasSize(4);
        assertThat(report.problems()).anySatisfy(problem -> {
            assertThat(problem.checkId()).isEqualTo("dataset.unreadable");
            assertThat(problem.message()).startsWith("4 of 44 samples");
        });
        assertThat(new DatasetFiles().load(temp.resolve("out"))).isEqualTo(report.dataset());
    }

    @Test
    void aPatternThatFindsNobodyIsRefused() {
        // otherwise all pictures would be of one nameless patient, and in one part
        assertThatThrownBy(() -> run(Optional.of(Pattern.compile("(\\d*)")), THIRDS))
                .isInstanceOf(ReportedException.class).hasMessageContaining("not found in 40 of 40 paths");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege on Windows")
    void linksAreToldAmongTheFilesPassedOver() throws IOException {
        Files.createSymbolicLink(images.resolve("clear/p0_9.png"), images.resolve("clear/p0_0.png"));

        ImportReport report = run(PATIENT, THIRDS);

        assertThat(report.ignored()).containsExactly("clear/p0_9.png");
        assertThat(report.dataset().samples()).hasSize(40);
    }

    @Test
    void partsFromFoldersOfAnyCase() throws IOException {
        move("clear", "Train/clear");
        move("opacity", "Train/opacity");
        picture("Val/clear/p100_0.png", 1);
        picture("Val/opacity/p101_0.png", 2);
        picture("TEST/clear/p102_0.png", 3);
        picture("TEST/opacity/p103_0.png", 4);

        ImportReport report = run(PATIENT, SplitRule.parse("folders"));

        assertThat(report.counts().samples(Part.TRAIN)).isEqualTo(40);
        assertThat(report.counts().samples(Part.VALIDATION)).isEqualTo(2);
        assertThat(report.counts().samples(Part.TEST)).isEqualTo(2);
        ImageFolderOptions dealt = new ImageFolderOptions(images, temp.resolve("dealt"), "", PATIENT, THIRDS, 1);
        assertThat(new ImageFolderImport(ImageReaders.standard(), dealt).run(Progress.none()).counts()
                .samples(Part.TEST)).isBetween(7, 10);
    }

    private void move(String from, String to) throws IOException {
        Files.createDirectories(images.resolve(to).getParent());
        Files.move(images.resolve(from), images.resolve(to));
    }

    @Test
    void badFoldersAreTold() throws IOException {
        assertFails(THIRDS, PATIENT.map(p -> Pattern.compile("(q\\d+)")), "not found in 40 of 40 paths, such as clear/");
        assertFails(SplitRule.parse("folders"), PATIENT, "no train and test folders");
        Path empty = Files.createDirectory(images.resolve("blurred"));
        assertFails(THIRDS, PATIENT, "no picture in this category");
        Files.delete(empty);
        Files.createDirectory(images.resolve("train"));
        assertFails(THIRDS, PATIENT, "'clear' stands beside train and test folders");
        Files.delete(images.resolve("train"));
        move("clear", "opacity/clear");
        assertFails(THIRDS, PATIENT, "only one category, 'opacity'");
        images = temp.resolve("nowhere");
        assertFails(THIRDS, PATIENT, "can't be read");
        images = Files.createDirectory(temp.resolve("bare"));
        assertFails(THIRDS, PATIENT, "no folders in it");
    }

    @Test
    void aPatientInTwoPartFoldersIsTold() throws IOException {
        move("clear", "train/clear");
        move("opacity", "train/opacity");
        picture("test/clear/p2_9.png", 1);
        picture("test/opacity/p103_0.png", 4);

        assertFails(SplitRule.parse("folders"), PATIENT, "same patient in two parts");
    }

    @Test
    void noCategoryLeftToTellApart() throws IOException {
        try (Stream<Path> files = Files.list(images.resolve("clear"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, "text");
            }
        }

        assertFails(THIRDS, PATIENT, "Fewer than two categories have a picture that can be read");
    }

    private void assertFails(SplitRule split, Optional<Pattern> patient, String told) {
        assertThatThrownBy(() -> run(patient, split)).isInstanceOf(ReportedException.class).hasMessageContaining(told)
                .satisfies(e -> assertThat(((ReportedException) e).remedy()).isNotBlank());
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void neverOverwritesADataSetNorWritesAmongThePictures() {
        run(PATIENT, THIRDS);

        assertThatThrownBy(() -> run(PATIENT, THIRDS)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("data set in this folder already");
        ImageFolderOptions among = new ImageFolderOptions(images, images.resolve("out"), "", PATIENT, THIRDS, 1);
        assertThatThrownBy(() -> new ImageFolderImport(ImageReaders.standard(), among).run(Progress.none()))
                .isInstanceOf(ReportedException.class).hasMessageContaining("among the pictures");
    }

    @Test
    void cancellingLeavesNothing() throws IOException {
        for (int i = 0; i < 200; i++) {
            Pictures.write(Pictures.grey(600, 600, i), "png", images.resolve("clear/p" + (1000 + i) + "_0.png"));
        }
        Progress cancelled = new Progress() {
            @Override
            public void begin(String task, long total) {
                assertThat(total).isEqualTo(240);
            }

            @Override
            public void advance(long done) {
                // not looked at
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> run(PATIENT, THIRDS, cancelled)).isInstanceOf(CancellationException.class);
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void splitRulesAreParsed() {
        assertThat(SplitRule.parse("folders")).isEqualTo(new SplitRule.Folders(0.15));
        assertThat(SplitRule.parse("70/15/15")).isEqualTo(new SplitRule.Fractions(0.70, 0.15, 0.15));
        assertThat(SplitRule.parse("80/20/0")).isEqualTo(new SplitRule.Fractions(0.8, 0.2, 0));
        for (String wrong : new String[] {"", "70/30", "70/15/25", "a/b/c", "0/50/50", "70/15/15/0", "-10/55/55"}) {
            assertThatThrownBy(() -> SplitRule.parse(wrong)).isInstanceOf(ReportedException.class)
                    .hasMessageContaining("'" + wrong + "'");
        }
    }
}
