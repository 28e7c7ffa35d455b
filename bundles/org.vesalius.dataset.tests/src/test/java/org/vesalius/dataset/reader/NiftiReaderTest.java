// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.core.io.ContentHash;
import org.vesalius.dataset.TestData;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Volumes as nibabel reads them, and files that lie. */
class NiftiReaderTest {
    private final NiftiReader reader = new NiftiReader();

    @TempDir
    Path root;

    @Test
    void valuesAndOrientationAreThoseOfNibabel() throws IOException {
        Path data = TestData.folder("nifti").getParent();
        List<String> lines;
        try (InputStream in = NiftiReaderTest.class.getResourceAsStream("nifti-values.tsv")) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
        assertThat(lines).hasSize(223);
        for (String line : lines) {
            String[] expected = line.split("\t");
            TypedArray array = reader.read(data, expected[0], Map.of());
            assertThat(Arrays.stream(array.description().shape()).mapToObj(Integer::toString)
                    .collect(Collectors.joining("x"))).as(expected[0]).isEqualTo(expected[2]);
            assertThat(array.description().orientation()).isEqualTo("RAS");
            assertThat(reader.describe(data, expected[0], Map.of())).isEqualTo(array.description());
            String[] steps = expected[3].split(",");
            for (int i = 0; i < 3; i++) {
                assertThat(array.description().spacing().get(2 - i)).isCloseTo(Double.parseDouble(steps[i]),
                        within(1e-3));
            }
            ByteBuffer bytes = ByteBuffer.allocate(array.length() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(array.floats());
            assertThat(ContentHash.sha256(bytes.array())).as(expected[0]).isEqualTo(expected[5]);
        }
    }

    @Test
    void typesAndTimeAreKept() throws IOException {
        Path folder = TestData.folder("nifti");
        assertThat(reader.describe(folder, "anatomical.nii", Map.of()).type()).isEqualTo(ElementType.I16);
        TypedArray functional = reader.read(folder, "functional.nii", Map.of());
        assertThat(functional.description().type()).isEqualTo(ElementType.F32);
        assertThat(functional.description().axes().get(3)).isEqualTo(new Axis(Axis.TIME, 20, 2));
        assertThatThrownBy(() -> reader.read(folder, "nifti1.hdr", Map.of()))
                .isInstanceOf(UnreadableImageException.class).hasMessageContaining("missing");
    }

    /** The corner that lies furthest to the left, back and bottom, computed in Python from the sform. */
    @Test
    void theFirstPlaceLiesWhereTheHeaderSays() throws IOException {
        Path folder = TestData.folder("nifti");

        assertThat(reader.origin(folder, "anatomical.nii")).containsExactly(-32.0, -40.0, -16.0);
        assertThat(reader.origin(folder, "functional.nii")).containsExactly(-32.0, -40.0, 0.0);
    }

    @Test
    void storedAxesAreTurnedToThePatient() throws IOException {
        // stored first axis runs down, second to the left, third to the front: P L I of 2×3×1
        byte[] file = volume(new short[] {2, 3, 1}, 2, new byte[] {1, 2, 3, 4, 5, 6});
        affine(file, new float[][] {{0, -3, 0}, {0, 0, 4}, {-2, 0, 0}});
        Files.write(root.resolve("a.nii"), file);
        TypedArray array = reader.read(root, "a.nii", Map.of());
        // z of 2, y of 1, x of 3; the first stored value is uppermost and rightmost
        assertThat(array.description().shape()).containsExactly(2, 1, 3);
        assertThat(array.floats()).containsExactly(6, 4, 2, 5, 3, 1);
        assertThat(array.description().spacing()).containsExactly(2.0, 4.0, 3.0);
    }

    /** nibabel 5.0: as_closest_canonical of such a file, whose base affine is diag(-1, 1, 1). */
    @Test
    void withoutAnOrientationTheFirstAxisRunsToTheLeftAndNothingIsClaimed() throws IOException {
        Files.write(root.resolve("a.nii"), volume(new short[] {3, 2, 1}, 2, new byte[] {1, 2, 3, 4, 5, 6}));
        TypedArray array = reader.read(root, "a.nii", Map.of());
        assertThat(array.floats()).containsExactly(3, 2, 1, 6, 5, 4);
        assertThat(array.description().orientation()).isEmpty();
    }

    /** Whole numbers of 32 and 64 bits, signed or not, of which single precision would make one of two. */
    @ParameterizedTest
    @CsvSource({"8,4", "768,4", "1024,8", "1280,8"})
    void wholeNumbersStayWhatTheyAre(int code, int bytes) throws IOException {
        ByteBuffer values = ByteBuffer.allocate(3 * bytes).order(ByteOrder.LITTLE_ENDIAN);
        int[] stored = {Integer.MAX_VALUE, 16_777_217, 16_777_216};
        for (int i = 0; i < stored.length; i++) {
            values.putInt(i * bytes, stored[i]);
        }
        byte[] file = volume(new short[] {1, 3, 1}, code, values.array());
        Files.write(root.resolve("a.nii"), file);
        TypedArray array = reader.read(root, "a.nii", Map.of());
        assertThat(array.description().type()).isEqualTo(ElementType.I32);
        assertThat(new double[] {array.value(0), array.value(1), array.value(2)}).containsExactly(2147483647.0, 16777217.0, 16777216.0);
        if (code != 8) {
            file[352 + bytes - 1] = code == 1024 ? 0x40 : (byte) 0xC0;
            refused(file, "beyond ±2147483647");
        }
    }

    @Test
    void twoFilesAreOneVolume() throws IOException {
        byte[] whole = volume(new short[] {3, 1, 1}, 2, new byte[] {1, 2, 3});
        byte[] header = Arrays.copyOf(whole, 348);
        System.arraycopy("ni1\0".getBytes(StandardCharsets.ISO_8859_1), 0, header, 344, 4);
        ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).putFloat(108, 0);
        Files.write(root.resolve("p.hdr"), header);
        assertThatThrownBy(() -> reader.read(root, "p.hdr", Map.of())).hasMessageContaining("missing");
        Files.write(root.resolve("p.img"), new byte[] {7, 8, 9});
        assertThat(reader.read(root, "p.img", Map.of()).floats()).containsExactly(9, 8, 7);
        assertThat(reader.read(root, "p.hdr", Map.of()).floats()).containsExactly(9, 8, 7);
        String before = reader.fingerprint(root, "p.hdr", Map.of());
        Files.write(root.resolve("p.img"), new byte[] {7, 8, 8});
        assertThat(reader.fingerprint(root, "p.hdr", Map.of())).isNotEqualTo(before);
    }

