// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.shape;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A depth, a height and a width, such as the size of a kernel; its text is {@code 3x5x5}.
 *
 * <p>Any whole numbers can be held, so that an editor can show what is wrong; the checks demand at least 1.
 *
 * @param depth extent from front to back, in voxels
 * @param height extent from top to bottom, in voxels
 * @param width extent from left to right, in voxels
 */
public record Size3D(int depth, int height, int width) {
    private static final String NUMBER = "(-?\\d{1,9})";
    private static final String BY = "\\s*[x×,]\\s*";
    private static final Pattern TEXT = Pattern.compile(NUMBER + "(?:" + BY + NUMBER + BY + NUMBER + ")?");

    /** The same extent in all directions. */
    public static Size3D cube(int size) {
        return new Size3D(size, size, size);
    }

    /**
     * Reads {@code 3x5x5}, {@code 3×5×5}, {@code 3,5,5}, or {@code 3} for all.
     *
     * @throws IllegalArgumentException with a message for the user if the text is none of these
     */
    public static Size3D valueOf(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a size; write depth, height and width as in"
                    + " 3x3x3, or one number for all.");
        }
        int depth = Integer.parseInt(matcher.group(1));
        return matcher.group(2) == null ? cube(depth)
                : new Size3D(depth, Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
    }

    /** Depth, height and width, as a list. */
    public List<Integer> sizes() {
        return List.of(depth, height, width);
    }

    /** For people: {@code 3×5×5}. */
    public String display() {
        return depth + "×" + height + "×" + width;
    }

    @Override
    public String toString() {
        return depth + "x" + height + "x" + width;
    }
}
