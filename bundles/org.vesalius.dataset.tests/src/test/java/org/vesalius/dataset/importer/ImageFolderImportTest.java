// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Images;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.SubsetCounts;
import org.vesalius.dataset.WatchedProgress;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.ImportReport;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.importer.kind.SplitRule;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.PictureReader;
import org.vesalius.phantom.ChestPhantomSet;

class ImageFolderImportTest {
    private static final SplitRule THIRDS = new SplitRule.Fractions(0.6, 0.2, 0.2);
    private static final Optional<Pattern> PATIENT = Optional.of(Pattern.compile("(p\\d+)_"));

    @TempDir
    private Path temp;
    private Path images;

    @BeforeEach
    void writeImages() throws IOException {
        images = temp.resolve("images");
        for (int patient = 0; patient < 20; patient++) {
            String category = patient % 2 == 0 ? "clear" : "opacity";
            for (int view = 0; view < 2; view++) {
                image(category + "/p" + patient + "_" + view + ".png", patient * 2 + view);
            }
        }
    }

    private Path image(String path, int number) throws IOException {
        return Images.write(Images.grey(12, 10, number), "png", images.resolve(path));
    }

    private ImportReport run(Optional<Pattern> patient, SplitRule split) {
        return run(patient, split, Progress.none());
    }

    private ImportReport run(Optional<Pattern> patient, SplitRule split, Progress progress) {
        ImageFolderOptions options = new ImageFolderOptions(images, temp.resolve("out"), "Test", patient, split, 1);
        return new ImageFolderImport(ColumnReaders.standard(), options).run(progress);
    }

    @Test
    void importsByFractions() {
        ImportReport report = run(PATIENT, THIRDS);

        assertThat(report.dataset().samples()).hasSize(40);
        assertThat(report.counts().samples(Subset.TRAIN, "clear")).isEqualTo(12);
        assertThat(report.counts().patients(Subset.TEST, "opacity")).isEqualTo(2);
        assertThat(report.dataset().column("class").orElseThrow().categories()).containsExactly("clear", "opacity");
        assertThat(report.dataset().samples().get(0).id()).isEqualTo("s0001");
        assertThat(report.defects()).isEmpty();
        assertThat(new DatasetFiles().load(temp.resolve("out"))).isEqualTo(report.dataset());
    }

