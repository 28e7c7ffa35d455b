// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.WatchedProgress;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.fingerprint.KeptFingerprints;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.mask.MaskReader;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.FileStamp;

/** Files that are damaged after the import; here every file is readable that holds the word "good". */
class ChangedFileCheckTest {
    private static final FileTime BEFORE = FileTime.fromMillis(1_000_000_000_000L);
    private static final FileTime SINCE = FileTime.fromMillis(1_500_000_000_000L);
    private static final FileTime LATER = FileTime.fromMillis(1_500_000_100_000L);

    private final AtomicInteger read = new AtomicInteger();

    @TempDir
    private Path folder;
    private Dataset dataset;

    @BeforeEach
    void imported() throws IOException {
        write("a", "good", BEFORE);
        write("b", "good", BEFORE);
        dataset = new Dataset(folder.resolve("data"), "x", folder,
                List.of(Column.image("image", "words", Map.of()), Column.text("part", ColumnRole.SUBSET)),
                List.of(new Sample("s1", Map.of("image", "a", "part", "train")),
                        new Sample("s2", Map.of("image", "b", "part", "test"))));
        new DatasetFiles().save(dataset);
        Files.setLastModifiedTime(folder.resolve("data").resolve(DatasetFiles.SAMPLES), FileTime.fromMillis(1_200_000_000_000L));
    }

    @Test
    void filesThatDidNotChangeAreNotRead() {
        AtomicInteger begun = new AtomicInteger();

        assertThat(check(new WatchedProgress(total -> begun.incrementAndGet(), done -> {}, () -> false))).isEmpty();
        assertThat(read).hasValue(0);
        assertThat(begun).as("tasks told").hasValue(0);
    }

    @Test
    void aDamagedFileIsFoundOnceAndAgainWhenItChanges() throws IOException {
        write("b", "torn", SINCE);

        assertThat(check()).singleElement().satisfies(problem -> {
            assertThat(problem.subject()).isEqualTo("s2");
            assertThat(problem.message()).contains("1 of 2 samples").contains("has no good word");
        });
        assertThat(check()).hasSize(1);
        assertThat(read).hasValue(1);

        write("b", "good again", LATER);
        assertThat(check()).isEmpty();
        assertThat(read).hasValue(2);
    }

    /** Programs that copy files give them the times that they had elsewhere. */
    @Test
    void aDamagedFileIsFoundWhateverItsTime() throws IOException {
        untilTheClockOfTheDiskTicks();
        write("b", "torn", BEFORE);

        assertThat(check()).singleElement().satisfies(problem -> assertThat(problem.subject()).isEqualTo("s2"));
        assertThat(read).hasValue(1);
    }

    /** A mask united of several files is as damaged as any of them. */
    @Test
    void oneOfSeveralFilesIsEnough() throws IOException {
        write("a", "good", SINCE);
        write("c", "torn", BEFORE);
        Column masks = new Column("mask", ColumnType.IMAGE, ColumnRole.LABEL, MaskReader.ID, Map.of(), List.of());
        Dataset united = new Dataset(dataset.folder(), "x", folder, List.of(masks, Column.text("part", ColumnRole.SUBSET)),
                List.of(new Sample("s1", Map.of("mask", "1:c|2:a", "part", "train")),
                        new Sample("s2", Map.of("mask", "1:b|2:b", "part", "test"))));

        assertThat(check(united, new MaskReader(), Progress.none())).singleElement()
                .satisfies(problem -> assertThat(problem.subject()).isEqualTo("s1"));
    }

    /** A check of its own tells these. */
    @Test
    void whatIsMissingIsNotReadEither() throws IOException {
        Files.delete(folder.resolve("b"));

        assertThat(check()).isEmpty();
    }

    private void untilTheClockOfTheDiskTicks() throws IOException {
        FileStamp samples = FileStamp.of(dataset.folder().resolve(DatasetFiles.SAMPLES));
        FileStamp now;
        do {
            now = FileStamp.of(Files.setLastModifiedTime(Files.createTempFile(folder, "tick", ""), BEFORE));
        } while (!now.isLaterThan(samples));
    }

    private List<Problem> check() {
        return check(Progress.none());
    }

    private List<Problem> check(Progress progress) {
        return check(dataset, new Words(), progress);
    }

    private List<Problem> check(Dataset checked, ColumnReader reader, Progress progress) {
        return new ChangedFileCheck().check(new KeptDataset(checked, new ColumnReaders(List.of(reader)),
                KeptFingerprints.in(folder.resolve("cache"))), progress);
    }

    private void write(String name, String text, FileTime time) throws IOException {
        Files.setLastModifiedTime(Files.writeString(folder.resolve(name), text), time);
    }

    private final class Words implements ColumnReader {
        @Override
        public String id() {
            return "words";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public String fingerprint(Path root, String value, Map<String, String> options) {
            throw new AssertionError("no content is compared here");
        }

        @Override
        public List<String> paths(String value) {
            return List.of(value);
        }

        @Override
        public TypedArray read(Path root, String value, Map<String, String> options) throws IOException {
            read.incrementAndGet();
            if (!Files.readString(root.resolve(value)).startsWith("good")) {
                throw new UnreadableImageException("has no good word");
            }
            return TypedArray.of(ArrayDescription.of(ElementType.U8, Axis.of(Axis.Y, 1), Axis.of(Axis.X, 1),
                    Axis.of(Axis.CHANNEL, 1)), new float[] {1});
        }
    }
}
