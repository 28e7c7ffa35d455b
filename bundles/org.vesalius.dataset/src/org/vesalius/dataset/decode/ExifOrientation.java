// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

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
