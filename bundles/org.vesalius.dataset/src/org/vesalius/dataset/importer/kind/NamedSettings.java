// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/**
 * What was said about columns by one option; the last that fits counts.
 *
 * @param option its name
 * @param all in the order in which they were said
 */
public record NamedSettings(String option, List<NamedSetting> all) {

    /** What was given for an option of the form {@code COLUMN=VALUE}. */
    public static NamedSettings of(ImportRequest request, String option) {
        return new NamedSettings(option, NamedSetting.of(option, request.texts(option)));
    }

    /** Copies the list. */
    public NamedSettings {
        all = List.copyOf(all);
    }

    /** What was said about a column last. */
    public Optional<String> of(String column) {
        return all.stream().filter(setting -> setting.matches(column)).map(NamedSetting::value)
                .reduce((earlier, later) -> later);
    }

    /** Whether a column is named itself, not by a pattern. */
    public boolean names(String column) {
        return all.stream().anyMatch(setting -> setting.name().equals(column));
    }

    /** All that was said about a column. */
    public List<String> allOf(String column) {
        return all.stream().filter(setting -> setting.matches(column)).map(NamedSetting::value).toList();
    }

    /**
     * Refuses names that fit no column.
     *
     * @throws ReportedException if there is one
     */
    public void requireUsed(List<String> columns) {
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
