// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.SampleTable;
import org.vesalius.dataset.importer.kind.NamedSetting;
import org.vesalius.dataset.importer.kind.NamedSettings;

/**
 * Rows as they stand in their files.
 *
 * @param rows kept by columns; the id of a row says where it stands, such as "line 12"
 */
record RawTable(SampleTable rows) {

    List<String> names() {
        return rows.names();
    }

    int size() {
        return rows.size();
    }

    String text(int column, int row) {
        return rows.text(column, row);
    }

    /** Where a row stands, for the user. */
    String where(int row) {
        return rows.id(row);
    }

    /**
     * Where a column stands.
     *
     * @throws ReportedException if there is none of this name
     */
    int place(String name) {
        int place = rows.place(name);
        if (place < 0) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There is no column '" + name + "'.",
                    "Take one of: " + String.join(", ", names().stream().limit(100).toList()) + ".");
        }
        return place;
    }
}

/**
 * Reads files as one table, their rows one after another.
 *
 * @param files opens them
 * @param byPlaces whether columns are the same that stand at the same place, instead of those of the same name
 * @param fileColumn the column that says which file a row comes from, if one is wanted
 * @param renamed what columns are called instead, before the files are put together
 * @param rows which rows are wanted, by the names in the files
 * @param most after how many rows to stop
 */
record TableReading(TableFiles files, boolean byPlaces, Optional<String> fileColumn, NamedSettings renamed, RowFilters rows,
        int most) {
    /** Columns are called as in their file. */
    static final NamedSettings NOTHING_RENAMED = new NamedSettings("rename", List.of());
    /** How many rows are read for a preview. */
    static final int PREVIEWED = 2_000;
    private static final int ASKED_EACH = 256;

    /** The rows of some files; what was found out goes to the remarks. */
    RawTable read(List<Path> paths, Progress progress, List<String> remarks) {
        List<TableSource> sources = new ArrayList<>();
        for (Path path : paths) {
            TableSource source = files.open(path, progress);
            source.remarks().forEach(remark -> remarks.add(paths.size() == 1 ? remark : path.getFileName() + ": " + remark));
            sources.add(source);
        }
        renamed.requireUsed(sources.stream().flatMap(source -> source.headings().stream()).distinct().toList());
        List<String> names = names(sources, remarks);
        SampleTable.Builder builder = new SampleTable.Builder(names);
        for (TableSource source : sources) {
            add(source, names, builder, progress, paths.size() > 1);
        }
        if (builder.size() == 0) {
            throw new TableError(paths.get(0)).because(rows.none() ? "There is no row below the headings."
                    : "No row is as it is wanted.", "Check the file, the headings and what rows are wanted.");
        }
        return new RawTable(builder.build());
    }

    private List<String> names(List<TableSource> sources, List<String> remarks) {
        Set<String> names = new LinkedHashSet<>(headings(sources.get(0)));
        for (TableSource source : sources.subList(1, sources.size())) {
            if (byPlaces && source.headings().size() != names.size()) {
                throw new TableError(source.file()).because("There are " + English.quantity(source.headings().size(),
                        "column") + ", in the first file " + names.size() + ".", "Unite the files by the names of columns.");
            }
            if (!byPlaces) {
                List<String> headings = headings(source);
                tellDifferent(source, headings, names, remarks);
                names.addAll(headings);
            }
        }
        fileColumn.ifPresent(name -> {
            if (!names.add(name)) {
                throw new ReportedException(ErrorKind.INVALID_INPUT, "There is a column '" + name + "' already.",
                        "Choose another name for the column of files.");
            }
        });
        return List.copyOf(names);
    }

    private List<String> headings(TableSource source) {
        List<String> headings = source.headings().stream().map(name -> renamed.of(name).orElse(name)).toList();
        if (new HashSet<>(headings).size() < headings.size()) {
            throw new TableError(source.file()).because("Two columns would have one name.", "Rename to other names.");
        }
        return headings;
    }

    private static void tellDifferent(TableSource source, List<String> headings, Set<String> names, List<String> remarks) {
        List<String> lacking = names.stream().filter(name -> !headings.contains(name)).toList();
        List<String> further = headings.stream().filter(name -> !names.contains(name)).toList();
        if (!lacking.isEmpty() || !further.isEmpty()) {
            remarks.add(source.file().getFileName() + " has other columns than the files before: " + (lacking.isEmpty() ? ""
                    : "it lacks " + String.join(", ", lacking)) + (lacking.isEmpty() || further.isEmpty() ? "" : "; ")
                    + (further.isEmpty() ? "" : "it alone has " + String.join(", ", further)));
        }
    }

    private void add(TableSource source, List<String> names, SampleTable.Builder builder, Progress progress, boolean named) {
        progress.begin("Reading " + source.file().getFileName(), 0);
        int[] places = places(source, names);
        String start = named ? source.file().getFileName() + " line " : "line ";
        RowFilters.Bound wanted = rows.in(source.headings());
        source.rows((line, values) -> {
            if (line % ASKED_EACH == 0 && progress.cancelled()) {
                throw new CancellationException("cancelled by the user");
            }
            if (wanted.keep(values)) {
                builder.add(start + line, placed(values, places, names.size(), source.file()));
            }
            return builder.size() < most;
        });
    }

    private int[] places(TableSource source, List<String> names) {
        int[] places = new int[source.headings().size()];
        List<String> headings = headings(source);
        for (int i = 0; i < places.length; i++) {
            places[i] = byPlaces ? i : names.indexOf(headings.get(i));
        }
        return places;
    }

    private List<String> placed(List<String> values, int[] places, int size, Path file) {
        List<String> row = new ArrayList<>(Collections.nCopies(size, ""));
        for (int i = 0; i < places.length; i++) {
            row.set(places[i], values.get(i));
        }
        if (fileColumn.isPresent()) {
            String name = Objects.toString(file.getFileName());
            int dot = name.lastIndexOf('.');
            row.set(size - 1, dot > 0 ? name.substring(0, dot) : name);
        }
        return row;
    }
}

/** Which rows are wanted: those with certain values in certain columns. Files without such a column are read whole. */
record RowFilters(List<NamedSetting> wanted) {

    boolean none() {
        return wanted.isEmpty();
    }

    Bound in(List<String> headings) {
        return new Bound(wanted.stream().filter(one -> headings.contains(one.name())).toList(),
                wanted.stream().map(NamedSetting::name).mapToInt(headings::indexOf).filter(place -> place >= 0).toArray());
    }

    /** The filters at the places of a file's columns. */
    record Bound(List<NamedSetting> wanted, int[] places) {

        boolean keep(List<String> values) {
            for (int i = 0; i < places.length; i++) {
                if (!values.get(places[i]).equals(wanted.get(i).value())) {
                    return false;
                }
            }
            return true;
        }
    }
}
