// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.deidentify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vesalius.dicom.data.ByteSource;
import org.vesalius.dicom.data.Value;

/**
 * The comments and descriptions that stand within compressed pixels, where a name may stand as well: COM, and APPn such as
 * EXIF and IPTC, of JPEG and JPEG-LS (ITU-T T.81, B.2.4), COM of JPEG 2000 (T.800, A.9.2). They become zeros; their lengths stay.
 *
 * @param from the first byte of each, in the source
 * @param to the one after the last
 */
record CompressedTexts(List<Long> from, List<Long> to) {
    private static final int LONGEST = 1 << 20;
    /** How application segments begin that decoders go by (T.871, T.872, T.87 with the colors of HP, ICC.1). */
    private static final List<String> NEEDED = List.of("JFIF\0", "Adobe", "mrfx", "ICC_PROFILE\0");
    private static final int JPEG = 0xFFD8;
    private static final int JPEG_2000 = 0xFF4F;

    /** The same fragments without them; these themselves if there are none. */
    static Value.Fragments without(Value.Fragments fragments) throws IOException {
        List<Value.Stored> pieces = new ArrayList<>();
        boolean found = false;
        for (Value.Stored piece : fragments.pieces()) {
            CompressedTexts texts = in(piece);
            found |= !texts.from().isEmpty();
            pieces.add(texts.from().isEmpty() ? piece
                    : new Value.Stored(new ZeroedBytes(piece.source(), texts), piece.offset(), piece.length(), piece.bigEndian()));
        }
        return found ? new Value.Fragments(fragments.table(), pieces) : fragments;
    }

    /** Those before the first scan or tile of a piece; pieces that go on with a frame have none. */
    private static CompressedTexts in(Value.Stored piece) throws IOException {
        byte[] start = piece.read(0, (int) Math.min(LONGEST, piece.length()));
        CompressedTexts texts = new CompressedTexts(new ArrayList<>(), new ArrayList<>());
        int kind = start.length < 4 ? 0 : number(start, 0);
        int at = 2;
        while ((kind == JPEG || kind == JPEG_2000) && at + 4 <= start.length && (start[at] & 0xFF) == 0xFF) {
            int marker = number(start, at) & 0xFF;
            if (kind == JPEG && marker == 0xFF) {
                // any number of these may stand before a marker (T.81, B.1.1.2)
                at++;
                continue;
            }
            int length = number(start, at + 2);
            if (length < 2 || marker == (kind == JPEG ? 0xDA : 0x90)) {
                break;
            }
            // of JPEG 2000 the kind of the comment comes first
            int head = at + 4 + (kind == JPEG ? 0 : 2);
            boolean text = kind == JPEG ? isText(start, marker, head) : marker == 0x64;
            if (text && head < at + 2 + length) {
                texts.from().add(piece.offset() + head);
                texts.to().add(piece.offset() + Math.min(piece.length(), at + 2 + length));
            }
            at += 2 + length;
        }
        return texts;
    }

    /** Not the segments that say how the pixels are to be read: JFIF, colors as Adobe has them, and parameters of JPEG-LS. */
    private static boolean isText(byte[] bytes, int marker, int head) {
        boolean application = marker >= 0xE0 && marker <= 0xEF;
        return marker == 0xFE || application && NEEDED.stream().noneMatch(name -> begins(bytes, head, name));
    }

    private static boolean begins(byte[] bytes, int at, String name) {
        return at + name.length() <= bytes.length
                && new String(bytes, at, name.length(), StandardCharsets.ISO_8859_1).equals(name);
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}

/** Bytes of which some are read as zeros. */
record ZeroedBytes(ByteSource source, CompressedTexts texts) implements ByteSource {

    @Override
    public long length() {
        return source.length();
    }

    @Override
    public byte[] read(long offset, int count) throws IOException {
        byte[] bytes = source.read(offset, count);
        for (int i = 0; i < texts.from().size(); i++) {
            int from = (int) Math.max(0, texts.from().get(i) - offset);
            int to = (int) Math.min(count, texts.to().get(i) - offset);
            if (from < to) {
                Arrays.fill(bytes, from, to, (byte) 0);
            }
        }
        return bytes;
    }

    @Override
    public String toString() {
        return "ZeroedBytes[" + length() + "]";
    }
}
