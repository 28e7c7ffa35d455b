// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core;

/** The grammar of messages that are put together of parts. */
public final class English {
    private static final String VOWELS = "aeiouAEIOU";
    private static final String SPOKEN_WITH_A_VOWEL_FIRST = "AEFHILMNORSX";

    private English() {
        // functions only
    }

    /**
     * So many things: {@code 1 image}, {@code 2 images}.
     *
     * @param thing its word for one; others get an s
     */
    public static String quantity(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** One of some things, by its sound: {@code a network}, {@code an experiment}, {@code an LSTM}, {@code a GRU}. */
    public static String one(String thing) {
        return (startsWithAVowel(thing) ? "an " : "a ") + thing;
    }

    private static boolean startsWithAVowel(String thing) {
        if (thing.isEmpty() || thing.startsWith("U-")) {
            return false;
        }
        boolean spelled = thing.length() > 1 && Character.isUpperCase(thing.charAt(1));
        return (spelled ? SPOKEN_WITH_A_VOWEL_FIRST : VOWELS).indexOf(thing.charAt(0)) >= 0;
    }
}
