// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

/**
 * The shape of the image a network takes; rows, columns, then channels (HWC).
 *
 * @param height rows, 1…8192
 * @param width columns, 1…8192
 * @param channels 1 for grey, 3 for red, green and blue
 */
public record TensorSpec(int height, int width, int channels) {
    private static final int MAX_SIDE = 8192;

    /** Checks the sizes. */
    public TensorSpec {
        if (height < 1 || width < 1 || height > MAX_SIDE || width > MAX_SIDE) {
            throw new IllegalArgumentException("an image of " + height + "×" + width + " can't be made");
        }
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("images have 1 or 3 channels, not " + channels);
        }
    }

    /** The sizes in their order. */
    public int[] shape() {
        return new int[] {height, width, channels};
    }

    /** How many values one image has. */
    public int length() {
        return height * width * channels;
    }
}
