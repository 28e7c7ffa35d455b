// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.field;

/** Breaks text into lines at its spaces, for tooltips. */
public final class WordWrap {
    private static final int TIP_WIDTH = 70;

    private WordWrap() {
    }

    /** Returns a tooltip for a text, or null as widgets want it where there is nothing to tell. */
    public static String tip(String text) {
        return text.isBlank() ? null : wrap(text, TIP_WIDTH).replace("&", "&&");
    }

    /** Returns the text in lines of at most {@code width} characters, as far as its words allow. */
    public static String wrap(String text, int width) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ")) {
            boolean breaks = column > 0 && column + word.length() >= width;
            out.append(breaks ? "\n" : column > 0 ? " " : "").append(word);
            column = breaks ? word.length() : column + word.length() + 1;
        }
        return out.toString();
    }
}
