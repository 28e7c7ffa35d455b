// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What files begin with. */
final class Signature {
    private record Known(int offset, String magic, String name) {
    }

    private static final List<Known> UNREADABLE = List.of(new Known(8, "WEBP", "a WebP picture"),
            new Known(4, "jP  ", "a JPEG 2000 picture"), new Known(0, "\u00FF\u004F\u00FF\u0051", "a JPEG 2000 picture"),
            new Known(4, "ftyphei", "a HEIC picture"), new Known(4, "ftypmif", "a HEIC picture"),
            new Known(4, "ftypavif", "an AVIF picture"), new Known(128, "DICM", "a DICOM file"),
            new Known(4, "JXL ", "a JPEG XL picture"),
            new Known(0, "%PDF", "a PDF document"), new Known(0, "8BPS", "a Photoshop document"));

    private Signature() {
    }

    static boolean begins(byte[] content, String magic) {
        return stands(content, 0, magic);
    }

    private static boolean stands(byte[] content, int offset, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (content.length < offset + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (content[offset + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Why a file that no decoder knows is refused. */
    static UnreadableImageException unknown(byte[] content) {
        return UNREADABLE.stream().filter(known -> stands(content, known.offset, known.magic)).findFirst()
                .map(known -> new UnreadableImageException(
                        "is " + known.name + ", which can't be read; convert it to PNG or TIFF"))
                .orElseGet(() -> new UnreadableImageException("is no picture, or of an unknown format"));
    }
}