    @Test
    void imagesThatVanishMeanwhileAreToldAsDefects() throws IOException {
        Path gone = images.resolve("clear/p0_0.png");
        assertThat(gone).exists();
        Progress deleting = new WatchedProgress(total -> delete(gone), done -> {}, () -> false);

        Dataset made = new ImageFolderImport(ColumnReaders.standard(),
                new ImageFolderOptions(images, temp.resolve("out"), "", PATIENT, THIRDS, 1)).run(deleting).dataset();

        assertThat(made.defects()).extracting(Defect::value, Defect::reason).containsExactly(tuple("clear/p0_0.png", "is missing"));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPreviewShowsWhatTheImportThenBrings() throws IOException {
        Files.writeString(images.resolve("clear/notes.txt"), "no image");
        DatasetPreview preview = new ImageFolderImport(ColumnReaders.standard(),
                new ImageFolderOptions(images, temp.resolve("out"), "", PATIENT, THIRDS, 1)).preview(Progress.none());

        assertThat(preview.passedOver()).containsExactly(new PassedOver("clear/notes.txt", "is no image by its name"));
        Dataset made = run(PATIENT, THIRDS).dataset();
        assertThat(preview.counts()).contains(SubsetCounts.of(made));
        assertThat(preview.beginning().samples()).extracting(Sample::id).isEqualTo(made.samples().stream().map(Sample::id).toList());
        assertThat(preview.first()).hasSize(20).allSatisfy(sample -> assertThat(preview.beginning().subset(sample))
                .isEqualTo(made.subset(made.samples().get(preview.first().indexOf(sample)))));
    }

    @Test
    void unreadableImagesAreListedAndKept() throws IOException {
        byte[] jpeg = Images.bytes(Images.grey(100, 100, 0), "jpg");
        Files.write(images.resolve("clear/p90_0.jpg"), Images.truncated(jpeg, 0.5));
        Files.writeString(images.resolve("clear/p91_0.png"), "text");
        Images.write(Images.grey(1, 1, 0), "png", images.resolve("clear/p92_0.png"));
        Files.write(images.resolve("clear/p93_0.png"), Images.hollowPng(20_000, 20_000));
        Files.writeString(images.resolve("clear/notes.txt"), "no image");

        ImportReport report = run(PATIENT, THIRDS);

        assertThat(report.defects()).extracting(Defect::value).containsExactlyInAnyOrder("clear/p90_0.jpg",
                "clear/p91_0.png", "clear/p92_0.png", "clear/p93_0.png");
        assertThat(report.passedOver()).containsExactly(new PassedOver("clear/notes.txt", "is no image by its name"));
        assertThat(report.dataset().samples()).hasSize(44);
        assertThat(report.dataset().samples().stream().filter(s -> report.dataset().defect(s).isPresent())).hasSize(4);
        assertThat(report.problems()).anySatisfy(problem -> {
            assertThat(problem.checkId()).isEqualTo("dataset.unreadable");
            assertThat(problem.message()).startsWith("4 of 44 samples");
        });
        assertThat(new DatasetFiles().load(temp.resolve("out"))).isEqualTo(report.dataset());
    }

    @Test
    void allThatIsPassedOverIsListedWithItsReason() throws IOException {
        image("loose.png", 1);
        Files.writeString(images.resolve("readme.txt"), "text");
        Files.writeString(images.resolve("clear/Thumbs.db"), "text");
        Files.writeString(images.resolve("clear/desktop.ini"), "text");
        Files.writeString(images.resolve("clear/._p0_0.png"), "text");
        image(".cache/p0_0.png", 1);
        image("__MACOSX/p0_0.png", 1);
        image("clear/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/p0_0.png", 1);

        assertThat(run(PATIENT, THIRDS).passedOver()).containsExactly(new PassedOver(".cache", "is hidden"),
                new PassedOver("__MACOSX", "is hidden"), new PassedOver("clear/._p0_0.png", "is hidden"),
                new PassedOver("clear/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16", "lies more than 16 folders deep"),
                new PassedOver("clear/Thumbs.db", "belongs to the system"),
                new PassedOver("clear/desktop.ini", "belongs to the system"),
                new PassedOver("loose.png", "lies in no category's folder"),
                new PassedOver("readme.txt", "is no image by its name"));
    }

    @ParameterizedTest
    @CsvSource({"1.webp,a WebP image", "1.jp2,a JPEG 2000 image", "1.J2K,a JPEG 2000 image",
        "1.HEIC,a HEIC image", "1.avif,an AVIF image", "1.dcm,a DICOM file", "1.dicom,a DICOM file",
        "1.nii,a NIfTI volume", "1.nii.gz,a NIfTI volume", "1.svg,an SVG drawing", "1.mha,a MetaImage volume"})
    void imagesThatAreNotReadAreCalledByTheirFormat(String name, String format) throws IOException {
        Files.writeString(images.resolve("clear").resolve(name), "whatever");

        assertThat(run(PATIENT, THIRDS).passedOver()).containsExactly(new PassedOver("clear/" + name,
                "is " + format + ", which can't be read; convert it to PNG or TIFF"));
    }

    @Test
    void categoriesSpelledInTwoWaysAreToldAndJoinedOnRequest() throws IOException {
        image("Clear/p30_0.png", 99);

        ImportReport told = run(PATIENT, THIRDS);
        ImageFolderOptions options = new ImageFolderOptions(images, temp.resolve("joined"), "", PATIENT, THIRDS, 1, Optional.empty(),
                true);
        ImportReport joined = new ImageFolderImport(ColumnReaders.standard(), options).run(Progress.none());

        assertThat(told.problems()).extracting(Problem::checkId).contains("dataset.category-twins");
        assertThat(told.dataset().column("class").orElseThrow().categories())
                .containsExactly("Clear", "clear", "opacity");
        assertThat(joined.problems()).extracting(Problem::checkId).doesNotContain("dataset.category-twins");
        assertThat(joined.dataset().column("class").orElseThrow().categories()).containsExactly("clear", "opacity");
        assertThat(joined.remarks()).containsExactly("Categories joined into 'clear': 'Clear', 'clear'");
        assertThat(joined.dataset().samples()).filteredOn(s -> s.value("class").equals("clear")).hasSize(21);
    }

    @Test
    void twelveOfSixteenBitsAreFoundInAllImagesTogether() throws IOException {
        for (int i = 0; i < 20; i++) {
            BufferedImage deep = Images.deep(10, i == 7 ? 4095 : 100 * i);
            String category = i % 2 == 0 ? "clear" : "opacity";
            Images.write(deep, "png", images.resolve(category + "/p" + (50 + i) + "_0.png"));
        }

        ImportReport report = run(PATIENT, THIRDS);

        Column column = report.dataset().column("image").orElseThrow();
        assertThat(column.options()).containsEntry("white", "4095").containsEntry("depth", "16");
        assertThat(report.remarks()).singleElement().asString().contains("up to 4095", "white is 4095");
        Dataset loaded = new DatasetFiles().load(temp.resolve("out"));
        float value = new PictureReader(ColumnReaders.standard().of(column)).read(loaded.root(), "opacity/p53_0.png",
                loaded.column("image").orElseThrow().options()).value(0, 0, 0);
        assertThat(value).isCloseTo(255f * 300 / 4095, within(1e-3f));
    }

    @Test
    void aLackOfMemoryIsNoDefectOfAnImage() {
        ColumnReaders starving = new ColumnReaders(List.of(new ColumnReader() {
            @Override
            public String id() {
                return "image";
            }

            @Override
            public String version() {
                return "1";
            }

            @Override
            public String fingerprint(Path root, String value, Map<String, String> options) {
                return value;
            }

            @Override
            public TypedArray read(Path root, String value, Map<String, String> options) {
                throw new OutOfMemoryError("Java heap space");
            }
        }));
        ImageFolderOptions options = new ImageFolderOptions(images, temp.resolve("out"), "", PATIENT, THIRDS, 1);

        assertThatThrownBy(() -> new ImageFolderImport(starving, options).run(Progress.none()))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void nothingStoredDependsOnTheLanguageOfTheUser() throws IOException {
        Locale before = Locale.getDefault();
        Set<String> tables = new HashSet<>();
        try {
            for (String language : new String[] {"en-US", "tr-TR", "ar-EG-u-nu-arab"}) {
                Locale.setDefault(Locale.forLanguageTag(language));
                Path out = temp.resolve("out-" + language);
                ImageFolderOptions options = new ImageFolderOptions(images, out, "Test", PATIENT, THIRDS, 1);
                new ImageFolderImport(ColumnReaders.standard(), options).run(Progress.none());
                new DatasetFiles().save(new ChestPhantomSet(7, 12).in(out.resolve("phantom")));
                tables.add(Files.readString(out.resolve("samples.csv"))
                        + Files.readString(out.resolve("phantom/samples.csv"))
                        + Files.readString(out.resolve("phantom/dataset.json")));
            }
        } finally {
            Locale.setDefault(before);
        }
        assertThat(tables).singleElement().asString().contains("\ns0040,opacity/", "\ns0001,clear/", ",p012,");
    }

    @Test
    void namesComeInTheOrderOfTheirCodePoints() throws IOException {
        // by UTF-16 units the last two would change places
        List<String> names = List.of("clear/B.png", "clear/a b.png", "clear/a/x.png", "clear/a.png", "clear/p0_0.png",
                "clear/\uFF21.png", "clear/\uD83D\uDE00.png");
        for (String name : names) {
            image(name, 5);
        }

        ImportReport report = run(Optional.empty(), THIRDS);

        assertThat(report.dataset().samples()).extracting(s -> s.value("image")).filteredOn(names::contains)
                .containsExactly("clear/B.png", "clear/a b.png", "clear/a.png", "clear/a/x.png", "clear/p0_0.png",
                        "clear/\uFF21.png", "clear/\uD83D\uDE00.png");
    }

    @Test
    void aPatternThatFindsNobodyIsRefused() {
        // otherwise all images would be of one nameless patient, and in one subset
        assertThatThrownBy(() -> run(Optional.of(Pattern.compile("(\\d*)")), THIRDS))
                .isInstanceOf(ReportedException.class).hasMessageContaining("not found in 40 of 40 paths");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege on Windows")
    void linksAreToldAmongTheFilesPassedOver() throws IOException {
        Files.createSymbolicLink(images.resolve("clear/p0_9.png"), images.resolve("clear/p0_0.png"));

        ImportReport report = run(PATIENT, THIRDS);

        assertThat(report.passedOver()).containsExactly(new PassedOver("clear/p0_9.png", "is a link"));
        assertThat(report.dataset().samples()).hasSize(40);
    }

    @Test
    void subsetsFromFoldersOfAnyCase() throws IOException {
        move("clear", "Train/clear");
        move("opacity", "Train/opacity");
        image("Val/clear/p100_0.png", 1);
        image("Val/opacity/p101_0.png", 2);
        image("TEST/clear/p102_0.png", 3);
        image("TEST/opacity/p103_0.png", 4);

        ImportReport report = run(PATIENT, SplitRule.parse("folders"));

        assertThat(report.counts().samples(Subset.TRAIN)).isEqualTo(40);
        assertThat(report.counts().samples(Subset.VALIDATION)).isEqualTo(2);
        assertThat(report.counts().samples(Subset.TEST)).isEqualTo(2);
        assertThat(report.remarks()).isEmpty();
        ImageFolderOptions pooled = new ImageFolderOptions(images, temp.resolve("dealt"), "", PATIENT, THIRDS, 1);
        ImportReport dealt = new ImageFolderImport(ColumnReaders.standard(), pooled).run(Progress.none());
        assertThat(dealt.counts().samples(Subset.TEST)).isBetween(7, 10);
        assertThat(dealt.remarks()).containsExactly("The images of the folders 'TEST', 'Train', 'Val' were pooled and "
                + "split anew; the split 'folders' keeps these folders as the subsets");
    }

    private void move(String from, String to) throws IOException {
        Files.createDirectories(images.resolve(to).getParent());
        Files.move(images.resolve(from), images.resolve(to));
    }

    @Test
    void badFoldersAreTold() throws IOException {
        assertFails(THIRDS, PATIENT.map(p -> Pattern.compile("(q\\d+)")),
                "not found in 40 of 40 paths; the first of them looks like aaaaa/a0_0.aaa.");
        assertFails(SplitRule.parse("folders"), PATIENT, "no train and test folders");
        Path empty = Files.createDirectory(images.resolve("blurred"));
        assertFails(THIRDS, PATIENT, "There is no image in this category's folder.");
        Path scan = Files.writeString(empty.resolve("1.dcm"), "whatever");
        assertFails(THIRDS, PATIENT, "There is no image in this category's folder: what lies there is a DICOM file, "
                + "which can't be read; convert it to PNG or TIFF.");
        Files.delete(scan);
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
    void aPatientInTwoSubsetFoldersIsTold() throws IOException {
        move("clear", "train/clear");
        move("opacity", "train/opacity");
        image("test/clear/p2_9.png", 1);
        image("test/opacity/p103_0.png", 4);

        assertFails(SplitRule.parse("folders"), PATIENT, "same patient in two subsets");
    }

    @Test
    void noCategoryLeftToTellApart() throws IOException {
        try (Stream<Path> files = Files.list(images.resolve("clear"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, "text");
            }
        }

        assertFails(THIRDS, PATIENT, "Fewer than two categories have an image that can be read");
        assertThatThrownBy(() -> run(PATIENT, THIRDS)).isInstanceOfSatisfying(ReportedException.class,
                e -> assertThat(e.where()).contains(images));
    }

    private void assertFails(SplitRule split, Optional<Pattern> patient, String told) {
        assertThatThrownBy(() -> run(patient, split)).isInstanceOf(ReportedException.class).hasMessageContaining(told)
                .satisfies(e -> assertThat(((ReportedException) e).remedy()).isNotBlank());
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void neverOverwritesADataSetNorWritesAmongTheImages() {
        run(PATIENT, THIRDS);

        assertThatThrownBy(() -> run(PATIENT, THIRDS)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("data set in this folder already");
        ImageFolderOptions among = new ImageFolderOptions(images, images.resolve("out"), "", PATIENT, THIRDS, 1);
        assertThatThrownBy(() -> new ImageFolderImport(ColumnReaders.standard(), among).run(Progress.none()))
                .isInstanceOf(ReportedException.class).hasMessageContaining("among the files");
    }

    @Test
    void cancellingLeavesNothing() throws IOException {
        for (int i = 0; i < 200; i++) {
            Images.write(Images.grey(600, 600, i), "png", images.resolve("clear/p" + (1000 + i) + "_0.png"));
        }
        Progress cancelled = new WatchedProgress(total -> assertThat(total).isEqualTo(240), done -> {}, () -> true);

        assertThatThrownBy(() -> run(PATIENT, THIRDS, cancelled)).isInstanceOf(CancellationException.class);
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void splitRulesAreParsed() {
        assertThat(SplitRule.parse("folders")).isEqualTo(new SplitRule.Folders(0.15));
        assertThat(SplitRule.parse("70/15/15")).isEqualTo(new SplitRule.Fractions(0.70, 0.15, 0.15));
        assertThat(SplitRule.parse("80/20/0")).isEqualTo(new SplitRule.Fractions(0.8, 0.2, 0));
        for (String wrong : new String[] {"", "70/30", "a/b/c", "70/15/15/0", "-10/55/55", "1e1/45/45"}) {
            assertThatThrownBy(() -> SplitRule.parse(wrong)).isInstanceOf(ReportedException.class)
                    .hasMessage("'" + wrong + "' is no way to split a data set.");
        }
        assertThatThrownBy(() -> SplitRule.parse("70/15/25"))
                .hasMessage("The percentages '70/15/25' add up to 110, not to 100.");
        assertThatThrownBy(() -> SplitRule.parse("33.3/33.3/33.3")).hasMessageContaining("add up to 99.9,");
        assertThatThrownBy(() -> SplitRule.parse("0/50/50"))
                .hasMessage("With the split '0/50/50' nothing is left to train on.");
    }
}
