// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.pixel;

import java.util.Map;
import java.util.OptionalDouble;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/**
 * What black and white are in the images of a column, where their files don't say it.
 *
 * @param white the stored value that is white in images of 16 bits; empty for 65535
 * @param low the stored value that is black in images whose type has no scale of its own; empty for the image's own
 * @param high the stored value that is white in those
 */
public record ValueOptions(OptionalDouble white, OptionalDouble low, OptionalDouble high) {
    /** The option that says with how many bits values are kept, 8 or 16. */
    public static final String DEPTH = "depth";
    /** The option that says what is white in images of 16 bits. */
    public static final String WHITE = "white";
    /** The option that says what is black in images of floating-point, signed or 32-bit values. */
    public static final String LOW = "low";
    /** The option that says what is white in images of floating-point, signed or 32-bit values. */
    public static final String HIGH = "high";

    /**
     * Those of a column.
     *
     * @throws ReportedException if one is no number, or they contradict each other
     */
    public static ValueOptions of(Map<String, String> options) {
        ValueOptions read = new ValueOptions(number(options, WHITE), number(options, LOW), number(options, HIGH));
        boolean half = read.low.isPresent() != read.high.isPresent();
        if (half || read.white.orElse(1) <= 0 || read.low.orElse(0) >= read.high.orElse(1) && !half
                && read.low.isPresent()) {
            throw invalid("The column options 'white', 'low' and 'high' contradict each other.");
        }
        return read;
    }

    private static OptionalDouble number(Map<String, String> options, String name) {
        String text = options.get(name);
        if (text == null) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException e) {
            throw invalid("The column option '" + name + "' is '" + text + "', which is no number.");
        }
        throw invalid("The column option '" + name + "' is '" + text + "', which is no finite number.");
    }

    private static ReportedException invalid(String message) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message,
                "Correct the options of the image column in dataset.json, or import the images again.");
    }
}
