// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.util.ArrayList;
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
record NamedSetting(String name, String value) {

    /** Parses what was given for an option. */
    static List<NamedSetting> of(String option, List<String> texts) {
        return texts.stream().map(text -> {
            int sign = text.indexOf('=');
            if (sign < 1) {
                throw new ReportedException(ErrorKind.INVALID_INPUT, "What is given for '" + option
                        + "' names no column.", "Write COLUMN=VALUE; the name may hold * for any letters.");
            }
            return new NamedSetting(text.substring(0, sign).strip(), text.substring(sign + 1).strip());
        }).toList();
    }

    boolean matches(String column) {
        return name.indexOf('*') < 0 ? name.equals(column) : Pattern.matches(Stream.of(name.split("\\*", -1))
                .map(Pattern::quote).collect(Collectors.joining(".*")), column);
    }
}

/** What was said about columns by one option; the last that fits counts. */
record NamedSettings(String option, List<NamedSetting> all) {

    NamedSettings {
        all = List.copyOf(all);
    }

    Optional<String> of(String column) {
        return all.stream().filter(setting -> setting.matches(column)).map(NamedSetting::value)
                .reduce((earlier, later) -> later);
    }

    List<String> allOf(String column) {
        return all.stream().filter(setting -> setting.matches(column)).map(NamedSetting::value).toList();
    }

    /** Refuses names that fit no column. */
    void requireUsed(List<String> columns) {
        List<String> unused = new ArrayList<>();
        all.stream().filter(setting -> columns.stream().noneMatch(setting::matches)).map(NamedSetting::name)
                .distinct().forEach(unused::add);
        if (!unused.isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There is no column '" + unused.get(0)
                    + "', which '" + option + "' names.",
                    "Take one of: "
                            + String.join(", ", columns.stream().limit(100).toList()) + ".");
        }
    }
}
