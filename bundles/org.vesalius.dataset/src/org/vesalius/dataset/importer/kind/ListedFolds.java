// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.SampleTable;
import org.vesalius.dataset.split.Folds;

/**
 * A fixed list of the folds of a cross-validation, which becomes a column of the data set.
 *
 * @param file where it was read from
 * @param folds by patients, samples, or files with or without their folders and the ends of their names
 */
record ListedFolds(Path file, Map<String, String> folds) {
    /** The option of the file. */
    static final ImportOption OPTION = ImportOption.paths("folds", "FILE", "A list of the folds of a cross-validation, made beforehand: a "
            + "text with a column of patients, files or sample ids and one called fold. It becomes the column 'fold'. Without --split there is no test part then, "
            + "for what is in the test part is in no fold.");

    private static final String NAME = "fold";
    private static final String WHAT = "folds";
    private static final String REMEDY = "A line of the list holds a patient, a file or a sample's id, a comma, and the fold. Of more"
            + " columns, one has the heading fold and one patient, file, image, id or sample.";
    private static final Pattern HEADING = Pattern.compile("(?i)(cv[_ ]?)?folds?([_ ]?(id|no|nr|number|name))?");

    /** The list that was given for {@link #OPTION}, if any. */
    static Optional<ListedFolds> of(ImportRequest request) {
        List<Path> files = request.paths(OPTION.name());
        return files.isEmpty() ? Optional.empty() : Optional.of(read(files.get(files.size() - 1)));
    }

    /**
     * Reads a list. The column of folds is the one that is called so; without headings, the second of two.
     *
     * @throws ReportedException if it can't be read, or puts something into two folds
     */
    static ListedFolds read(Path file) {
        ListRows list = ListRows.read(file, WHAT, REMEDY);
        boolean headed = list.width() > 0 && column(list).isPresent();
        if (!headed && list.width() != 2) {
            throw list.refused("No column of the list is called fold.");
        }
        int place = column(list).orElse(1);
        int keys = headed ? list.keys(place) : 0;
        Map<String, String> folds = new HashMap<>();
        for (CSVRecord row : list.rows().subList(headed ? 1 : 0, list.rows().size())) {
            String key = ListRows.text(row, keys);
            String fold = ListRows.text(row, place);
            String before = key.isEmpty() || fold.isEmpty() ? fold : folds.put(key, fold);
            if (before != null && !before.equals(fold)) {
                throw list.refused("The list puts one patient or file into two folds, " + before + " and " + fold + ".");
            }
        }
        return new ListedFolds(file, folds);
    }

    private static Optional<Integer> column(ListRows list) {
        CSVRecord first = list.rows().get(0);
        return IntStream.range(0, list.width()).boxed().filter(i -> HEADING.matcher(ListRows.text(first, i)).matches()).findFirst();
    }

    /**
     * A data set with the column of folds.
     *
     * @param remarks is told of samples that aren't in the list
     * @throws ReportedException if there are folds already, none of the samples is in the list, or the folds are none, such as if
     *         they divide a patient
     */
    Dataset addedTo(Dataset dataset, List<String> remarks) {
        List<String> keys = keys(dataset);
        long missing = keys.stream().filter(Objects::isNull).count();
        if (missing == keys.size()) {
            throw refused("None of the " + folds.size() + " patients or files in the list of folds is there.",
                    "List patients as the import finds them, files by their names, or the ids of samples as --preview shows them.");
        }
        if (missing > 0) {
            remarks.add(English.quantity(missing, "sample") + " of " + keys.size() + (missing == 1 ? " isn't" : " aren't")
                    + " in the list of folds, and in no fold");
        }
        Dataset folded = with(dataset, keys);
        Folds.of(folded, "");
        return folded;
    }

    /** The beginning of a data set with the column of folds, as far as the list tells. */
    Dataset shownIn(Dataset beginning) {
        return with(beginning, keys(beginning));
    }

    private List<String> keys(Dataset dataset) {
        return new KeyedList<>(folds, WHAT).keys(dataset);
    }

    private Dataset with(Dataset dataset, List<String> keys) {
        if (dataset.first(ColumnRole.FOLD).isPresent() || dataset.column(NAME).isPresent()) {
            throw refused("The data set has a column of folds already.",
                    "Leave the list away, or give that column another role with --role COLUMN=none and another name.");
        }
        List<Column> columns = new ArrayList<>(dataset.columns());
        columns.add(Column.text(NAME, ColumnRole.FOLD));
        SampleTable.Builder table = new SampleTable.Builder(columns.stream().map(Column::name).toList());
        for (int i = 0; i < keys.size(); i++) {
            Sample sample = dataset.samples().get(i);
            List<String> values = new ArrayList<>(dataset.columns().stream().map(sample::value).toList());
            values.add(keys.get(i) == null ? "" : folds.get(keys.get(i)));
            table.add(sample.id(), values);
        }
        return new Dataset(dataset.folder(), dataset.name(), dataset.root(), columns, table.build());
    }

    private ReportedException refused(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, file, remedy);
    }

    /** Without the keys, which may tell who patients are. */
    @Override
    public String toString() {
        return "ListedFolds[" + folds.size() + "]";
    }
}
