// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Finds the orientation (tag 0x0112) in Exif data, which is a TIFF file without an image (JEITA CP-3451, 4.6.4 A). */
final class ExifOrientation {
    private ExifOrientation() {
    }

    /** The orientation 1…8; the fallback where the data tell none, or are damaged. */
    static int of(byte[] exif, int fallback) {
        try {
            Optional<TiffFile> file = TiffFile.of(exif);
            long code = file.isEmpty() ? fallback
                    : file.get().directories().get(0).number(TiffTag.ORIENTATION, fallback);
            return code >= 1 && code <= 8 ? (int) code : fallback;
        } catch (UnreadableImageException | RuntimeException e) {
            // an image is whole without its Exif data, and other programs show it upright as stored then
            return fallback;
        }
    }
}

/**
 * Finds the further pictures of a JPEG file in the index of its first one (CIPA DC-007, 5.2), a TIFF file without an image.
 */
final class MultiPicture {
    private static final int ENTRIES = 0xB002;
    private static final int ENTRY_BYTES = 16;
    private static final int OFFSET = 8;
    /** A camera takes a few; each is looked through. */
    private static final int MOST = 16;

    private MultiPicture() {
    }

    /**
     * Where further pictures begin.
     *
     * @param index the index
     * @param header where it stands in the file, from which places are counted
     * @param length of the file
     * @return places in the file; none if the index is damaged
     */
    static List<Integer> others(byte[] index, int header, int length) {
        List<Integer> others = new ArrayList<>();
        try {
            Optional<TiffFile> file = TiffFile.of(index);
            if (file.isEmpty()) {
                return others;
            }
            TiffDirectory directory = file.get().directories().get(0);
            ByteBuffer entries = ByteBuffer.wrap(directory.bytes(ENTRIES)).order(directory.file().order());
            for (int at = 0; at + ENTRY_BYTES <= entries.limit() && others.size() < MOST; at += ENTRY_BYTES) {
                long place = entries.getInt(at + OFFSET) & 0xFFFFFFFFL;
                // that of the first picture is 0
                if (place > 0 && header + place < length) {
                    others.add(Math.toIntExact(header + place));
                }
            }
        } catch (UnreadableImageException | RuntimeException e) {
            // the first picture is whole without its index
            return List.of();
        }
        return others;
    }
}
