// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

/** Walks through the marker segments of a JPEG file (ITU-T T.81, B.1). */
final class JpegMarkers {
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int TEMPORARY = 0x01;
    private static final int APP1 = 0xE1;
    private static final int FRAME_COMPONENTS_OFFSET = 7;

    private final byte[] content;
    private int position = 2;
    private int components;
    private int orientation = 1;

    JpegMarkers(byte[] content) {
        this.content = content;
    }

    static boolean isJpeg(byte[] content) {
        return content.length > 3 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == START_OF_IMAGE
                && (content[2] & 0xFF) == 0xFF;
    }

    JpegStructure scan() {
        while (position < content.length) {
            int marker = nextMarker();
            if (marker == END_OF_IMAGE) {
                return new JpegStructure(components, orientation, true);
            }
            if (marker >= 0 && hasSegment(marker)) {
                segment(marker);
            }
        }
        return new JpegStructure(components, orientation, false);
    }

    /** Moves behind the next marker and gives its code; −1 at the end. Entropy-coded data holds FF only before 00. */
    private int nextMarker() {
        while (position + 1 < content.length) {
            int code = unsigned(position + 1);
            if (unsigned(position) == 0xFF && code != 0 && code != 0xFF) {
                position += 2;
                return code;
            }
            position++;
        }
        position = content.length;
        return -1;
    }

    private static boolean hasSegment(int marker) {
        boolean restart = marker >= FIRST_RESTART && marker <= LAST_RESTART;
        return !restart && marker != START_OF_IMAGE && marker != TEMPORARY;
    }

    private void segment(int marker) {
        if (position + 2 > content.length) {
            position = content.length;
            return;
        }
        int start = position;
        int length = Math.max(2, unsigned(start) << 8 | unsigned(start + 1));
        if (isFrame(marker) && start + FRAME_COMPONENTS_OFFSET < content.length) {
            components = unsigned(start + FRAME_COMPONENTS_OFFSET);
        } else if (marker == APP1) {
            orientation = new ExifOrientation(content, start + 2, start + length).find(orientation);
        }
        position = start + length;
    }

    /** SOF0…SOF15 without the tables DHT (C4), JPG (C8) and DAC (CC) that lie among them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private int unsigned(int index) {
        return content[index] & 0xFF;
    }
}
