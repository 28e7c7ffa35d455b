// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.hdf5;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.network.weights.WeightTensor;
import static org.assertj.core.api.Assertions.assertThat;

/** Another library reads back what is written. */
class Hdf5WriterTest {
    @TempDir
    Path folder;

    @Test
    void textsAndArraysComeBack() throws IOException {
        WeightTensor kernel = WeightTensor.of(new float[] {1, -0f, Float.NaN, 4, 5, 6}, 2, 3);
        Hdf5Group root = new Hdf5Group().text("long", "ä".repeat(100_000)).text("empty", "")
                .texts("names", List.of("a", "größer"));
        root.array("dense/dense/kernel:0", kernel);
        root.array("count", WeightTensor.of(new float[] {7}));
        root.group("none").texts("weight_names", List.of());

        try (Hdf5File file = Hdf5File.open(write(root))) {
            assertThat(file.text("", "long")).contains("ä".repeat(100_000));
            assertThat(file.texts("", "names")).containsExactly("a", "größer");
            assertThat(file.tensor("dense/dense/kernel:0")).isEqualTo(kernel);
            assertThat(file.tensor("count").values()).containsExactly(7);
            assertThat(file.texts("none", "weight_names")).isEmpty();
            assertThat(file.children("")).containsExactly("count", "dense", "none");
        }
    }

    @Test
    void manyNamesAreSplitAsKerasDoes() throws IOException {
        List<String> names = IntStream.range(0, 9000).mapToObj(i -> "convolution_" + i).toList();
        Hdf5Group root = new Hdf5Group().texts("layer_names", names);
        names.forEach(root::group);

        try (Hdf5File file = Hdf5File.open(write(root))) {
            assertThat(file.texts("", "layer_names")).isEqualTo(names);
            assertThat(file.children("")).hasSize(9000);
        }
    }

    @Test
    void theSameContentGivesTheSameBytes() throws IOException {
        Hdf5Group root = new Hdf5Group().text("a", "b");
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        Hdf5Writer.write(root, first);
        Hdf5Writer.write(root, second);

        assertThat(first.toByteArray()).isEqualTo(second.toByteArray());
    }

    private Path write(Hdf5Group root) throws IOException {
        Path path = folder.resolve("written.h5");
        try (OutputStream out = Files.newOutputStream(path)) {
            Hdf5Writer.write(root, out);
        }
        return path;
    }
}
