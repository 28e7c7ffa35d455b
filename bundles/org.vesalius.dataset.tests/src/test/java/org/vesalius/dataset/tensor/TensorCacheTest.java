// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.prepare.Steps;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.WatchedProgress;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.reader.ColumnReaders;

class TensorCacheTest {
    private static final TensorSpec SPEC = new TensorSpec(1, 2, 1);

    private final CountingReader reader = new CountingReader();

    @TempDir
    private Path folder;

    @Test
    void readsScaledImagesInTheOrderOfTheSamples() {
        float[] values = new float[5];
        try (CachedArrays images = open(SPEC, Map.of(), "255", "51", "0.4", "300")) {
            assertThat(images.size()).isEqualTo(4);
            images.read(0, values, 0);
            images.read(1, values, 3);
            assertThat(values).containsExactly(new float[] {1, 1, 0, 0.2f, 0.2f}, within(1e-6f));
            images.read(2, values, 0);
            images.read(3, values, 3);
            assertThat(values).containsExactly(new float[] {0, 0, 0, 1, 1}, within(1e-6f));
            assertThatThrownBy(() -> images.read(4, values, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void theColumnSaysTheScale() {
        float[] values = new float[2];

        open(SPEC, Map.of("scale", "2"), "10").read(0, values, 0);
        assertThat(values).containsExactly(20, 20);
        open(SPEC, Map.of("scale", "1/10"), "10").read(0, values, 0);
        assertThat(values).containsExactly(1, 1);
        assertThat(reader.reads()).isEqualTo(1);
        assertThatThrownBy(() -> open(SPEC, Map.of("scale", "much"), "10")).isInstanceOf(ReportedException.class)
                .hasMessageContaining("'much'");
    }

    @Test
    void onlyTheFirstOpeningDecodes() {
        open(SPEC, Map.of(), "1", "2", "3").close();
        open(SPEC, Map.of(), "1", "2", "3").close();
        assertThat(reader.reads()).isEqualTo(3);

        open(SPEC, Map.of(), "1", "2", "4").close();
        assertThat(reader.reads()).isEqualTo(6);
        open(new TensorSpec(2, 2, 1), Map.of(), "1", "2", "3").close();
        assertThat(reader.reads()).isEqualTo(9);
    }

    @Test
    void unreadableSamplesAreDefectsAlsoTheSecondTime() {
        for (int time = 0; time < 2; time++) {
            try (CachedArrays images = open(SPEC, Map.of(), "1", "", "3")) {
                assertThat(images.defects()).containsExactly(new Defect("s1", "", "is nothing"));
                float[] values = {9, 9};
                images.read(1, values, 0);
                assertThat(values).containsExactly(0, 0);
            }
        }
        assertThat(reader.reads()).isEqualTo(3);
    }

    @Test
    void aDamagedFileIsMadeAnew() throws IOException {
        open(SPEC, Map.of(), "7", "", "9").close();
        Path file = cacheFile();
        byte[] good = Files.readAllBytes(file);

        assertRebuilt(file, Arrays.copyOf(good, good.length - 1), good);
        assertRebuilt(file, Arrays.copyOf(good, 10), good);
        assertRebuilt(file, new byte[0], good);
        assertRebuilt(file, new byte[good.length], good);
        byte[] otherReason = good.clone();
        otherReason[good.length - 3] ^= 1;
        assertRebuilt(file, otherReason, good);
    }

    private void assertRebuilt(Path file, byte[] damaged, byte[] good) throws IOException {
        Files.write(file, damaged);
        int before = reader.reads();
        open(SPEC, Map.of(), "7", "", "9").close();
        assertThat(reader.reads()).isEqualTo(before + 3);
        assertThat(Files.readAllBytes(file)).isEqualTo(good);
    }

    private Path cacheFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tensors")).findFirst().orElseThrow();
        }
    }

    @Test
    void threadsThatOpenAtOnceAllGetTheWholeCache() throws Exception {
        String[] values = IntStream.range(0, 200).mapToObj(String::valueOf).toArray(String[]::new);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Float> open = () -> {
                float[] last = new float[2];
                open(SPEC, Map.of("scale", "1"), values).read(199, last, 0);
                return last[1];
            };
            for (Future<Float> result : threads.invokeAll(List.of(open, open, open, open))) {
                assertThat(result.get()).isEqualTo(199);
            }
        } finally {
            threads.shutdown();
        }
        assertNoTemporaryFiles();
    }

    @Test
    void processesThatOpenAtOnceAllGetTheWholeCache() throws Exception {
        List<Process> processes = Stream.of(1, 2, 3).map(number -> start()).toList();
        for (Process process : processes) {
            String told = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as(told).isZero();
            assertThat(told).contains("sum 499500");
        }
        assertNoTemporaryFiles();
    }

    private Process start() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = Stream.of(CacheProcess.class, TensorCache.class, Progress.class).map(TensorCacheTest::place)
                .distinct().collect(Collectors.joining(File.pathSeparator));
        try {
            return new ProcessBuilder(java, "-cp", classPath, CacheProcess.class.getName(), folder.toString())
                    .redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String place(Class<?> type) {
        return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
    }

    private void assertNoTemporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
    }

    @Test
    void cancellingLeavesNothing() throws IOException {
        Progress cancelled = WatchedProgress.cancelledWhen(() -> true);
        String[] values = {"5", "6"};

        assertThatThrownBy(() -> cache().open(dataset(Map.of(), values), dataset(Map.of(), values).columns().get(0),
                SPEC.shape(), dataset(Map.of(), values).samples(), cancelled)).isInstanceOf(CancellationException.class);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void nobodyElseMayReadCachedArrays() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX file system");

        open(SPEC, Map.of(), "10").close();

        try (Stream<Path> files = Files.list(folder)) {
            Path cached = files.filter(file -> file.toString().endsWith(".tensors")).findFirst().orElseThrow();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cached))).isEqualTo("rw-------");
        }
    }

    @Test
    void aFolderThatCantBeMadeIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Dataset dataset = dataset(Map.of(), "1");
        TensorCache cache = new TensorCache(file, new ColumnReaders(List.of(reader)));

        assertThatThrownBy(() -> cache.open(dataset, dataset.columns().get(0), SPEC.shape(), dataset.samples(),
                Progress.none())).isInstanceOf(ReportedException.class).hasMessageContaining("can't be");
    }

    @Test
    void filesOfMoreThanTwoGibibytesAreRead() throws IOException {
        int count = 2300;
        byte[] image = new byte[1 << 20];
        CacheFile file = new CacheFile(folder.resolve("large.tensors"), count, new ArrayForm(
                Column.text("a", ColumnRole.INPUT), new int[] {1 << 18}, Steps.of(Column.text("a", ColumnRole.INPUT))));
        try (FileChannel channel = FileChannel.open(folder.resolve("large.tensors"), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            image[5] = 77;
            file.writeArray(channel, count - 1, image);
            file.finish(channel, Map.of(3, "is dark"));
        }

        CacheFile.Content content = file.open().orElseThrow();

        int perMap = content.perMap();
        assertThat(content.maps()).hasSizeGreaterThan(2);
        assertThat(content.maps()[(count - 1) / perMap].get((count - 1) % perMap * image.length + 5))
                .isEqualTo((byte) 77);
        assertThat(content.reasons()).containsExactly(Map.entry(3, "is dark"));
    }

    private CachedArrays open(TensorSpec spec, Map<String, String> options, String... values) {
        Dataset dataset = dataset(options, values);
        return cache().open(dataset, dataset.columns().get(0), spec.shape(), dataset.samples(), Progress.none());
    }

    private TensorCache cache() {
        return new TensorCache(folder, new ColumnReaders(List.of(reader)));
    }

    static Dataset dataset(Map<String, String> options, String... values) {
        List<Sample> samples = IntStream.range(0, values.length)
                .mapToObj(i -> new Sample("s" + i, Map.of("image", values[i]))).toList();
        return new Dataset(Path.of("nowhere"), "test", Path.of("nowhere"),
                List.of(Column.image("image", "counting", options)), samples);
    }
}
