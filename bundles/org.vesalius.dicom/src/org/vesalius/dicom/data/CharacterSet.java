// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The character set of a data set's texts (PS3.3, C.12.1.1.2; PS3.5, 6.1), with the escape sequences of ISO 2022.
 *
 * @param initial what each value begins with
 * @param escapes whether escape sequences change to others
 */
public record CharacterSet(Charset initial, boolean escapes) {
    private static final byte ESC = 0x1B;
    private static final String ASCII = "US-ASCII";

    /** By the last part of their defined terms. Those without escapes are named after ISO_IR, with them ISO 2022 IR. */
    private static final Map<String, String> TERMS = Map.ofEntries(Map.entry("6", ASCII), Map.entry("13", "JIS_X0201"),
            Map.entry("100", "ISO-8859-1"), Map.entry("101", "ISO-8859-2"), Map.entry("109", "ISO-8859-3"),
            Map.entry("110", "ISO-8859-4"), Map.entry("144", "ISO-8859-5"), Map.entry("127", "ISO-8859-6"),
            Map.entry("126", "ISO-8859-7"), Map.entry("138", "ISO-8859-8"), Map.entry("148", "ISO-8859-9"),
            Map.entry("203", "ISO-8859-15"), Map.entry("166", "TIS-620"), Map.entry("192", "UTF-8"),
            Map.entry("149", "EUC-KR"), Map.entry("58", "GB2312"));

    /** What follows the escape (PS3.3, tables C.12-3 and C.12-4). */
    private static final Map<String, String> ESCAPES = Map.ofEntries(Map.entry("(B", ASCII), Map.entry("(J", "JIS_X0201"),
            Map.entry(")I", "JIS_X0201"), Map.entry("-A", "ISO-8859-1"), Map.entry("-B", "ISO-8859-2"),
            Map.entry("-C", "ISO-8859-3"), Map.entry("-D", "ISO-8859-4"), Map.entry("-L", "ISO-8859-5"),
            Map.entry("-G", "ISO-8859-6"), Map.entry("-F", "ISO-8859-7"), Map.entry("-H", "ISO-8859-8"),
            Map.entry("-M", "ISO-8859-9"), Map.entry("-b", "ISO-8859-15"), Map.entry("-T", "TIS-620"),
            Map.entry("$B", "x-JIS0208"), Map.entry("$(D", "JIS_X0212-1990"), Map.entry("$)C", "EUC-KR"),
            Map.entry("$)A", "GB2312"));

    /**
     * That of the values of (0008,0005), separated by backslashes. What isn't known is read as ISO 8859-1, so that no
     * byte is lost.
     */
    static CharacterSet of(String values) {
        String[] terms = values.split("\\\\", -1);
        String first = terms[0].strip().replace("\0", "");
        boolean escapes = terms.length > 1 || first.startsWith("ISO 2022");
        if (first.equals("GB18030") || first.equals("GBK")) {
            return new CharacterSet(charset(first), false);
        }
        String number = first.substring(Math.max(first.lastIndexOf(' '), first.lastIndexOf('_')) + 1).replace("IR", "");
        return new CharacterSet(first.isEmpty() ? charset(ASCII) : charset(TERMS.getOrDefault(number, "")), escapes);
    }

    /** ASCII is read as ISO 8859-1, which holds it and what files without a character set hold instead. */
    private static Charset charset(String name) {
        boolean known = !name.isEmpty() && !name.equals(ASCII) && Charset.isSupported(name);
        return known ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
    }

    /**
     * A text.
     *
     * @param name whether it is the name of a person, whose parts begin anew each
     */
    String decode(byte[] bytes, boolean name) {
        if (!escapes) {
            return new String(bytes, initial);
        }
        StringBuilder text = new StringBuilder();
        Charset now = initial;
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == ESC) {
                text.append(new String(bytes, start, i - start, now));
                String found = escape(bytes, i + 1);
                now = charset(ESCAPES.getOrDefault(found, ""));
                start = i + 1 + found.length();
                i = start - 1;
            } else if (single(now) && ends(bytes[i], name)) {
                text.append(new String(bytes, start, i - start, now)).append((char) bytes[i]);
                now = initial;
                start = i + 1;
            }
        }
        return text.append(new String(bytes, start, bytes.length - start, now)).toString();
    }

    /** Whether a byte below 128 is never a part of another character. */
    private static boolean single(Charset charset) {
        return !charset.name().equals("x-JIS0208") && !charset.name().contains("0212");
    }

    /** PS3.5, 6.1.2.5.3 */
    private static boolean ends(byte character, boolean name) {
        return switch (character) {
            case '\\', '\n', '\r', '\f', '\t' -> true;
            case '^', '=' -> name;
            default -> false;
        };
    }

    private static String escape(byte[] bytes, int start) {
        for (int length = 3; length >= 2; length--) {
            if (start + length <= bytes.length) {
                String found = new String(bytes, start, length, StandardCharsets.ISO_8859_1);
                if (ESCAPES.containsKey(found)) {
                    return found;
                }
            }
        }
        return "";
    }
}
