// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core;

import java.util.List;

/** The grammar of messages that are put together of parts. */
public final class English {
    private static final String VOWELS = "aeiouAEIOU";
    private static final String SPOKEN_WITH_A_VOWEL_FIRST = "AEFHILMNORSX";

    private English() {
        // functions only
    }

    /**
     * So many things: {@code 1 image}, {@code 2 images}, {@code 2 categories}.
     *
     * @param thing its word for one; others get an s, or -ies for -y
     */
    public static String quantity(long number, String thing) {
        return number + " " + (number == 1 ? thing : several(thing));
    }

    private static String several(String thing) {
        return thing.endsWith("y") && !thing.matches(".*[aeiou]y") ? thing.substring(0, thing.length() - 1) + "ies"
                : thing + "s";
    }

    /**
     * Which of a series something is, such as 2nd, 11th and 23rd.
     *
     * @param number from 1
     */
    public static String ordinal(long number) {
        boolean teen = number % 100 / 10 == 1;
        String end = teen || number % 10 == 0 || number % 10 > 3 ? "th" : List.of("st", "nd", "rd").get((int) (number % 10) - 1);
        return number + end;
    }

    /** One of some things, by its sound: {@code a network}, {@code an experiment}, {@code an LSTM}, {@code a GRU}. */
    public static String one(String thing) {
        return (startsWithAVowel(thing) ? "an " : "a ") + thing;
    }

    /** Some things one after the other: {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String all(List<String> things) {
        int last = things.size() - 1;
        return last < 1 ? String.join("", things) : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }

    private static boolean startsWithAVowel(String thing) {
        if (thing.isEmpty() || thing.startsWith("U-")) {
            return false;
        }
        boolean spelled = thing.length() > 1 && Character.isUpperCase(thing.charAt(1));
        return (spelled ? SPOKEN_WITH_A_VOWEL_FIRST : VOWELS).indexOf(thing.charAt(0)) >= 0;
    }
}
