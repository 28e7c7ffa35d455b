// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vesalius.core.progress.Progress;

/** A table as text whose cells are taken as they stand; how it is written is found out as for an import. */
public final class PlainTable {
    private final TextTable table;

    private PlainTable(TextTable table) {
        this.table = table;
    }

    /**
     * Finds out how a table is written.
     *
     * @throws org.vesalius.core.ReportedException if it holds no row
     * @throws IOException if it can't be read
     */
    public static PlainTable open(Path file) throws IOException {
        TextSettings found = new TextSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new PlainTable(TextTable.open(file, found, Progress.none()));
    }

    /** The headings; made up where {@link #headed} says that there are none. */
    public List<String> headings() {
        return table.headings();
    }

    /** Whether the first row holds the headings. */
    public boolean headed() {
        return table.found().inFile();
    }

    /** What stands between the values. */
    public char separator() {
        return table.format().separator();
    }

    /**
     * Reads the rows below the headings, each with as many cells as there are headings.
     *
     * @throws org.vesalius.core.ReportedException if the table is damaged
     */
    public void rows(Consumer<List<String>> row) {
        table.rows((line, values) -> {
            row.accept(values);
            return true;
        });
    }
}
