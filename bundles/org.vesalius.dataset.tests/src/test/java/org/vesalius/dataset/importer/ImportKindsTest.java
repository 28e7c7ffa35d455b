// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.WatchedProgress;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.FirstReads;
import org.vesalius.dataset.importer.kind.ImportFolder;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.ImportRun;
import org.vesalius.dataset.importer.kind.ImportedData;
import org.vesalius.dataset.importer.kind.SourceGlance;
import org.vesalius.dataset.reader.ColumnReaders;

/** What holds for all kinds of imports: which one suits, what may be said about columns, what a preview tells. */
class ImportKindsTest {
    private final ImportKinds kinds = new ImportKinds(ColumnReaders.standard());

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String likeliest(Path... sources) {
        SourceGlance glance = SourceGlance.at(List.of(sources), Progress.none());
        return kinds.all().stream().filter(kind -> kind.fit(glance) == ImportKind.Fit.LIKELY).map(ImportKind::id)
                .collect(Collectors.joining(" "));
    }

    @Test
    void theKindIsToldFromNamesAndFirstLine() throws IOException {
        String wave = IntStream.range(0, 140).mapToObj(i -> "0." + i).collect(Collectors.joining("\t"));
        assertThat(likeliest(write("record.csv", "age,sex\n1,2\n"))).isEqualTo("table");
        assertThat(likeliest(write("beats.txt", "1\t" + wave + "\n"))).isEqualTo("sequences");
        assertThat(likeliest(write("a.npz", ""))).isEqualTo("npz");
        write("stays/1.txt", "Time,Parameter,Value\n");
        write("stays/2.txt", "Time,Parameter,Value\n");
        assertThat(likeliest(folder.resolve("stays"))).isEqualTo("sequences");
        write("scans/a/1.nii.gz", "");
        assertThat(likeliest(folder.resolve("scans"))).isEqualTo("nifti");
        write("cells/train/dark/person1.png", "");
        write("cells/test/pale/person2.png", "");
        assertThat(likeliest(folder.resolve("cells"))).isEqualTo("images");
        assertThat(likeliest(folder.resolve("absent"))).isEmpty();
        write("boxes/images/1.jpg", "");
        write("boxes/labels/1.txt", "0 0.5 0.5 0.2 0.3\n");
        write("boxes/classes.txt", "mass\n");
        assertThat(likeliest(folder.resolve("boxes"))).isEqualTo("yolo");
        SourceGlance flat = SourceGlance.at(List.of(write("eyes/1.jpg", "").getParent()), Progress.none());
        assertThat(kinds.all().stream().filter(kind -> kind.fit(flat) == ImportKind.Fit.POSSIBLE).map(ImportKind::id))
                .containsExactly("masks");
        assertThat(kinds.all().get(0).proposals(SourceGlance.at(List.of(folder.resolve("cells")), Progress.none())))
                .isEqualTo(Map.of("patient", List.of("(person\\d+)"), "split", List.of("folders")));
    }

