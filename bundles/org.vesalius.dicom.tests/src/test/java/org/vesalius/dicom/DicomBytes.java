// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes DICOM files for tests, element by element, also such as no program should write. */
public final class DicomBytes {
    private static final List<String> LONG = List.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean explicit;
    private final boolean bigEndian;

    /** Elements of a certain syntax. */
    public DicomBytes(boolean explicit, boolean bigEndian) {
        this.explicit = explicit;
        this.bigEndian = bigEndian;
    }

    /** Explicit and little-endian elements. */
    public static DicomBytes explicit() {
        return new DicomBytes(true, false);
    }

    /** Preamble and meta information of a transfer syntax, before these elements. */
    public byte[] file(String syntax) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] uid = padded(syntax, 0);
        byte[] meta = explicit().bytes(0x00020010, "UI", uid).done();
        file.writeBytes(new byte[128]);
        file.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(explicit().number(0x00020000, "UL", 4, meta.length).done());
        file.writeBytes(meta);
        file.writeBytes(done());
        return file.toByteArray();
    }

    /** What was written. */
    public byte[] done() {
        return out.toByteArray();
    }

    private static byte[] padded(String text, int with) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] padded = java.util.Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
        if (padded.length > bytes.length) {
            padded[bytes.length] = (byte) with;
        }
        return padded;
    }

    /** An element of text in ASCII or ISO 8859-1. */
    public DicomBytes text(int tag, String vr, String text) {
        return bytes(tag, vr, padded(text, vr.equals("UI") ? 0 : ' '));
    }

    /** An element of binary numbers. */
    public DicomBytes number(int tag, String vr, int size, long... numbers) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        for (long number : numbers) {
            put(value, number, size);
        }
        return bytes(tag, vr, value.toByteArray());
    }

    /** An element of 16-bit numbers, the representation being US. */
    public DicomBytes us(int tag, long... numbers) {
        return number(tag, "US", 2, numbers);
    }

    /** An element. */
    public DicomBytes bytes(int tag, String vr, byte[] value) {
        return head(tag, vr, value.length).raw(value);
    }

    /** The beginning of an element, whatever its length says. */
    public DicomBytes head(int tag, String vr, long length) {
        put(out, tag >>> 16, 2);
        put(out, tag & 0xFFFF, 2);
        if (!explicit || tag >>> 16 == 0xFFFE) {
            put(out, length, 4);
            return this;
        }
        raw(vr.getBytes(StandardCharsets.US_ASCII));
        if (LONG.contains(vr)) {
            put(out, 0, 2);
            put(out, length, 4);
        } else {
            put(out, length, 2);
        }
        return this;
    }

    /** An item, a delimiter or the end of a sequence. */
    public DicomBytes item(int element, long length) {
        return head(0xFFFE0000 | element, "", length);
    }

    /** Bytes as they are. */
    public DicomBytes raw(byte... bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private void put(ByteArrayOutputStream to, long number, int size) {
        for (int i = 0; i < size; i++) {
            to.write((int) (number >>> 8 * (bigEndian ? size - 1 - i : i)));
        }
    }
}
