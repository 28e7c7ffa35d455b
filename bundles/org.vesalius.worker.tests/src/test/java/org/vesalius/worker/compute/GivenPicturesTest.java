// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.ImageFileReader;

class GivenPicturesTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getRoot();

    private final AtomicInteger decoded = new AtomicInteger();
    private final List<String> told = new ArrayList<>();

    @Test
    void imagesOfEightBitsAreDecodedOnce() throws IOException {
        assertThat(read(ElementType.U8, 51, 255)).containsExactly(0.2f, 1);
        assertThat(decoded).hasValue(2);
        assertThat(told).isEmpty();
    }

    /** What is white is known when all have been seen. */
    @Test
    void deeperImagesGetTheWhiteOfAllOfThem() throws IOException {
        // 12 bits hold up to 4095; kept as 65535ths
        assertThat(read(ElementType.U16, 819, 4095)).containsExactly(0.2f, 1);
        assertThat(decoded).hasValue(2);
        assertThat(told).singleElement().asString().contains("white is 4095");
    }

    /** -1 is black and 4 is white in all, so that 0 is a fifth; kept as 65535ths. */
    @Test
    void numbersWithoutAScaleAreKeptAsTheyAreStored() throws IOException {
        assertThat(read(ElementType.F32, -1, 4, 0)).containsExactly(0, 1, 0.2f);
        assertThat(decoded).hasValue(3);
    }

    /** Room for one picture of two bytes: the others are decoded again. */
    @Test
    void whatFindsNoRoomIsDecodedAgain() throws IOException {
        assertThat(read(2, ElementType.U16, 819, 4095, 0)).containsExactly(0.2f, 1, 0);
        assertThat(decoded).hasValue(5);
    }

    private float[] read(ElementType type, float... values) throws IOException {
        return read(Long.MAX_VALUE, type, values);
    }

    private float[] read(long room, ElementType type, float... values) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            files.add(ROOT.resolve(i + ".png"));
        }
        return new GivenPictures("x", new int[] {1, 1, 1}, files, "1/255", room)
                .read(new ColumnReaders(List.of(reader(type, values))), told::add).values();
    }

    private ColumnReader reader(ElementType type, float... values) {
        return new ColumnReader() {
            @Override
            public String id() {
                return ImageFileReader.ID;
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
                decoded.incrementAndGet();
                ArrayDescription pixel = ArrayDescription.of(type, Axis.of(Axis.Y, 1), Axis.of(Axis.X, 1),
                        Axis.of(Axis.CHANNEL, 1));
                return TypedArray.of(pixel, new float[] {values[Integer.parseInt(value.replace(".png", ""))]});
            }
        };
    }
}
