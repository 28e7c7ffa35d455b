// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Images;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.TiffBytes;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.fingerprint.KeptFingerprints;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;

/** A data set of deep images that doesn't say what is black and white, as imports once made them. */
class DepthCheckTest {
    @TempDir
    private Path root;

    @BeforeEach
    void images() throws IOException {
        Images.write(Images.grey(8, 8, 1), "png", root.resolve("plain.png"));
        Images.write(Images.deep(8), "png", root.resolve("deep.png"));
        byte[] values = ByteBuffer.allocate(8 * 8 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(-1).array();
        Map<Integer, Object> tags = new TreeMap<>();
        Map.of(256, 8, 257, 8, 258, 32, 259, 1, 262, 1, 278, 8, 339, 3).forEach((tag, value) -> tags.put(tag, new int[] {value}));
        Files.write(root.resolve("float.tif"), TiffBytes.little().page(tags, values).bytes());
    }

    @Test
    void imagesOf16BitsAreTold() {
        assertThat(check(Map.of(), "deep.png")).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.message()).contains("'image'", "65535 is taken for white");
        });
    }

    @Test
    void floatingPointNumbersAreToldAmongOthers() {
        assertThat(check(Map.of(), "plain.png", "float.tif")).singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("stretched image by image"));
    }

    @Test
    void whatIsSaidOrHas8BitsIsNotTold() {
        assertThat(check(Map.of(), "plain.png")).isEmpty();
        // an import that finds 16 bits in full use has no 'white' to write
        assertThat(check(Map.of("depth", "16"), "deep.png")).isEmpty();
        assertThat(check(Map.of("low", "-1", "high", "3"), "float.tif")).isEmpty();
    }

    /** Places in a file of arrays and names that are UIDs are no kinds: a large set would be read as a whole. */
    @Test
    void oneOfEachKindIsRead() {
        AtomicInteger read = new AtomicInteger();

        check(new ColumnReaders(List.of(new Counting(read))), Map.of(), "a.npy/0", "a.npy/1", "1.2.840.1", "1.2.840.2",
                "a.png", "b.png");

        assertThat(read).hasValue(2);
    }

    private List<Problem> check(Map<String, String> options, String... files) {
        return check(ColumnReaders.standard(), options, files);
    }

    private List<Problem> check(ColumnReaders readers, Map<String, String> options, String... files) {
        List<Sample> samples = List.of(files).stream().map(file -> new Sample(file, Map.of("image", file))).toList();
        Dataset dataset = new Dataset(root, "x", root, List.of(Column.image("image", "image", options)), samples);
        return new DepthCheck().check(new KeptDataset(dataset, readers, KeptFingerprints.none()), Progress.none());
    }

    private record Counting(AtomicInteger read) implements ColumnReader {
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
            read.incrementAndGet();
            return TypedArray.of(ArrayDescription.of(ElementType.U8, Axis.of(Axis.Y, 1), Axis.of(Axis.X, 1),
                    Axis.of(Axis.CHANNEL, 1)), new float[] {1});
        }
    }
}
