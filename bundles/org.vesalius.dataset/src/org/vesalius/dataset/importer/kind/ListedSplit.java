// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Split.Rule;
import org.vesalius.dataset.Split;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.split.SplitColumns;

/**
 * A fixed list of parts or folds that divides a data set which is there already.
 *
 * @param file the list, as an import takes it
 */
public record ListedSplit(Path file) {

    /**
     * The data set with the parts of the list; folds go.
     *
     * @throws org.vesalius.core.ReportedException if the list can't be read or lacks a sample, or divides a patient
     */
    public Dataset parts(Dataset dataset) {
        List<Subset> subsets = ListedSubsets.read(file).of(dataset);
        return new SplitColumns(dataset).with(split(Rule.LISTED_PARTS), subsets.stream().map(Subset::text).toList(), Map.of());
    }

    /**
     * The data set with the folds of the list and without a test part.
     *
     * @param remarks is told of samples that aren't in the list
     * @throws org.vesalius.core.ReportedException if the list can't be read, or its folds are none
     */
    public Dataset folds(Dataset dataset, List<String> remarks) {
        SplitColumns columns = new SplitColumns(dataset);
        List<String> train = dataset.samples().stream().map(sample -> Subset.TRAIN.text()).toList();
        Dataset folded = ListedFolds.read(file).addedTo(columns.with(split(Rule.LISTED_FOLDS), train, Map.of()), remarks);
        Column fold = folded.first(ColumnRole.FOLD).orElseThrow();
        List<String> folds = folded.samples().stream().map((Sample sample) -> sample.value(fold)).toList();
        return columns.with(split(Rule.LISTED_FOLDS), train, Map.of(fold.name(), folds));
    }

    private static Split split(Rule rule) {
        return new Split(rule, 0, 0, 0, 0, 1, "", "", List.of(), 0);
    }

    /** Without the name of the file, which may tell who somebody is. */
    @Override
    public String toString() {
        return "ListedSplit";
    }
}

/**
 * A fixed list of what comes into which subset. Its keys are patients, or files with or without their folders and the ends
 * of their names.
 *
 * @param subsets by the keys
 * @param others the subset of what isn't listed; empty if all has to be
 */
record ListedSubsets(Map<String, Subset> subsets, Optional<Subset> others) {
    private static final String WHAT = "subsets";
    private static final String REMEDY =
            "A line of the list holds a patient or a file, a comma, and train, validation or test. Of more columns, one has the"
                    + " heading patient, file, image, id or sample.";

    /**
     * The list of a text such as {@code validation=3,11 test=5,7}; what isn't named is to train on.
     *
     * @return empty if it is no such text
     */
    static Optional<ListedSubsets> inline(String text) {
        Map<String, Subset> subsets = new HashMap<>();
        for (String word : text.strip().split("[;\\s]+")) {
            int equals = word.indexOf('=');
            Optional<Subset> subset = equals < 1 ? Optional.empty() : SubsetFolder.of(word.substring(0, equals));
            if (subset.isEmpty()) {
                return Optional.empty();
            }
            for (String key : word.substring(equals + 1).split(",")) {
                put(subsets, key.strip(), subset.get(), Optional.empty());
            }
        }
        return Optional.of(new ListedSubsets(subsets, Optional.of(Subset.TRAIN)));
    }

    /**
     * Reads a list: text in columns, one of which says train, validation or test. The other is the key; of several, the
     * one whose heading says so.
     *
     * @throws ReportedException if it can't be read, or names something in two subsets
     */
    static ListedSubsets read(Path file) {
        ListRows list = ListRows.read(file, WHAT, REMEDY);
        List<CSVRecord> rows = list.rows();
        int place = IntStream.range(0, list.width())
                .filter(i -> rows.stream().skip(1).allMatch(row -> cell(row, i).isPresent())
                        && (rows.size() > 1 || cell(rows.get(0), i).isPresent()))
                .findFirst()
                .orElseThrow(() -> list.refused("No column of the list says train, validation or test in every line."));
        int keys = list.keys(place);
        Map<String, Subset> subsets = new HashMap<>();
        for (CSVRecord row : rows) {
            cell(row, place).ifPresent(subset -> put(subsets, ListRows.text(row, keys), subset, Optional.of(list)));
        }
        return new ListedSubsets(subsets, Optional.empty());
    }

    private static Optional<Subset> cell(CSVRecord row, int place) {
        return SubsetFolder.ofCell(ListRows.text(row, place));
    }

    private static void put(Map<String, Subset> subsets, String key, Subset subset, Optional<ListRows> list) {
        if (key.isEmpty()) {
            return;
        }
        Subset before = subsets.put(key, subset);
        if (before != null && before != subset) {
            String message = "The list puts one patient or file into two subsets, " + before.text() + " and " + subset.text()
                    + ".";
            throw list.map(rows -> rows.refused(message))
                    .orElseGet(() -> new ReportedException(ErrorKind.INVALID_INPUT, message, REMEDY));
        }
    }

    /**
     * The subsets of samples.
     *
     * @param paths of their files, with forward slashes
     * @param patients of each
     * @throws ReportedException if one of the samples isn't listed, or nothing that is listed is there
     */
    List<Subset> of(List<String> paths, List<String> patients) {
        KeyedList<Subset> list = new KeyedList<>(subsets, WHAT);
        return of(list, list.keys(IntStream.range(0, paths.size())
                .mapToObj(i -> KeyedList.Named.file(paths.get(i), patients.get(i))).toList()));
    }

    /**
     * The subsets of the samples of a data set.
     *
     * @throws ReportedException if one of the samples isn't listed, or nothing that is listed is there
     */
    List<Subset> of(Dataset dataset) {
        KeyedList<Subset> list = new KeyedList<>(subsets, WHAT);
        return of(list, list.keys(dataset));
    }

    private List<Subset> of(KeyedList<Subset> list, List<String> keys) {
        long missing = others.isPresent() ? 0 : keys.stream().filter(Objects::isNull).count();
        long strangers = list.strangers(keys);
        boolean unused = strangers == subsets.size();
        if (missing > 0 || unused || others.isPresent() && strangers > 0) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, missing > 0 && !unused
                    ? missing + " of " + keys.size() + " samples are not in the list of subsets."
                    : strangers + " of " + subsets.size() + " patients or files in the list of subsets are not there.",
                    "List patients as --patient finds them, files by their names, or the ids of samples.");
        }
        return keys.stream().map(key -> key == null ? others.orElseThrow() : subsets.get(key)).toList();
    }

    /** Without the keys, which may tell who patients are. */
    @Override
    public String toString() {
        return "ListedSubsets[" + subsets.size() + "]";
    }
}
