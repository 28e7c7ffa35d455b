// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.TiffBytes;
import org.vesalius.dataset.importer.array.NiftiKind;
import org.vesalius.dataset.importer.kind.ImportReport;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.ImportRun;

/** Stacks of pages as volumes; pages are 9 wide and 8 high, and each holds its number where x is 2 and y is 1. */
class TiffStackTest {
    private static final int WIDTH = 9;
    private static final int HEIGHT = 8;
    private static final int PLACE = WIDTH + 2;
    private static final Map<String, String> STACK = Map.of("pages", "depth");

    private final ImageFileReader reader = new ImageFileReader();

    @TempDir
    private Path root;

    private static Map<Integer, Object> tags(int bits, int format) {
        return new TreeMap<>(Map.of(256, new int[] {WIDTH}, 257, new int[] {HEIGHT}, 258, new int[] {bits}, 259, new int[] {1}, 262,
                new int[] {1}, 277, new int[] {1}, 278, new int[] {HEIGHT}, 339, new int[] {format}));
    }

    private static byte[] page(int bits, double value) {
        ByteBuffer page = ByteBuffer.allocate(WIDTH * HEIGHT * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        switch (bits) {
            case 8 -> page.put(PLACE, (byte) value);
            case 16 -> page.putShort(2 * PLACE, (short) value);
            default -> page.putFloat(4 * PLACE, (float) value);
        }
        return page.array();
    }

    private TypedArray stack(String name, int bits, int format, Map<Integer, Object> first, double... values) throws IOException {
        write(name, bits, format, first, values);
        return reader.read(root, name, STACK);
    }

    private void write(String name, int bits, int format, Map<Integer, Object> first, double... values) throws IOException {
        TiffBytes file = TiffBytes.little();
        for (int z = 0; z < values.length; z++) {
            Map<Integer, Object> tags = tags(bits, format);
            tags.putAll(z == 0 ? first : Map.of());
            file.page(tags, page(bits, values[z]));
        }
        Files.createDirectories(root.resolve(name).getParent());
        Files.write(root.resolve(name), file.bytes());
    }

    @Test
    void pagesComeOneBehindTheOtherInTheirOwnType() throws IOException {
        TypedArray bytes = stack("a.tif", 8, 1, Map.of(), 200, 7, 255);
        assertThat(bytes.description().display()).isEqualTo("3×8×9 (z, y, x), u8");
        assertThat(bytes.description().spacing()).containsExactly(0.0, 0.0, 0.0);
        TypedArray shorts = stack("b.tif", 16, 1, Map.of(), 65_535, 1);
        assertThat(shorts.description().type()).isEqualTo(ElementType.U16);
        TypedArray floats = stack("c.tif", 32, 3, Map.of(), -0.5, 1e9);
        assertThat(floats.description().type()).isEqualTo(ElementType.F32);
        for (int z = 0; z < 2; z++) {
            int place = z * WIDTH * HEIGHT + PLACE;
            assertThat(bytes.value(place)).isEqualTo(z == 0 ? 200 : 7);
            assertThat(shorts.value(place)).isEqualTo(z == 0 ? 65_535 : 1);
            assertThat(floats.value(place)).isEqualTo(z == 0 ? -0.5 : 1e9);
        }
    }

    /** As ImageJ 1.54 writes a stack of 0.5 × 0.25 × 2 µm: resolutions count pixels in a unit. */
    @Test
    void spacingIsThatOfImageJ() throws IOException {
        Map<Integer, Object> first = Map.of(270, "ImageJ=1.54p\nimages=2\nslices=2\nunit=micron\nspacing=2.0\nloop=false\n", 282,
                new long[] {2_000_000, 1_000_000}, 283, new long[] {4, 1});
        List<Double> spacing = stack("a.tif", 8, 1, first, 1, 2).description().spacing();
        assertThat(spacing.get(0)).isCloseTo(0.002, within(1e-12));
        assertThat(spacing.get(1)).isCloseTo(0.00025, within(1e-12));
        assertThat(spacing.get(2)).isCloseTo(0.0005, within(1e-12));
        Map<Integer, Object> pixels = Map.of(270, "ImageJ=1.54p\nimages=2\nslices=2\nunit=pixel\nspacing=2.0\n", 282, new long[] {72, 1});
        assertThat(stack("a.tif", 8, 1, pixels, 1, 2).description().spacing()).containsExactly(0.0, 0.0, 0.0);
    }

    /** FileSaver of ImageJ leaves out a spacing of 1, and the units of y and z where they are that of x. */
    @Test
    void whatImageJLeavesOut() throws IOException {
        Map<Integer, Object> one = Map.of(270, "ImageJ=1.54p\nimages=2\nslices=2\nunit=mm\nloop=false\n", 282, new long[] {2, 1}, 283,
                new long[] {4, 1});
        assertThat(stack("a.tif", 8, 1, one, 1, 2).description().spacing()).containsExactly(1.0, 0.25, 0.5);
        Map<Integer, Object> units = Map.of(270, "ImageJ=1.54p\nimages=2\nslices=2\nunit=mm\nyunit=cm\nzunit=inch\nspacing=2.0\n", 282,
                new long[] {2, 1}, 283, new long[] {4, 1});
        assertThat(stack("a.tif", 8, 1, units, 1, 2).description().spacing()).containsExactly(50.8, 2.5, 0.5);
    }

    @Test
    void whatIsNoDepthIsRefused() throws IOException {
        refused("a.tif", "is a stack of 2 channels", Map.of(270, "ImageJ=1.54p\nimages=2\nchannels=2\n"), 8, 8);
        refused("a.tif", "no pages of their own", Map.of(270, "ImageJ=1.54p\nimages=7\nslices=7\n"), 8, 8);
        refused("a.tif", "different types", Map.of(262, new int[] {0}), 8, 8);
        refused("a.tif", "different sizes", Map.of(257, new int[] {HEIGHT + 1}, 278, new int[] {HEIGHT + 1}), 8, 8);
        write("a.tif", 8, 1, Map.of(), 1, 2);
        assertThatThrownBy(() -> reader.read(root, "a.tif", Map.of())).hasMessage("holds 2 pages; one is expected (stacks of equal"
                + " pages are volumes, which 'dataset import nifti' takes as well)");
        Files.writeString(root.resolve("b.tif"), "GIF89a and no TIFF");
        assertThatThrownBy(() -> reader.read(root, "b.tif", STACK)).hasMessageContaining("no TIFF file");
    }

    private void refused(String name, String reason, Map<Integer, Object> first, double... values) throws IOException {
        TiffBytes file = TiffBytes.little();
        for (int z = 0; z < values.length; z++) {
            Map<Integer, Object> tags = tags(8, 1);
            tags.putAll(z == 0 ? first : Map.of());
            file.page(tags, new byte[WIDTH * (HEIGHT + 1)]);
        }
        Files.write(root.resolve(name), file.bytes());
        assertThatThrownBy(() -> reader.read(root, name, STACK)).hasMessageContaining(reason);
    }

    @Test
    void stacksAreImportedWithTheirMasks() throws IOException {
        write("in/images/p1.tif", 16, 1, Map.of(), 500, 1, 2);
        write("in/images/p2.tif", 16, 1, Map.of(), 600, 1);
        write("in/labels/p1.tif", 8, 1, Map.of(), 0, 3, 0);
        write("in/labels/p2.tif", 8, 1, Map.of(), 0, 3);
        Path out = root.resolve("out");

        ImportReport report = new ImportRun(new NiftiKind(ColumnReaders.standard()).of(new ImportRequest(List.of(root.resolve("in")), out,
                "test", Map.of("split", List.of("50/50/0")))), out, ColumnReaders.standard()).run(Progress.none());

        assertThat(report.defects()).isEmpty();
        Column volume = report.dataset().column("volume").orElseThrow();
        assertThat(volume.reader()).isEqualTo("image");
        assertThat(volume.options()).containsEntry("pages", "depth").containsEntry("type", "u16")
                .containsEntry("preprocessing", "zscore; fit size=8,8,16");
        Column mask = report.dataset().column("mask").orElseThrow();
        assertThat(mask.categories()).containsExactly("0", "3");
        assertThat(mask.options()).containsEntry("pages", "depth").containsEntry("type", "u8");
        assertThat(report.dataset().samples()).extracting(sample -> sample.value("patient")).containsExactly("p1", "p2");
        assertThat(report.remarks()).contains("Stacks don't tell how they lie in the patient: pages come one behind the other, as they"
                + " are stored");
    }
}
