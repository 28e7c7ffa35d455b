// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.pixel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/**
 * A rectangle of pixels that is made blank.
 *
 * @param columns of the pictures it is for; 0 for pictures of any size
 * @param rows of these pictures; 0 likewise
 * @param left its first column, from 0
 * @param top its first row, from 0
 * @param width its columns
 * @param height its rows
 */
public record BlankArea(int columns, int rows, int left, int top, int width, int height) {
    private static final Pattern TEXT = Pattern.compile("(?:(\\d{1,6})x(\\d{1,6}):)?(\\d{1,6}),(\\d{1,6}),(\\d{1,6}),(\\d{1,6})");

    /**
     * A rectangle as users write it.
     *
     * @param text {@code left,top,width,height} in pixels, for pictures of one size alone with {@code COLUMNSxROWS:} before it
     * @throws ReportedException if it is none
     */
    public static BlankArea of(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches() || Integer.parseInt(matcher.group(5)) == 0 || Integer.parseInt(matcher.group(6)) == 0) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "'" + text + "' is no rectangle.",
                    "Write left,top,width,height in pixels, such as 0,0,1024,60, or for pictures of one size alone 1024x768:0,0,1024,60.");
        }
        int[] numbers = new int[6];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseInt(Optional.ofNullable(matcher.group(i + 1)).orElse("0"));
        }
        return new BlankArea(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }

    /** Whether it is for pictures of this size. */
    public boolean isFor(int pictureColumns, int pictureRows) {
        return columns == 0 || columns == pictureColumns && rows == pictureRows;
    }

    /** The same rectangle elsewhere. */
    public BlankArea shifted(int right, int down) {
        return new BlankArea(columns, rows, left + right, top + down, width, height);
    }
}
