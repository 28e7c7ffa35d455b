// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * What the chunks of a PNG file say (PNG specification, third edition, sections 5 and 11).
 *
 * @param size of the image
 * @param orientation Exif orientation 1…8; 1 where none is told
 */
record PngChunks(ImageSize size, int orientation) {
    /** What PNG files begin with. */
    static final String SIGNATURE = "\u0089PNG\r\n\u001A\n";

    private static final int FRAME_BYTES = 12;
    private static final int HEADER_BYTES = 13;

    /** Looks through a file. */
    static PngChunks of(byte[] content) throws UnreadableImageException {
        return new Walk(ByteBuffer.wrap(content)).run();
    }

    private static final class Walk {
        private final ByteBuffer file;
        private ImageSize size;
        private int orientation = 1;

        Walk(ByteBuffer file) {
            this.file = file;
        }

        PngChunks run() throws UnreadableImageException {
            int at = SIGNATURE.length();
            while (true) {
                if (at + FRAME_BYTES > file.limit()) {
                    throw truncated();
                }
                int length = file.getInt(at);
                if (length < 0 || length > file.limit() - at - FRAME_BYTES) {
                    throw truncated();
                }
                String type = new String(file.array(), at + 4, 4, StandardCharsets.ISO_8859_1);
                chunk(type, at + 8, length);
                if (type.equals("IEND")) {
                    return new PngChunks(requireHeader(), orientation);
                }
                at += FRAME_BYTES + length;
            }
        }

        private void chunk(String type, int start, int length) throws UnreadableImageException {
            boolean sound = isSound(start, length);
            // the end chunk holds nothing that could be damaged
            if (!sound && Character.isUpperCase(type.charAt(0)) && !type.equals("IEND")) {
                throw new UnreadableImageException("is damaged: a checksum of the PNG data is wrong");
            }
            if (type.equals("IHDR") && length == HEADER_BYTES) {
                size = new ImageSize(file.getInt(start) & 0xFFFFFFFFL, file.getInt(start + 4) & 0xFFFFFFFFL);
                size.requireUsable();
            } else if (type.equals("acTL") && length >= 4 && file.getInt(start) > 1) {
                throw new UnreadableImageException("holds " + file.getInt(start) + " images; one is expected");
            } else if (type.equals("eXIf") && sound) {
                orientation = ExifOrientation.of(Arrays.copyOfRange(file.array(), start, start + length), orientation);
            }
        }

        private boolean isSound(int start, int length) {
            CRC32 checksum = new CRC32();
            checksum.update(file.array(), start - 4, length + 4);
            return (int) checksum.getValue() == file.getInt(start + length);
        }

        private ImageSize requireHeader() throws UnreadableImageException {
            if (size == null) {
                throw new UnreadableImageException("is damaged: the PNG header is missing");
            }
            return size;
        }

        private static UnreadableImageException truncated() {
            return new UnreadableImageException("is truncated: part of the image is missing");
        }
    }
}
