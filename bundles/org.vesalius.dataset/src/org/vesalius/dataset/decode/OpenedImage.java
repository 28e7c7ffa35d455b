// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.Picture;
import org.vesalius.dataset.pixel.StoredRange;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * An image whose header was found sound.
 *
 * @param size as stored
 * @param bytes memory that decoding and using it takes, estimated
 * @param orientation how it has to be turned, 1…8 as in Exif
 * @param pixels decodes it
 */
public record OpenedImage(ImageSize size, long bytes, int orientation, Pixels pixels) {

    /** Decodes an image. */
    @FunctionalInterface
    interface Pixels {
        StoredPixels decode() throws UnreadableImageException;

        /** The values that it is stored with, after all of it was decoded, so that damage is found. */
        default StoredRange range() throws UnreadableImageException {
            return Picture.of(decode().array()).range();
        }
    }

    /** The values of the upright image as they are stored; its axes are y, x and channel. */
    public TypedArray decode() throws UnreadableImageException {
        try {
            return Orientation.of(orientation).upright(pixels.decode()).array();
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    /** The darkest and the brightest value; all of it is decoded for this, and refused as {@link #decode} does. */
    public StoredRange range() throws UnreadableImageException {
        try {
            return pixels.range();
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    /** Damaged files make decoders throw about every kind of RuntimeException. */
    private static UnreadableImageException damaged(RuntimeException cause) {
        return new UnreadableImageException("is damaged, or of a kind that can't be read", cause);
    }
}

/** How large an image says it is, to be checked before memory is taken for it. */
record ImageSize(long width, long height) {
    private static final long MAX_PIXELS = 100_000_000;
    private static final int MIN_SIDE = 8;

    void requireUsable() throws UnreadableImageException {
        if (width < MIN_SIDE || height < MIN_SIDE) {
            throw new UnreadableImageException("is only " + this + " pixels; images need " + MIN_SIDE + "×" + MIN_SIDE
                    + " or more");
        }
        if (width > MAX_PIXELS || height > MAX_PIXELS || width * height > MAX_PIXELS) {
            throw new UnreadableImageException("is " + this + " pixels; images may have up to "
                    + MAX_PIXELS / 1_000_000 + " million");
        }
    }

    @Override
    public String toString() {
        return width + "×" + height;
    }
}

/**
 * How a stored image has to be turned to stand upright.
 *
 * @param transposed whether rows and columns change places, first of all
 * @param flippedX whether left and right change places then
 * @param flippedY whether top and bottom change places then
 */
record Orientation(boolean transposed, boolean flippedX, boolean flippedY) {

    /** The codes 1…8 of Exif and TIFF say where row 0 and column 0 of the stored image lie. */
    static Orientation of(int code) {
        boolean transposed = code >= 5 && code <= 8;
        boolean flippedX = code == 2 || code == 3 || code == 6 || code == 7;
        boolean flippedY = code == 3 || code == 4 || code == 7 || code == 8;
        return new Orientation(transposed, flippedX, flippedY);
    }

    /** The image turned upright. */
    StoredPixels upright(StoredPixels image) {
        if (!transposed && !flippedX && !flippedY) {
            return image;
        }
        int height = transposed ? image.width() : image.height();
        int width = transposed ? image.height() : image.width();
        float[] values = new float[image.values().length];
        int next = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int v = flippedY ? height - 1 - y : y;
                int u = flippedX ? width - 1 - x : x;
                int from = (transposed ? u * image.width() + v : v * image.width() + u) * image.channels();
                for (int c = 0; c < image.channels(); c++) {
                    values[next++] = image.values()[from + c];
                }
            }
        }
        return new StoredPixels(height, width, image.channels(), image.type(), image.zeroIsWhite(), values);
    }
}
