// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.NamedSetting;
import org.vesalius.dataset.importer.kind.NamedSettings;
import org.vesalius.dataset.importer.kind.SplitColumn;

/** What the user said about an import of tables. */
record TableOptions(ImportRequest request, TableReading reading, List<TableJoin> joins, Optional<ImageMatch> images,
        ColumnSettings columns) {

    static TableOptions of(ImportRequest request) {
        TableReading reading = new TableReading(new TableFiles(TextSettings.of(request)), byPlaces(request),
                request.text("file-column"), NamedSettings.of(request, "rename"),
                new RowFilters(NamedSetting.of("where", request.texts("where"))),
                Integer.MAX_VALUE);
        return new TableOptions(request, reading, joins(request), images(request), columns(request));
    }

    private static boolean byPlaces(ImportRequest request) {
        String unite = request.text("unite").orElse("names");
        if (!unite.equals("names") && !unite.equals("places")) {
            throw refused("Files are united by 'names' or by 'places' of their columns.", "Write one of the two.");
        }
        return unite.equals("places");
    }

    private static List<TableJoin> joins(ImportRequest request) {
        List<Path> files = request.paths("join");
        List<String> keys = request.texts("on");
        if (files.isEmpty() != keys.isEmpty() || keys.size() > 1 && keys.size() != files.size()) {
            throw refused("Tables are joined by a key: there are " + files.size() + " to join and " + keys.size() + " keys.",
                    "Give --on once for all, or once for each --join.");
        }
        NamedSettings gathered = gathered(request);
        List<TableJoin> joins = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            String[] key = keys.get(keys.size() == 1 ? 0 : i).split("=", 2);
            joins.add(new TableJoin(files.get(i), key[0], key[key.length - 1], gathered, request.flag("only-matched")));
        }
        return joins;
    }

    private static NamedSettings gathered(ImportRequest request) {
        return new NamedSettings("gather", request.texts("gather").stream().map(name -> new NamedSetting(name, "")).toList());
    }

    /** The columns of joined tables whose values are gathered. */
    NamedSettings gathered() {
        return gathered(request);
    }

    private static Optional<ImageMatch> images(ImportRequest request) {
        List<Path> folders = request.paths("images");
        if (folders.isEmpty()) {
            return Optional.empty();
        }
        String column = request.text("image-key").orElseThrow(() -> refused("The rows don't say which image is theirs.",
                "Name the column that does with --image-key."));
        return Optional.of(new ImageMatch(folders.get(folders.size() - 1), column, request.pattern("image-pattern"),
                request.flag("only-matched")));
    }

    /** With the part that a split names as its column. */
    private static ColumnSettings columns(ImportRequest request) {
        ColumnSettings said = ColumnSettings.of(request);
        return new SplitColumn(request).column().map(said::dividedBy).orElse(said);
    }

    /** Whether the split names the column that holds the subsets. */
    boolean dividedByColumn() {
        return new SplitColumn(request).column().isPresent();
    }

    /** Refuses what else was said of the subsets where a column has the role to say them. */
    void requireNoOtherParts() {
        boolean list = !request.paths("parts").isEmpty();
        if (!dividedByColumn() && (list || request.text("split").filter(rule -> !rule.equals("given")).isPresent())) {
            throw refused("A column has the role part and says the subsets, and --" + (list ? "parts" : "split")
                    + " says them as well.", "Leave one of them away; with the role none the column is kept and says nothing.");
        }
    }

    private static ReportedException refused(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, remedy);
    }

    List<Path> files() {
        return Stream.of(request.sources(), joins.stream().map(TableJoin::file).toList(),
                images.stream().map(ImageMatch::folder).toList()).flatMap(List::stream).toList();
    }
}
