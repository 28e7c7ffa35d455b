// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import java.util.Arrays;

/** Which category has most of each place, after pictures of categories were resized or moved one category at a time. */
public final class CategoryShares {
    private final float[] most;
    private final byte[] categories;

    /** @param places how many there are */
    public CategoryShares(int places) {
        most = new float[places];
        Arrays.fill(most, Float.NEGATIVE_INFINITY);
        categories = new byte[places];
    }

    /** 1 where a picture has this category, else 0; nothing if it has it nowhere. */
    public static float[] marks(float[] numbers, int category) {
        float[] marks = new float[numbers.length];
        boolean any = false;
        for (int i = 0; i < marks.length; i++) {
            if (Math.round(numbers[i]) == category) {
                marks[i] = 1;
                any = true;
            }
        }
        return any ? marks : new float[0];
    }

    /** Takes how much of each place a category has; categories come in their order. */
    public void add(int category, float[] shares) {
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] >= most[i]) {
                most[i] = shares[i];
                categories[i] = (byte) category;
            }
        }
    }

    /** The categories, one byte each. */
    public byte[] stored() {
        return categories.clone();
    }

    /** The categories as numbers. */
    public void into(float[] destination, int offset) {
        for (int i = 0; i < categories.length; i++) {
            destination[offset + i] = categories[i] & 0xFF;
        }
    }
}
