// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.NumberText;
import org.vesalius.dataset.Subset;

/**
 * Whether the values of a row are what their columns may hold. What stands there is not repeated: where columns are
 * shifted it may tell who the patient is.
 */
final class ValueCheck {
    private static final int MAX_CHARACTERS = 32_768;

    private final List<Column> columns;
    private final int[] places;
    private final List<Set<String>> categories;
    private final InvalidFile invalid;

    /**
     * The check of rows.
     *
     * @param names what the values of a row stand under, the columns among them
     */
    ValueCheck(List<Column> columns, List<String> names, InvalidFile invalid) {
        this.columns = columns;
        this.invalid = invalid;
        places = columns.stream().mapToInt(column -> names.indexOf(column.name())).toArray();
        categories = columns.stream().map(column -> Set.copyOf(column.categories())).toList();
    }

    /**
     * Checks the values of a sample.
     *
     * @throws org.vesalius.core.ReportedException naming the line if a value is wrong
     */
    void check(List<String> values, long line) {
        for (int i = 0; i < places.length; i++) {
            String value = values.get(places[i]);
            Column column = columns.get(i);
            if (value.length() > MAX_CHARACTERS) {
                throw invalid.atLine(line, "'" + column.name() + "' is longer than " + MAX_CHARACTERS
                        + " characters.", "Look for a missing double quote above.");
            }
            if (!column.isMissing(value)) {
                check(i, value, line);
            }
        }
    }

    private void check(int index, String value, long line) {
        Column column = columns.get(index);
        if (column.role() == ColumnRole.SUBSET) {
            checkSubset(column, value, line);
        } else if (column.type() == ColumnType.CATEGORY) {
            checkCategory(column, categories.get(index), value, line);
        } else if (column.type() == ColumnType.NUMBER) {
            checkNumber(column, value, line);
        } else if (column.type().read()) {
            checkPath(column, value, line);
        }
    }

    private void checkSubset(Column column, String value, long line) {
        if (Subset.of(value).isEmpty()) {
            String known = Arrays.stream(Subset.values()).map(Subset::text).collect(Collectors.joining(", "));
            throw invalid.atLine(line, "'" + column.name() + "' holds something that is no subset.",
                    "Use one of: " + known + ".");
        }
    }

    private void checkCategory(Column column, Set<String> known, String value, long line) {
        if (!known.contains(value)) {
            throw invalid.atLine(line, "'" + column.name() + "' holds something that is none of its categories.",
                    "Use one of: " + String.join(", ", column.categories()) + "; or add it to the categories in "
                            + DatasetFiles.MANIFEST + ".");
        }
    }

    private void checkNumber(Column column, String value, long line) {
        if (!NumberText.isNumber(value.strip())) {
            throw invalid.atLine(line, "'" + column.name() + "' holds something that is no number.",
                    "Write numbers with a decimal point, and leave missing ones empty.");
        }
    }

    private void checkPath(Column column, String value, long line) {
        if (leavesRoot(value)) {
            throw invalid.atLine(line, "'" + column.name() + "' leads out of the data set's root folder.",
                    "Write paths relative to the root, without '..'.");
        }
    }

    private static boolean leavesRoot(String value) {
        try {
            Path path = Path.of(value);
            return path.isAbsolute() || value.startsWith("/") || path.normalize().startsWith("..");
        } catch (InvalidPathException e) {
            return true;
        }
    }
}
