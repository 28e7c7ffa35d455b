// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.Sample;

/**
 * Whether the values of a row are what their columns may hold. What stands there is not repeated: where columns are
 * shifted it may tell who the patient is.
 */
final class ValueCheck {
    private static final int MAX_CHARACTERS = 32_768;

    private final List<Column> columns;
    private final InvalidFile invalid;

    ValueCheck(List<Column> columns, InvalidFile invalid) {
        this.columns = columns;
        this.invalid = invalid;
    }

    /**
     * Checks a sample.
     *
     * @throws org.vesalius.core.ReportedException naming the line if a value is wrong
     */
    void check(Sample sample, long line) {
        for (Column column : columns) {
            String value = sample.value(column);
            if (value.length() > MAX_CHARACTERS) {
                throw invalid.atLine(line, "'" + column.name() + "' is longer than " + MAX_CHARACTERS
                        + " characters.", "Look for a missing double quote above.");
            }
            if (!column.isMissing(value)) {
                check(column, value, line);
            }
        }
    }

    private void check(Column column, String value, long line) {
        if (column.role() == ColumnRole.SUBSET) {
            checkSubset(column, value, line);
        } else if (column.type() == ColumnType.CATEGORY) {
            checkCategory(column, value, line);
        } else if (column.type() == ColumnType.NUMBER) {
            checkNumber(column, value, line);
        } else if (column.type() == ColumnType.IMAGE) {
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

    private void checkCategory(Column column, String value, long line) {
        if (!column.categories().contains(value)) {
            throw invalid.atLine(line, "'" + column.name() + "' holds something that is none of its categories.",
                    "Use one of: " + String.join(", ", column.categories()) + "; or add it to the categories in "
                            + DatasetFiles.MANIFEST + ".");
        }
    }

    private void checkNumber(Column column, String value, long line) {
        try {
            Double.parseDouble(value);
        } catch (NumberFormatException e) {
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
