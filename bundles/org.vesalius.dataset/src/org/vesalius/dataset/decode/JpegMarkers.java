// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Walks through the marker segments of a JPEG file (ITU-T T.81, B.1). */
final class JpegMarkers {
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int TEMPORARY = 0x01;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int FRAME_BYTES = 8;
    private static final int ADOBE_BYTES = 14;
    private static final String EXIF = "Exif\0\0";
    private static final String MULTI_PICTURE = "MPF\0";

    private final byte[] content;
    private int position;
    private int frame = -1;
    private int precision;
    private ImageSize size = new ImageSize(0, 0);
    private List<Integer> components = List.of();
    private boolean jfif;
    private int transform = -1;
    private int orientation = 1;
    private List<Integer> others = List.of();

    /** The markers of the picture that begins at a place. */
    JpegMarkers(byte[] content, int start) {
        this.content = content;
        position = start + 2;
    }

    static boolean isJpeg(byte[] content, int start) {
        return content.length - start > 3 && (content[start] & 0xFF) == 0xFF
                && (content[start + 1] & 0xFF) == START_OF_IMAGE && (content[start + 2] & 0xFF) == 0xFF;
    }

    JpegStructure scan() {
        while (position < content.length) {
            int marker = nextMarker();
            if (marker == END_OF_IMAGE) {
                return structure(true);
            }
            if (marker >= 0 && hasSegment(marker)) {
                segment(marker);
            }
        }
        return structure(false);
    }

    private JpegStructure structure(boolean complete) {
        return new JpegStructure(frame, precision, size, components, jfif, transform, orientation, complete,
                true);
    }

    /** Where the file says that further pictures begin; known after the scan. */
    List<Integer> others() {
        return others;
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
        position = Math.min(start + length, content.length);
        if (isFrame(marker) && position - start >= FRAME_BYTES && frame < 0) {
            frame(marker, start);
        } else if (marker == APP0 && stands("JFIF\0", start + 2)) {
            jfif = true;
        } else if (marker == APP1 && stands(EXIF, start + 2)) {
            byte[] exif = Arrays.copyOfRange(content, start + 2 + EXIF.length(), position);
            orientation = ExifOrientation.of(exif, orientation);
        } else if (marker == APP2 && stands(MULTI_PICTURE, start + 2)) {
            int header = start + 2 + MULTI_PICTURE.length();
            others = MultiPicture.others(Arrays.copyOfRange(content, header, position), header, content.length);
        } else if (marker == APP14 && position - start >= ADOBE_BYTES && stands("Adobe", start + 2)) {
            transform = unsigned(start + ADOBE_BYTES - 1);
        }
    }

    private void frame(int marker, int start) {
        frame = marker;
        precision = unsigned(start + 2);
        size = new ImageSize(unsigned(start + 5) << 8 | unsigned(start + 6),
                unsigned(start + 3) << 8 | unsigned(start + 4));
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < unsigned(start + 7) && start + FRAME_BYTES + 3 * i < position; i++) {
            ids.add(unsigned(start + FRAME_BYTES + 3 * i));
        }
        components = List.copyOf(ids);
    }

    private boolean stands(String text, int start) {
        for (int i = 0; i < text.length(); i++) {
            if (start + i >= position || content[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** SOF0…SOF15 without the tables DHT (C4), JPG (C8) and DAC (CC) that lie among them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private int unsigned(int index) {
        return content[index] & 0xFF;
    }
}
