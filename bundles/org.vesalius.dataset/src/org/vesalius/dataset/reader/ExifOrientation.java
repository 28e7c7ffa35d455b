// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds the orientation (tag 0x0112) in the Exif segment of a JPEG file (JEITA CP-3451, 4.6.4 A). */
final class ExifOrientation {
    private static final byte[] HEADER = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;
    private static final int VALUE_OFFSET = 8;

    private final byte[] content;
    private final int start;
    private final int end;

    /** The segment's payload: the bytes from start to before end, where the file is long enough. */
    ExifOrientation(byte[] content, int start, int end) {
        this.content = content;
        this.start = Math.min(start, content.length);
        this.end = Math.min(end, content.length);
    }

    /** The orientation 1…8; the fallback where the segment tells none. */
    int find(int fallback) {
        byte[] payload = Arrays.copyOfRange(content, start, Math.max(start, end));
        if (payload.length < HEADER.length + 8
                || !Arrays.equals(payload, 0, HEADER.length, HEADER, 0, HEADER.length)) {
            return fallback;
        }
        ByteBuffer tiff = ByteBuffer.wrap(payload, HEADER.length, payload.length - HEADER.length).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        return inFirstDirectory(tiff, fallback);
    }

    private static int inFirstDirectory(ByteBuffer tiff, int fallback) {
        int directory = tiff.getInt(4);
        if (directory < 0 || directory > tiff.limit() - 2) {
            return fallback;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (entry > tiff.limit() - ENTRY_BYTES) {
                return fallback;
            }
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int value = tiff.getShort(entry + VALUE_OFFSET);
                return value >= 1 && value <= 8 ? value : fallback;
            }
        }
        return fallback;
    }
}
