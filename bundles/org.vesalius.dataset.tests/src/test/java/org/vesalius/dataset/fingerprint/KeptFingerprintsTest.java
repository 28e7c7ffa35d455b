// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.WatchedProgress;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.check.standard.DatasetChecks;
import org.vesalius.dataset.check.standard.StandardChecks;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.reader.ImageFileReader;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;

/** Six images in two subsets, of which each has to be looked into; two of them are the same. */
class KeptFingerprintsTest {
    private static final int IMAGES = 6;
    private static final String DUPLICATE = "dataset.duplicate";

    @TempDir
    private Path root;
    @TempDir
    private Path cache;
    private final AtomicInteger reads = new AtomicInteger();
    private Dataset dataset;

    @BeforeEach
    void writeOldImages() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            write(i, i == 5 ? 0 : i, "2026-01-02T03:04:05Z");
            samples.add(new Sample("s" + i, Map.of("image", name(i), "class", i % 2 == 0 ? "a" : "b", "part",
                    i < 3 ? "train" : "test")));
        }
        dataset = new Dataset(root, "x", root, List.of(Column.image("image", "image", Map.of("depth", "16")),
                Column.label("class", List.of("a", "b")), Column.text("part", ColumnRole.SUBSET)), samples);
    }

    private static String name(int image) {
        return "doe-john-" + image + ".pgm";
    }

    private void write(int image, int content, String time) throws IOException {
        Path file = root.resolve(name(image));
        byte[] noise = new byte[1024];
        new Random(content).nextBytes(noise);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("P5 32 32 255\n".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(noise);
        Files.write(file, bytes.toByteArray());
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
    }

    @Test
    void anUnchangedSetIsOpenedAgainWithoutReadingAnImage() {
        assertThat(check()).isEqualTo(IMAGES);
        assertThat(check()).isZero();
        assertThat(duplicates()).singleElement().asString().contains("s0 and s5");
    }

    /** A reader that tells no paths is asked for the file of each. */
    @Test
    void nothingElseIsFoundWhereTheReaderTellsNoPaths() throws IOException {
        ColumnReader silent = new Counting() {
            @Override
            public List<String> paths(String value) {
                return List.of();
            }

            @Override
            public Optional<Path> file(Path folder, String value) throws IOException {
                return new ImageFileReader().file(folder, value);
            }
        };
        assertThat(check()).isEqualTo(IMAGES);
        assertThat(checks(silent).check(dataset, Progress.none())).isEqualTo(checks(new Counting()).check(dataset, Progress.none()));
        assertThat(reads).hasValue(IMAGES);

        write(2, 4, "2026-01-02T03:04:06Z");
        checks(silent).check(dataset, Progress.none());
        assertThat(reads).hasValue(IMAGES + 1);
    }

    @Test
    void aImageThatWasWrittenIsReadAgainAndNoOther() throws IOException {
        check();
        write(2, 4, "2026-01-02T03:04:06Z");

        assertThat(check()).isEqualTo(1);
        assertThat(duplicates()).singleElement().asString().startsWith("2 samples");
    }

    @Test
    void aImageWrittenInPlaceWithItsTimeSetBackIsReadAgain() throws IOException {
        assumeTrue(root.getFileSystem().supportedFileAttributeViews().contains("unix"),
                "this file system keeps no time that can't be set back");
        check();
        write(2, 4, "2026-01-02T03:04:05Z");

        assertThat(check()).isEqualTo(1);
    }

    @Test
    void aImageWrittenJustBeforeItWasReadIsReadOnceMore() throws IOException {
        write(3, 3, Instant.now().toString());
        check();

        assertThat(check()).isEqualTo(1);
    }

    @Test
    void aDamagedFileIsTakenForNone() throws IOException {
        check();
        Path kept = keptFile();
        byte[] whole = Files.readAllBytes(kept);
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        for (byte[] damaged : List.of(new byte[0], new byte[] {'x'}, Arrays.copyOf(whole, whole.length / 2), flipped,
                Arrays.copyOf(whole, whole.length + 1), new byte[100], Arrays.copyOfRange(whole, 1, whole.length))) {
            Files.write(kept, damaged);
            assertThat(check()).as("%s bytes", damaged.length).isEqualTo(IMAGES);
        }
        assertThat(check()).isZero();
    }

    @Test
    void whatIsKeptTellsNoNameAndIsTheOwnersAlone() throws IOException {
        check();

        assertThat(keptFiles()).hasSize(2);
        for (Path kept : keptFiles()) {
            assertThat(Files.readString(kept, StandardCharsets.ISO_8859_1)).doesNotContain("doe", ".pgm");
            assertThat(kept.getFileName().toString()).matches("[0-9a-f]{64}\\.bin");
            if (kept.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept))).isEqualTo("rw-------");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.getParent())))
                        .isEqualTo("rwx------");
            }
        }
    }

    @Test
    void aCacheThatCantBeWrittenCostsTimeOnly() throws IOException {
        Files.writeString(cache.resolve("fingerprints"), "a file where a folder should be");

        assertThat(check()).isEqualTo(IMAGES);
        assertThat(check()).isEqualTo(IMAGES);
        assertThat(duplicates()).hasSize(1);
    }

    @Test
    void oldFilesMakeRoom() throws IOException {
        Path folder = Files.createDirectories(cache.resolve("fingerprints"));
        for (int i = 0; i < 100; i++) {
            Path file = Files.writeString(folder.resolve("old" + i + ".txt"), "");
            Files.setLastModifiedTime(file, FileTime.fromMillis(1000L * i));
        }
        check();

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(64);
        }
        assertThat(check()).isZero();
    }

    @Test
    @Timeout(60)
    void cancellingDoesntWaitForTheImageThatIsBeingRead() {
        Counting stuck = new Counting() {
            @Override
            public TypedArray read(Path folder, String value, Map<String, String> options) throws IOException {
                reads.incrementAndGet();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
                throw new IOException("nobody waits for it");
            }
        };
        Progress cancelled = WatchedProgress.cancelledWhen(() -> reads.get() > 0);

        assertThatThrownBy(() -> checks(stuck).check(dataset, cancelled)).isInstanceOf(CancellationException.class);
        assertThat(cache.resolve("fingerprints")).doesNotExist();
    }

    private List<Path> keptFiles() throws IOException {
        try (Stream<Path> files = Files.list(cache.resolve("fingerprints"))) {
            return files.toList();
        }
    }

    /** That of what images hold; a smaller one holds what was concluded from it. */
    private Path keptFile() throws IOException {
        return keptFiles().stream().max(Comparator.comparingLong(file -> file.toFile().length())).orElseThrow();
    }

    /** Checks the data set and tells how many images were read. */
    private int check() {
        int before = reads.get();
        duplicates();
        return reads.get() - before;
    }

    private List<String> duplicates() {
        return checks(new Counting()).check(dataset, Progress.none()).stream()
                .filter(problem -> problem.checkId().equals(DUPLICATE)).map(Problem::message).toList();
    }

    private DatasetChecks checks(ColumnReader reader) {
        return new DatasetChecks(List.of(new StandardChecks()), new ColumnReaders(List.of(reader)), KeptFingerprints.in(cache));
    }

    /** The reader of files, which counts how many it reads. */
    private class Counting implements ColumnReader {
        private final ImageFileReader files = new ImageFileReader();

        @Override
        public String id() {
            return "image";
        }

        @Override
        public String version() {
            return files.version();
        }

        @Override
        public String fingerprint(Path folder, String value, Map<String, String> options) {
            throw new AssertionError("no check asks for it");
        }

        @Override
        public List<String> paths(String value) {
            return files.paths(value);
        }

        @Override
        public TypedArray read(Path folder, String value, Map<String, String> options) throws IOException {
            reads.incrementAndGet();
            return files.read(folder, value, options);
        }
    }
}
