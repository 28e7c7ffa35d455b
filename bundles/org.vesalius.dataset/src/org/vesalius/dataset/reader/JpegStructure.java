// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.util.Optional;

/**
 * What a JPEG file's markers say (ITU-T T.81, annex B). Decoders fill up the missing end of a truncated file without a
 * word, so whether the end marker is there is looked up here.
 *
 * @param components colour components of the frame: 1 grey, 3 colour, 4 CMYK; 0 if there is no frame
 * @param orientation Exif orientation 1…8; 1 (upright) where none is told
 * @param complete whether the picture is followed by the end marker
 */
record JpegStructure(int components, int orientation, boolean complete) {

    /** Looks through a file; empty if it doesn't begin as JPEG files do. */
    static Optional<JpegStructure> of(byte[] content) {
        return JpegMarkers.isJpeg(content) ? Optional.of(new JpegMarkers(content).scan()) : Optional.empty();
    }

    void requireReadable() throws UnreadableImageException {
        if (!complete) {
            throw new UnreadableImageException("is truncated: the end of the JPEG data is missing");
        }
        if (components == 4) {
            throw new UnreadableImageException("is a CMYK JPEG, made for printing; convert it to grey or RGB");
        }
    }
}
