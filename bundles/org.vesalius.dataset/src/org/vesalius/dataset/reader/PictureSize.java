// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

/** How large a picture says it is, to be checked before memory is taken for it. */
record PictureSize(long width, long height) {
    private static final long MAX_PIXELS = 100_000_000;
    private static final int MIN_SIDE = 8;

    void requireUsable() throws UnreadableImageException {
        if (width < MIN_SIDE || height < MIN_SIDE) {
            throw new UnreadableImageException("is only " + this + " pixels; pictures need " + MIN_SIDE + "×" + MIN_SIDE
                    + " or more");
        }
        if (width > MAX_PIXELS || height > MAX_PIXELS || width * height > MAX_PIXELS) {
            throw new UnreadableImageException("is " + this + " pixels; pictures may have up to "
                    + MAX_PIXELS / 1_000_000 + " million");
        }
    }

    @Override
    public String toString() {
        return width + "×" + height;
    }
}
