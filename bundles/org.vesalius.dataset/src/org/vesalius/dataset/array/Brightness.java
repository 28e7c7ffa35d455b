// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.array;

/**
 * Which values of a picture are black and white.
 *
 * @param least the value at one end; of floating-point numbers, NaN where nothing is known
 * @param greatest the value at the other end, above the least; likewise
 * @param certain whether the file says so. Otherwise these are the ends of its type, of which often only a part is in
 *        use: 10, 12 or 14 bits of 16
 * @param inverted whether the least value is white and the greatest black
 */
public record Brightness(double least, double greatest, boolean certain, boolean inverted) {

    /** A scale that is certain, black first. */
    public static Brightness between(double black, double white) {
        return new Brightness(black, white, true, false);
    }

    /** What the type of numbers says: that of bytes all, others no more than their ends. */
    public static Brightness of(ElementType type) {
        return switch (type) {
            case U8 -> between(0, type.greatest());
            case I16, U16, I32 -> new Brightness(type.least(), type.greatest(), false, false);
            case F32 -> new Brightness(Double.NaN, Double.NaN, false, false);
        };
    }
}
