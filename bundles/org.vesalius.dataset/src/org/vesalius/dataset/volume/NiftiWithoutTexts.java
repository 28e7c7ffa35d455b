// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.volume;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * A NIfTI file without its texts and extensions, which may tell who was scanned; values, sizes and orientation stay. What
 * stands behind the values is left away, and so is the name in the header of a packed file.
 */
public final class NiftiWithoutTexts {
    private static final int EXTENSION_FLAG = 4;
    private static final int FIRST = 348;

    private final Path file;
    private final Path values;
    private final NiftiHeader header;
    private final byte[] bytes;
    private final Map<String, int[]> fields;

    private NiftiWithoutTexts(Path file, Path values, byte[] start) throws UnreadableImageException {
        this.file = file;
        this.values = values;
        header = NiftiHeader.of(start);
        int length = ByteBuffer.wrap(start).order(header.order()).getInt(0);
        bytes = Arrays.copyOf(start, length);
        fields = length == FIRST ? first() : second();
    }

    /** Name, offset and length of the texts of NIfTI-1 (nifti1.h). */
    private static Map<String, int[]> first() {
        Map<String, int[]> fields = new LinkedHashMap<>();
        fields.put("data_type", new int[] {4, 10});
        fields.put("db_name", new int[] {14, 18});
        fields.put("descrip", new int[] {148, 80});
        fields.put("aux_file", new int[] {228, 24});
        fields.put("intent_name", new int[] {328, 16});
        return fields;
    }

    /** Those of NIfTI-2 (nifti2.h). */
    private static Map<String, int[]> second() {
        Map<String, int[]> fields = new LinkedHashMap<>();
        fields.put("descrip", new int[] {240, 80});
        fields.put("aux_file", new int[] {320, 24});
        fields.put("intent_name", new int[] {508, 16});
        fields.put("unused_str", new int[] {525, 15});
        return fields;
    }

    /**
     * Reads the header.
     *
     * @param file the file, or that of the header of two
     * @param values the file of the values; the same if there is only one
     * @throws UnreadableImageException if it is none that can be read, as {@link NiftiFile#open} says
     * @throws IOException if reading fails
     */
    public static NiftiWithoutTexts of(Path file, Path values) throws IOException {
        NiftiFile.open(file, values);
        try (InputStream in = NiftiFile.stream(file)) {
            return new NiftiWithoutTexts(file, values, in.readNBytes(NiftiHeader.LONGEST));
        }
    }

    /** The names of the texts that hold anything. */
    public List<String> texts() {
        return fields.entrySet().stream().filter(field -> holds(field.getValue())).map(Map.Entry::getKey).toList();
    }

    private boolean holds(int[] field) {
        for (int i = field[0]; i < field[0] + field[1]; i++) {
            if (bytes[i] != 0 && bytes[i] != ' ') {
                return true;
            }
        }
        return false;
    }

    /** Whether something stands between header and values. */
    public boolean extended() {
        return !header.paired() && header.offset() > bytes.length + EXTENSION_FLAG;
    }

    /**
     * Writes the file, or that of the header of two.
     *
     * @throws UnreadableImageException if values are missing
     * @throws IOException if reading or writing fails
     */
    public void write(OutputStream out) throws IOException {
        packing(file, out, packed -> {
            packed.write(plainHeader());
            packed.write(new byte[EXTENSION_FLAG]);
            if (!header.paired()) {
                copyValues(packed);
            }
        });
    }

    /** Writes the file of the values of two; what stands before them becomes 0. */
    public void writeValues(OutputStream out) throws IOException {
        packing(values, out, packed -> {
            for (long i = 0; i < header.offset(); i++) {
                packed.write(0);
            }
            copyValues(packed);
        });
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private static void packing(Path like, OutputStream out, Content content) throws IOException {
        if (!NiftiFile.packed(like)) {
            content.write(out);
            return;
        }
        GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16);
        content.write(packed);
        packed.finish();
    }

    private byte[] plainHeader() {
        byte[] plain = bytes.clone();
        for (int[] field : fields.values()) {
            Arrays.fill(plain, field[0], field[0] + field[1], (byte) 0);
        }
        ByteBuffer buffer = ByteBuffer.wrap(plain).order(header.order());
        if (!header.paired() && plain.length == FIRST) {
            buffer.putFloat(108, FIRST + EXTENSION_FLAG);
        } else if (!header.paired()) {
            buffer.putLong(168, NiftiHeader.LONGEST + EXTENSION_FLAG);
        }
        return plain;
    }

    private void copyValues(OutputStream out) throws IOException {
        try (InputStream in = NiftiFile.stream(values)) {
            in.skipNBytes(header.offset());
            long left = header.count() * header.type().bytes();
            byte[] chunk = new byte[1 << 16];
            while (left > 0) {
                int n = in.readNBytes(chunk, 0, (int) Math.min(chunk.length, left));
                if (n == 0) {
                    throw new EOFException();
                }
                out.write(chunk, 0, n);
                left -= n;
            }
        } catch (EOFException | ZipException e) {
            throw new UnreadableImageException("is truncated or damaged: values of it are missing", e);
        }
    }

    /** Without the paths, which may tell who the patient is. */
    @Override
    public String toString() {
        return "NiftiWithoutTexts";
    }
}
