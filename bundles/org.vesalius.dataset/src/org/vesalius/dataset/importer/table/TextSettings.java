// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.importer.kind.ImportRequest;

/**
 * What the user said about how tables are written; what was not said is found out.
 *
 * @param separator between the values of a row
 * @param quote around values that hold a separator; a zero for none
 * @param encoding of the text
 * @param header whether the first row holds the headings
 * @param sheet the name or the number from 1 of the sheet in a workbook
 */
record TextSettings(Optional<Character> separator, Optional<Character> quote, Optional<Charset> encoding,
        Optional<Boolean> header, Optional<String> sheet) {
    static final char NO_QUOTE = 0;
    private static final Map<String, Character> NAMED = Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|',
            "blank", ' ', "none", NO_QUOTE, "double", '"', "single", '\'');

    static TextSettings of(ImportRequest request) {
        return new TextSettings(request.text("separator").map(text -> sign("separator", text)),
                request.text("quote").map(text -> sign("quote", text)), request.text("encoding").map(TextSettings::charset),
                request.text("header").map(TextSettings::yes), request.text("sheet"));
    }

    private static char sign(String option, String text) {
        if (text.length() == 1 && !Character.isLetterOrDigit(text.charAt(0))) {
            return text.charAt(0);
        }
        if (!NAMED.containsKey(text)) {
            throw refused("What is given for '" + option + "' is no single sign.",
                    "Write the sign itself, or comma, semicolon, tab, pipe or blank; for a quote double, single or none.");
        }
        return NAMED.get(text);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw refused("There is no encoding '" + name + "'.", "Take for example UTF-8, windows-1252 or UTF-16.");
        }
    }

    private static boolean yes(String text) {
        if (!text.equals("yes") && !text.equals("no")) {
            throw refused("Whether there is a header is 'yes' or 'no'.", "Leave it away to have it found out.");
        }
        return text.equals("yes");
    }

    private static ReportedException refused(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, remedy);
    }
}
