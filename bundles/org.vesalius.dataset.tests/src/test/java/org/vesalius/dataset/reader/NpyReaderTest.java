// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Rows of arrays as NumPy stores them; the bytes are written by hand. */
class NpyReaderTest {
    private final NpyReader reader = new NpyReader();

    @TempDir
    Path root;

    @Test
    void aRowIsReadInItsType() throws IOException {
        write("a.npy", "{'descr': '<u2', 'fortran_order': False, 'shape': (2, 1, 2), }", 1, 0, 2, 0, 255, 255, 4, 0);
        TypedArray row = reader.read(root, "a.npy/1", Map.of());
        assertThat(row.description().display()).isEqualTo("1×2 (y, x), u16");
        assertThat(row.floats()).containsExactly(65535, 4);
        assertThat(reader.describe(root, "a.npy/1", Map.of())).isEqualTo(row.description());
        assertThat(reader.read(root, "a.npy", Map.of()).description().display()).isEqualTo("2×1×2 (z, y, x), u16");
        assertThat(reader.describe(root, "a.npy/0", Map.of("axes", "time,channel")).display())
                .isEqualTo("1×2 (time, channel), u16");
    }

    @Test
    void everyTypeIsReadWithoutLoss() throws IOException {
        write("big.npy", "{'descr': '>i4', 'fortran_order': False, 'shape': (1, 2), }", 127, 255, 255, 255, 128, 0, 0, 0);
        TypedArray big = reader.read(root, "big.npy/0", Map.of());
        assertThat(big.description().type()).isEqualTo(ElementType.I32);
        assertThat(big.value(0)).isEqualTo(2147483647.0);
        assertThat(big.value(1)).isEqualTo(-2147483648.0);
        write("half.npy", "{'descr': '<f2', 'fortran_order': False, 'shape': (1, 1), }", 0, 0x3C);
        assertThat(reader.read(root, "half.npy/0", Map.of()).floats()).containsExactly(1);
        write("sign.npy", "{'descr': '|i1', 'fortran_order': False, 'shape': (1, 1), }", 254);
        assertThat(reader.read(root, "sign.npy/0", Map.of()).floats()).containsExactly(-2);
        // as many bytes as those of a float, which they are not
        write("large.npy", "{'descr': '<u4', 'fortran_order': False, 'shape': (1, 2), }", 0, 0, 0, 0x80, 7, 0, 0, 0);
        assertThat(reader.read(root, "large.npy/0", Map.of()).floats()).containsExactly(2147483648f, 7);
        write("truth.npy", "{'descr': '|b1', 'fortran_order': False, 'shape': (2,), }", 0, 1);
        assertThat(reader.read(root, "truth.npy/1", Map.of()).floats()).containsExactly(1);
    }

    @Test
    void equalRowsHaveEqualFingerprints() throws IOException {
        write("a.npy", "{'descr': '|u1', 'fortran_order': False, 'shape': (3, 2), }", 1, 2, 1, 2, 1, 3);
        assertThat(reader.fingerprint(root, "a.npy/0", Map.of())).isEqualTo(reader.fingerprint(root, "a.npy/1", Map.of()))
                .isNotEqualTo(reader.fingerprint(root, "a.npy/2", Map.of()));
    }

    @Test
    void filesThatLieAreRefused() throws IOException {
        write("long.npy", "{'descr': '<f8', 'fortran_order': False, 'shape': (999999999, 999999999), }", 1);
        refused("long.npy/5", "cut off");
        write("short.npy", "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }", 1, 2, 3);
        refused("short.npy/0", "cut off");
        write("objects.npy", "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", 1);
        refused("objects.npy/0", "Python objects");
        write("columns.npy", "{'descr': '|u1', 'fortran_order': True, 'shape': (2, 2), }", 1, 2, 3, 4);
        refused("columns.npy/0", "ascontiguousarray");
        write("few.npy", "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 2), }", 1, 2, 3, 4);
        refused("few.npy/2", "no row 2");
        refused("few.npz", "scans.npy/17");
        refused("../few.npy/1", "leads out");
        refused("none.npy/1", "missing");
        write("empty.npy", "{'descr': '|u1', 'fortran_order': False, 'shape': (0, 2), }");
        refused("empty.npy/0", "no row 0");
        assertThatThrownBy(() -> reader.read(root, "few.npy/0", Map.of("axes", "y,x")))
                .isInstanceOf(UnreadableImageException.class).hasMessageContaining("1 axes, and its column names 2");
    }

    private void refused(String value, String reason) {
        assertThatThrownBy(() -> reader.read(root, value, Map.of())).isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining(reason);
    }

    private void write(String name, String header, int... bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) (header.length() + 1), 0});
        out.write((header + "\n").getBytes(StandardCharsets.US_ASCII));
        for (int value : bytes) {
            out.write(value);
        }
        Files.write(root.resolve(name), out.toByteArray());
    }
}
