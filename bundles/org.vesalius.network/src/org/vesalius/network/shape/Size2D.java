// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.shape;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A height and a width, such as the size of a kernel; its text is {@code 3x5}.
 *
 * <p>Any whole numbers can be held, so that an editor can show what is wrong; the checks demand at least 1.
 *
 * @param height extent from top to bottom, in pixels
 * @param width extent from left to right, in pixels
 */
public record Size2D(int height, int width) {
    private static final Pattern TEXT = Pattern.compile("(-?\\d{1,9})(?:\\s*[x×,]\\s*(-?\\d{1,9}))?");

    /** The same extent in both directions. */
    public static Size2D square(int size) {
        return new Size2D(size, size);
    }

    /**
     * Reads {@code 3x5}, {@code 3×5}, {@code 3,5}, or {@code 3} for both.
     *
     * @throws IllegalArgumentException with a message for the user if the text is none of these
     */
    public static Size2D valueOf(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a size; write height and width as in 3x3, or one number for both.");
        }
        int height = Integer.parseInt(matcher.group(1));
        return matcher.group(2) == null ? square(height) : new Size2D(height, Integer.parseInt(matcher.group(2)));
    }

    /** Height and width, as a list. */
    public List<Integer> sizes() {
        return List.of(height, width);
    }

    /** For people: {@code 3×5}. */
    public String display() {
        return height + "×" + width;
    }

    @Override
    public String toString() {
        return height + "x" + width;
    }
}
