// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

/**
 * A picture whose header was found sound.
 *
 * @param size as stored
 * @param bytes memory that decoding and using it takes, estimated
 * @param orientation how it has to be turned, 1…8 as in Exif
 * @param pixels decodes it
 */
record Picture(PictureSize size, long bytes, int orientation, Pixels pixels) {

    /** Decodes a picture. */
    @FunctionalInterface
    interface Pixels {
        StoredPixels decode() throws UnreadableImageException;
    }

    /** The picture upright. */
    StoredPixels decode() throws UnreadableImageException {
        try {
            return Orientation.of(orientation).upright(pixels.decode());
        } catch (RuntimeException e) {
            // damaged files make decoders throw about every kind of RuntimeException
            throw new UnreadableImageException("is damaged, or of a kind that can't be read", e);
        }
    }
}