    private void images() throws IOException {
        for (int i = 0; i < 8; i++) {
            BufferedImage image = new BufferedImage(9, 8, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setSample(i % 4, i / 4, 0, 200);
            Path file = folder.resolve("in").resolve(i % 2 == 0 ? "a" : "b").resolve(i + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        }
        Files.writeString(folder.resolve("in/a/damaged.png"), "none");
    }

    private ImportRequest request(Map<String, List<String>> settings) {
        return new ImportRequest(List.of(folder.resolve("in")), folder.resolve("out"), "name", settings);
    }

    @Test
    void aPreviewTellsSubsetsAndWhatCantBeRead() throws IOException {
        images();
        DatasetPreview preview = kinds.all().get(0).of(request(Map.of("split", List.of("50/0/50")))).preview(Progress.none());

        assertThat(preview.counts().orElseThrow().samples().values().stream().flatMap(counts -> counts.values().stream())
                .mapToInt(Integer::intValue).sum()).isEqualTo(9);
        assertThat(new FirstReads(ColumnReaders.standard()).defects(preview, Progress.none())).extracting(Defect::value)
                .containsExactly("a/damaged.png");
    }

    @Test
    void whatIsSaidAboutColumnsHoldsForEachKind() throws IOException {
        images();
        ImportRequest request = request(Map.of("role", List.of("class=subgroup"), "type", List.of("class=text"),
                "missing", List.of("class=b"), "unit", List.of("class=x")));

        Dataset made = new ImportRun(kinds.all().get(0).of(request), request.out(), ColumnReaders.standard())
                .run(Progress.none()).dataset();

        Column column = made.column("class").orElseThrow();
        assertThat(column.role()).isEqualTo(ColumnRole.SUBGROUP);
        assertThat(column.type()).isEqualTo(ColumnType.TEXT);
        assertThat(column.unit()).isEqualTo("x");
        assertThat(made.samples().stream().filter(sample -> sample.lacks(column))).hasSize(4);
        assertRefused("'class' holds something that is no number in sample s0001", "type", "class=number");
        assertRefused("'image' is image and can't become text", "type", "image=text");
        assertRefused("'class' is to say the part", "role", "class=part");
        assertRefused("There is no column 'klass'", "unit", "klass=mm");
        assertRefused("'boss' is no role of a column", "role", "class=boss");
        assertRefused("'class' can't become the patient", "role", "class=patient");
    }

    @Test
    void whatMeansMissingIsNoCategoryAnyMore() throws IOException {
        images();

        Column column = kinds.all().get(0).of(request(Map.of("missing", List.of("class=b")))).preview(Progress.none()).columns().stream()
                .filter(each -> each.name().equals("class")).findFirst().orElseThrow();

        assertThat(column.categories()).isNotEmpty().doesNotContain("b");
        assertThat(column.isMissing("b")).isTrue();
    }

    private Dataset imported(Map<String, List<String>> settings) {
        ImportRequest request = request(settings);
        return new ImportRun(kinds.all().get(0).of(request), request.out(), ColumnReaders.standard()).run(Progress.none()).dataset();
    }

    private static String valuesOf(Dataset dataset, String column) {
        return dataset.samples().stream().map(sample -> sample.value(column)).collect(Collectors.joining(" "));
    }

    @Test
    void imagesInFoldersTakeAListOfSubsets() throws IOException {
        images();
        write("parts.csv", "image,part\n0,test\na/2.png,train\n4.png,val\n6,train\n1,train\n3,train\n5,test\n7,val\ndamaged,train\n");

        Dataset dataset = imported(Map.of("parts", List.of(folder.resolve("parts.csv").toString()), "split", List.of("70/15/15")));

        // in the order of paths: a/0, a/2, a/4, a/6, a/damaged, b/1, b/3, b/5, b/7
        assertThat(valuesOf(dataset, "part")).isEqualTo("test train validation train train train train test validation");
        write("short.csv", "0,test\n2,train\n");
        assertRefused("7 of 9 samples are not in the list", "parts", folder.resolve("short.csv").toString());
        assertRefused("1 of 2 patients or files in the list of subsets are not there", "split", "test=0,9");
    }

    @Test
    void aListOfFoldsBecomesAColumnOfAnyKind() throws IOException {
        images();
        write("folds.csv", "fold;id;note\n1;0;x\n2;2;x\n1;4;\n2;6;\n1;1;\n2;3;\n1;s0008;\n2;b/7.png;\n2;elsewhere;\n");
        String list = folder.resolve("folds.csv").toString();

        Dataset dataset = imported(Map.of("folds", List.of(list)));

        assertThat(dataset.column("fold").orElseThrow().role()).isEqualTo(ColumnRole.FOLD);
        assertThat(valuesOf(dataset, "fold")).isEqualTo("1 2 1 2  1 2 1 2");
        DatasetPreview preview = kinds.all().get(0).of(request(Map.of("folds", List.of(list)))).preview(Progress.none());
        assertThat(preview.remarks()).contains("1 sample of 9 isn't in the list of folds, and in no fold");
        assertThat(preview.first().get(1).value("fold")).isEqualTo("2");
    }

    /** The files of the ids s0001 and s0002 are called the other way round. */
    @Test
    void idsAndFilesAreNotMixedUp() throws IOException {
        images();
        Files.move(folder.resolve("in/a/0.png"), folder.resolve("in/a/s0002.png"));
        Files.move(folder.resolve("in/b/1.png"), folder.resolve("in/b/s0001.png"));
        String ends = write("ends.csv", "s0001.png,1\ns0002.png,2\n").toString();

        assertRefused("the id of one sample and the file of another", "folds", write("stems.csv", "s0001,1\ns0002,2\n").toString());
        Dataset dataset = imported(Map.of("folds", List.of(ends)));
        assertThat(dataset.samples()).filteredOn(sample -> !sample.value("fold").isEmpty())
                .extracting(sample -> sample.value("image") + " " + sample.value("fold"))
                .containsExactly("a/s0002.png 2", "b/s0001.png 1");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = write("one.png", "");
        assertThat(kinds.all()).filteredOn(kind -> kind.sources().folder()).hasSizeGreaterThan(3).allSatisfy(kind -> assertThatThrownBy(
                () -> kind.of(new ImportRequest(List.of(file), folder.resolve("out"), "name", Map.of())).preview(Progress.none()))
                .hasMessageContaining("This is a file, not a folder."));
    }

    @Test
    void foldsThatAreNoneAreRefused() throws IOException {
        images();
        assertRefused("None of the 1 patients or files", "folds", write("a.csv", "elsewhere,1\n").toString());
        assertRefused("two folds, 1 and 2", "folds", write("b.csv", "0,1\n0,2\n").toString());
        assertRefused("No column of the list is called fold", "folds", write("c.csv", "0,1,x\n").toString());
        assertRefused("one fold only", "folds", write("d.csv", "0,1\n2,1\n").toString());
        assertRefused("can't be read", "folds", folder.resolve("absent.csv").toString());
        String byFile = write("e.csv", "0,1\n2,2\n").toString();
        ImportRequest request = request(Map.of("folds", List.of(byFile), "patient", List.of("^a|b")));
        assertThatThrownBy(() -> kinds.all().get(0).of(request).preview(Progress.none()))
                .hasMessageContaining("The same patient is in two folds: sample s0001 in 1 and sample s0002 in 2");
    }

    private void assertRefused(String message, String option, String value) {
        assertThatThrownBy(() -> kinds.all().get(0).of(request(Map.of(option, List.of(value)))).preview(Progress.none()))
                .hasMessageContaining(message);
    }

    /** As where a reader decodes a large file, or a disk doesn't answer. */
    @Test
    void anImportThatHangsIsGivenUpAndLeavesNothing() throws IOException {
        Path out = folder.resolve("beside/out");
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean cancelled = new AtomicBoolean();
        try {
            assertThatThrownBy(() -> new ImportRun(new Hanging(never, cancelled), out, ColumnReaders.standard())
                    .run(new WatchedProgress(total -> {}, done -> {}, cancelled::get)))
                    .isInstanceOf(CancellationException.class);
        } finally {
            never.countDown();
        }
        try (Stream<Path> beside = Files.list(out.getParent())) {
            assertThat(beside).isEmpty();
        }
    }

    /** Writes half a file, and then does nothing that anybody waits for. */
    private record Hanging(CountDownLatch never, AtomicBoolean cancelled) implements DatasetImport {
        @Override
        public List<Path> sources() {
            return List.of();
        }

        @Override
        public DatasetPreview preview(Progress progress) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public ImportedData read(ImportFolder into, Progress progress) {
            try {
                Files.writeString(into.file("half.npy"), "half");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            cancelled.set(true);
            while (never.getCount() > 0) {
                Thread.onSpinWait();
            }
            into.file("later.npy");
            throw new AssertionError("it was given up");
        }
    }

    @Test
    void eachOptionIsThereOnceAndKindsHaveDifferentTitles() {
        assertThat(kinds.all()).extracting(ImportKind::title).doesNotHaveDuplicates();
        assertThat(kinds.all()).allSatisfy(kind -> assertThat(kind.options()).extracting(ImportOption::name)
                .doesNotHaveDuplicates().contains("role", "type", "unit", "missing", "parts", "folds"));
    }
}
