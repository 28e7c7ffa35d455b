// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.prepare.Steps;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;

/** Arrays of any rank in the cache: their type, their steps, and those that don't fit. */
class ArrayCacheTest {
    private static final int HEADER = 64;

    @TempDir
    Path folder;

    @Test
    void sixteenBitsStaySixteen() throws IOException {
        float[] values = new float[4];
        try (CachedArrays arrays = open(Map.of(Steps.TYPE, "i16"), new int[] {1, 4, 1}, "-32768,1,2,32767")) {
            assertThat(arrays.defects()).isEmpty();
            arrays.read(0, values, 0);
        }
        assertThat(values).containsExactly(-32768, 1, 2, 32767);
        assertThat(Files.size(file())).isEqualTo(HEADER + 4 * Short.BYTES);
    }

    @Test
    void whatStepsMakeIsKeptInSinglePrecision() throws IOException {
        float[] values = new float[2];
        open(Map.of(Steps.OPTION, "rescale slope=1/4", Steps.TYPE, "i16"), new int[] {2}, "1,2").read(0, values, 0);
        assertThat(values).containsExactly(0.25f, 0.5f);
        assertThat(Files.size(file())).isEqualTo(HEADER + 2 * Float.BYTES);
    }

    @Test
    void otherStepsAreAnotherCache() {
        float[] values = new float[2];
        open(Map.of(), new int[] {2}, "1,2").read(0, values, 0);
        assertThat(values).containsExactly(1, 2);
        open(Map.of(Steps.OPTION, "rescale slope=10"), new int[] {2}, "1,2").read(0, values, 0);
        assertThat(values).containsExactly(10, 20);
    }

    @Test
    void anArrayOfAnotherSizeOrTypeIsADefectThatSaysWhy() {
        try (CachedArrays arrays = open(Map.of(), new int[] {3, 1}, "1,2,3", "1,2")) {
            assertThat(arrays.defects()).singleElement().satisfies(defect -> {
                assertThat(defect.sampleId()).isEqualTo("s1");
                assertThat(defect.reason()).contains("is 2 after its preprocessing", "takes 3×1", "'fit'");
            });
        }
        try (CachedArrays arrays = open(Map.of(Steps.TYPE, "u8"), new int[] {2}, "1,255", "1,256")) {
            assertThat(arrays.defects()).singleElement().satisfies(
                    defect -> assertThat(defect.reason()).contains("none of the type u8"));
        }
    }

    private CachedArrays open(Map<String, String> options, int[] shape, String... values) {
        List<Sample> samples = IntStream.range(0, values.length)
                .mapToObj(i -> new Sample("s" + i, Map.of("scan", values[i]))).toList();
        Column column = new Column("scan", ColumnType.ARRAY, ColumnRole.INPUT, "numbers", options, List.of());
        Dataset dataset = new Dataset(Path.of("nowhere"), "test", Path.of("nowhere"), List.of(column), samples);
        return new TensorCache(folder, new ColumnReaders(List.of(new Numbers()))).open(dataset, column, shape, samples,
                Progress.none());
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tensors")).findFirst().orElseThrow();
        }
    }

    /** Makes signals of the numbers in the value. */
    private static final class Numbers implements ColumnReader {
        @Override
        public String id() {
            return "numbers";
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
            String[] numbers = value.split(",");
            float[] values = new float[numbers.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = Float.parseFloat(numbers[i]);
            }
            return TypedArray.of(ArrayDescription.of(ElementType.F32, Axis.of(Axis.TIME, values.length)), values);
        }
    }
}