    @Test
    void headersThatLieAreRefusedBeforeMemoryIsTaken() throws IOException {
        byte[] honest = volume(new short[] {3, 1, 1}, 2, new byte[] {1, 2, 3});
        refused(volume(new short[] {30000, 30000, 30000}, 64, new byte[] {1}), "more values than can be read");
        refused(volume(new short[] {600, 600, 600}, 2, new byte[] {1}), "announces");
        refused(gzip(volume(new short[] {600, 600, 600}, 2, new byte[] {1})), "announces");
        refused(gzip(volume(new short[] {40, 40, 40}, 2, new byte[50000])), "missing");
        refused(Arrays.copyOf(honest, honest.length - 1), "announces");
        refused(volume(new short[] {-3, 1, 1}, 2, new byte[] {1}), "damaged");
        refused(volume(new short[] {3, 1, 1}, 1792, new byte[48]), "complex");
        refused(volume(new short[] {3, 1, 1}, 128, new byte[48]), "colours");
        refused(volume(new short[] {3, 1, 1}, 99, new byte[48]), "99");
        byte[] analyze = honest.clone();
        Arrays.fill(analyze, 344, 348, (byte) 0);
        refused(analyze, "Analyze");
        byte[] farAway = honest.clone();
        ByteBuffer.wrap(farAway).order(ByteOrder.LITTLE_ENDIAN).putFloat(108, Float.NaN);
        refused(farAway, "where the values begin");
        byte[] flat = honest.clone();
        affine(flat, new float[][] {{0, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        refused(flat, "no extent");
        byte[] strange = honest.clone();
        ByteBuffer.wrap(strange).order(ByteOrder.LITTLE_ENDIAN).putFloat(112, 2).putFloat(116, Float.NaN);
        refused(strange, "what is added to its values");
        refused("no volume at all".repeat(40).getBytes(StandardCharsets.UTF_8), "no NIfTI file");
        refused(new byte[] {1, 2, 3}, "no NIfTI file");
        refused(new byte[] {31, (byte) 139, 8, 0, 0}, "unpacked");
        assertThatThrownBy(() -> reader.read(root, "../a.nii", Map.of())).hasMessageContaining("leads out");
    }

    private void refused(byte[] content, String reason) throws IOException {
        String name = content.length > 1 && content[0] == 31 ? "lie.nii.gz" : "lie.nii";
        Files.write(root.resolve(name), content);
        assertThatThrownBy(() -> reader.read(root, name, Map.of())).isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining(reason);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    /** A NIfTI-1 file written by hand. */
    private static byte[] volume(short[] sizes, int type, byte[] values) {
        ByteBuffer file = ByteBuffer.allocate(352 + values.length).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0, 348).putShort(40, (short) sizes.length).putShort(70, (short) type).putFloat(108, 352);
        for (int i = 0; i < sizes.length; i++) {
            file.putShort(42 + 2 * i, sizes[i]).putFloat(80 + 4 * i, 1);
        }
        file.put(344, "n+1\0".getBytes(StandardCharsets.ISO_8859_1)).put(352, values);
        return file.array();
    }

    private static void affine(byte[] file, float[][] rows) {
        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        header.putShort(254, (short) 1);
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                header.putFloat(280 + 16 * row + 4 * column, rows[row][column]);
            }
        }
    }
}
