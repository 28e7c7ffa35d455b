// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.util.List;
import java.util.Optional;
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
        return texts.stream().map(text -> in(text).orElseThrow(() -> new ReportedException(ErrorKind.INVALID_INPUT,
                "What is given for '" + option + "' names no column.",
                "Write COLUMN=VALUE; the name may hold * for any letters."))).toList();
    }

    /** What a text says; empty if it names no column. A name with an equals sign stands in double quotes. */
    public static Optional<NamedSetting> in(String text) {
        int sign = text.startsWith("\"") && text.indexOf("\"=", 1) > 0 ? text.indexOf("\"=", 1) + 1 : text.indexOf('=');
        if (sign < 1) {
            return Optional.empty();
        }
        String name = text.substring(0, sign).strip();
        boolean quoted = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
        return Optional.of(new NamedSetting(quoted ? name.substring(1, name.length() - 1) : name,
                text.substring(sign + 1).strip()));
    }

    /** The text that says this. */
    public String text() {
        return (name.indexOf('=') < 0 ? name : "\"" + name + "\"") + "=" + value;
    }

    /** Whether this is said of a column. */
    public boolean matches(String column) {
        return name.indexOf('*') < 0 ? name.equals(column) : Pattern.matches(Stream.of(name.split("\\*", -1))
                .map(Pattern::quote).collect(Collectors.joining(".*")), column);
    }
}
