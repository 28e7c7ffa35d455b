// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/**
 * Something said about columns: {@code name=value}.
 *
 * @param name of the column; {@code *} stands for any letters
 * @param value what is said
 */
public record NamedSetting(String name, String value) {

    /** Parses what was given for an option. */
    public static List<NamedSetting> of(String option, List<String> texts) {
        return texts.stream().map(text -> {
            int sign = text.indexOf('=');
            if (sign < 1) {
                throw new ReportedException(ErrorKind.INVALID_INPUT, "What is given for '" + option
                        + "' names no column.", "Write COLUMN=VALUE; the name may hold * for any letters.");
            }
            return new NamedSetting(text.substring(0, sign).strip(), text.substring(sign + 1).strip());
        }).toList();
    }

    /** Whether this is said of a column. */
    public boolean matches(String column) {
        return name.indexOf('*') < 0 ? name.equals(column) : Pattern.matches(Stream.of(name.split("\\*", -1))
                .map(Pattern::quote).collect(Collectors.joining(".*")), column);
    }
}
