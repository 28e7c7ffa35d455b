// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.pixel;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.NumberText;
import org.vesalius.dataset.array.Brightness;
import org.vesalius.dicom.data.DataSet;

/**
 * Which values are black and white in a picture (PS3.3, C.11.2).
 *
 * @param low what is black, in real units
 * @param high what is white
 */
record Window(double low, double high) {
    /** The column's option: {@code file} for the first window of the file, {@code none}, or a centre and a width. */
    static final String OPTION = "window";
    private static final String OF_FILE = "file";
    private static final String NONE = "none";

    /**
     * The window of a picture.
     *
     * @param options of the column
     * @param groups holds what is said of the frame
     * @return empty if all values that there can be are shown
     * @throws ReportedException if the option is none
     */
    static Optional<Window> of(Map<String, String> options, DataSet groups) throws IOException {
        String asked = options.getOrDefault(OPTION, OF_FILE);
        if (asked.equals(NONE)) {
            return Optional.empty();
        }
        if (!asked.equals(OF_FILE)) {
            String[] numbers = asked.split(",");
            if (numbers.length != 2 || !Arrays.stream(numbers).map(String::strip).allMatch(NumberText::isNumber)
                    || Double.parseDouble(numbers[1]) <= 0) {
                throw new ReportedException(ErrorKind.INVALID_INPUT, "The column option 'window' is '" + asked + "'.",
                        "Write 'file' for the window of each file, 'none' for all values, or centre and width such as 40,400.");
            }
            return Optional.of(exact(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])));
        }
        double[] center = groups.numbers(ImageTags.WINDOW_CENTER);
        double[] width = groups.numbers(ImageTags.WINDOW_WIDTH);
        String function = groups.text(ImageTags.WINDOW_FUNCTION).orElse("LINEAR");
        if (center.length == 0 || width.length == 0 || width[0] < 1) {
            return Optional.empty();
        }
        return switch (function) {
            // PS3.3, C.11.2.1.2.1: centre and width count whole steps
            case "LINEAR" -> width[0] == 1 ? Optional.empty() : Optional.of(exact(center[0] - 0.5, width[0] - 1));
            case "LINEAR_EXACT" -> Optional.of(exact(center[0], width[0]));
            default -> Optional.empty();
        };
    }

    /** Whether the header says by a table or a curve how values are shown, and not by a window (PS3.3, C.11.2). */
    static boolean isCurve(DataSet groups) throws IOException {
        String function = groups.text(ImageTags.WINDOW_FUNCTION).orElse("LINEAR");
        return groups.has(ImageTags.WINDOW_CENTER) ? !function.startsWith("LINEAR")
                : !groups.items(ImageTags.VOI_TABLE).isEmpty();
    }

    private static Window exact(double center, double width) {
        return new Window(center - width / 2, center + width / 2);
    }

    Brightness brightness(boolean inverted) {
        return new Brightness(low, high, true, inverted);
    }
}
