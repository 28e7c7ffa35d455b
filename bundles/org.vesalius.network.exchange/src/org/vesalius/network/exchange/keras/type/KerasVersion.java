// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

/**
 * The Keras that wrote a file.
 *
 * @param text as the file says it, such as {@code 2.2.4-tf}; empty if it does not
 * @param major 1, 2 or 3
 */
public record KerasVersion(String text, int major) {
    /** The version that a file names; without a name, 1 if its words are those of Keras 1, else 2. */
    public static KerasVersion of(String text, boolean wordsOfKeras1) {
        if (text.isEmpty()) {
            return new KerasVersion("", wordsOfKeras1 ? 1 : 2);
        }
        return new KerasVersion(text, switch (text.charAt(0)) {
            case '0', '1' -> 1;
            case '2' -> 2;
            default -> 3;
        });
    }

    /** For people: {@code Keras 2.2.4}. */
    public String display() {
        return "Keras " + (text.isEmpty() ? String.valueOf(major) : text);
    }
}
