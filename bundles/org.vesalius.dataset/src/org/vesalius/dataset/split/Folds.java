// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.split;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.NumberText;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.SampleTable;
import org.vesalius.dataset.Subset;

/**
 * The folds of a data set: a column says for each sample which fold it is in. Each fold is held out of one training, as its
 * test subset, and the others are what that learns from. Any column can say it; one of sites leaves one site out.
 * No patient is in two folds. Samples without a fold are not used, and those of the test part of the data set aren't either.
 *
 * @since 1.0
 */
public final class Folds {
    private static final String PART = "part";
    /** More values than these are no folds that somebody made, unless the column's role says so: they may tell persons. */
    private static final int MOST_FOLDS = 50;
    private static final int MOST_NAMED = 10;

    private final Dataset dataset;
    private final Column column;
    private final List<String> names;

    private Folds(Dataset dataset, Column column) {
        this.dataset = dataset;
        this.column = column;
        names = dataset.samples().stream().filter(sample -> !sample.lacks(column)).map(sample -> sample.value(column))
                .distinct().sorted(order()).toList();
    }

    /**
     * The folds that a column tells.
     *
     * @param columnName its name; empty for the column in the role {@link ColumnRole#FOLD}
     * @throws ReportedException if there is no such column, it tells patients or examinations, fewer than two
     *         folds, or more than 50 without being in the role fold or site, or a patient is in two of them
     */
    public static Folds of(Dataset dataset, String columnName) {
        Optional<Column> found = columnName.isEmpty() ? dataset.first(ColumnRole.FOLD) : dataset.column(columnName);
        Column column = found.filter(one -> !one.type().read() && one.role() != ColumnRole.SUBSET)
                .orElseThrow(() -> refused(dataset, columnName.isEmpty()
                        ? "The data set has no column in the role 'fold'."
                        : "The data set has no column '" + columnName + "' that could tell folds.",
                        "Import the data with a column in the role 'fold', or name another column, such as that of the"
                                + " sites."));
        refusePersons(dataset, column);
        Folds folds = new Folds(dataset, column);
        folds.refuseTooMany();
        folds.refuseTooFew();
        folds.refuseDividedPatients();
        return folds;
    }

    /**
     * What a cross-validation may use of a data set: all but its test part, which stays shut.
     *
     * @param dataset as it lies in its folder, not divided by a fold
     */
    public static Dataset withoutTest(Dataset dataset) {
        if (dataset.samples(Subset.TEST).isEmpty()) {
            return dataset;
        }
        SampleTable.Builder table = new SampleTable.Builder(dataset.columns().stream().map(Column::name).toList());
        dataset.samples().stream().filter(sample -> !dataset.subset(sample).equals(Optional.of(Subset.TEST)))
                .forEach(sample -> table.add(sample.id(), dataset.columns().stream().map(sample::value).toList()));
        return new Dataset(dataset.folder(), dataset.name(), dataset.root(), dataset.columns(), table.build(), dataset.split());
    }

    /** The column that tells them. */
    public Column column() {
        return column;
    }

    /** The names of the folds: numbers in their order, other names by the alphabet. */
    public List<String> names() {
        return names;
    }

    /**
     * The data set with this fold as its test subset, whatever its part column said. Some of the other samples choose among
     * epochs: about the share that is asked for of each category of the first label, patient by patient.
     *
     * @param fold one of {@link #names()}
     * @param validation the share of the other samples that goes to the validation subset, less than 1
     * @param seed other seeds choose other samples for validation
     * @throws ReportedException if there is no such fold, or the share is none
     */
    public Dataset testing(String fold, double validation, long seed) {
        if (!(validation > 0 && validation < 1)) {
            throw refused(dataset, "The share of samples for validation is " + validation + ".",
                    "Give a share between 0 and 1, such as 0.15.");
        }
        if (!names.contains(fold)) {
            throw refused(dataset, "There is no fold '" + fold + "' in column '" + column.name() + "'.",
                    "The folds are: " + named() + ".");
        }
        Map<String, Subset> others = dealt(fold, validation, seed);
        Optional<Column> part = dataset.first(ColumnRole.SUBSET);
        Column target = part.orElseGet(() -> Column.text(freeName(), ColumnRole.SUBSET));
        List<Column> columns = new ArrayList<>(dataset.columns());
        part.ifPresentOrElse(same -> {}, () -> columns.add(target));
        SampleTable.Builder table = new SampleTable.Builder(columns.stream().map(Column::name).toList());
        for (Sample sample : dataset.samples()) {
            String subset = sample.lacks(column) ? "" : (sample.value(column).equals(fold) ? Subset.TEST
                    : others.getOrDefault(group(sample), Subset.TRAIN)).text();
            table.add(sample.id(), columns.stream().map(one -> one.equals(target) ? subset : sample.value(one)).toList());
        }
        return new Dataset(dataset.folder(), dataset.name(), dataset.root(), columns, table.build(), dataset.split());
    }

    private Map<String, Subset> dealt(String fold, double validation, long seed) {
        List<Sample> others = dataset.samples().stream()
                .filter(sample -> !sample.lacks(column) && !sample.value(column).equals(fold)).toList();
        Optional<Column> label = dataset.columns(ColumnRole.LABEL).stream()
                .filter(one -> one.type() == ColumnType.CATEGORY).findFirst();
        return new GroupedSplit(new double[] {1 - validation, validation, 0}, seed).split(
                others.stream().map(this::group).toList(),
                others.stream().map(sample -> label.map(sample::value).orElse("")).toList());
    }

    /** The patient of a sample; who isn't known is somebody else. */
    private String group(Sample sample) {
        return dataset.first(ColumnRole.PATIENT).filter(patient -> !sample.lacks(patient))
                .map(patient -> "patient " + sample.value(patient)).orElse("sample " + sample.id());
    }

    private String freeName() {
        return Stream.iterate(PART, name -> name + "_").filter(name -> dataset.column(name).isEmpty()).findFirst()
                .orElseThrow();
    }

    private Comparator<String> order() {
        boolean numbers = dataset.samples().stream().filter(sample -> !sample.lacks(column))
                .allMatch(sample -> NumberText.isNumber(sample.value(column)));
        return numbers ? Comparator.<String>comparingDouble(Double::parseDouble).thenComparing(Comparator.naturalOrder())
                : Comparator.naturalOrder();
    }

    private String named() {
        int more = names.size() - MOST_NAMED;
        return more > 0 ? String.join(", ", names.subList(0, MOST_NAMED)) + " and " + more + " more" : English.all(names);
    }

    /** Folds are named in messages, run folders and records, which hold no patient data. */
    private static void refusePersons(Dataset dataset, Column column) {
        if (column.role() == ColumnRole.PATIENT || column.role() == ColumnRole.STUDY) {
            throw refused(dataset, "Column '" + column.name() + "' tells " + (column.role() == ColumnRole.PATIENT
                    ? "patients" : "examinations") + ", which are no folds.",
                    "Name a column of folds or sites; several patients make a fold.");
        }
    }

    private void refuseTooMany() {
        boolean meant = column.role() == ColumnRole.FOLD || column.role() == ColumnRole.SITE;
        if (!meant && names.size() > MOST_FOLDS) {
            throw refused(dataset, "Column '" + column.name() + "' has " + names.size() + " different values, too many for folds.",
                    "Name a column of folds or sites, or give this one the role 'fold' or 'site' if it is meant.");
        }
    }

    private void refuseTooFew() {
        if (names.size() < 2) {
            throw refused(dataset, "Column '" + column.name() + "' tells " + (names.isEmpty() ? "no fold." : "one fold only."),
                    "Name a column that divides the samples into two folds or more.");
        }
        Set<Double> numbers = new HashSet<>();
        if (names.stream().allMatch(NumberText::isNumber)
                && !names.stream().allMatch(name -> numbers.add(Double.parseDouble(name)))) {
            throw refused(dataset, "Column '" + column.name() + "' writes one fold in two ways, such as 1 and 1.0.",
                    "Write each fold in one way only.");
        }
    }

    private void refuseDividedPatients() {
        Map<String, Sample> first = new HashMap<>();
        for (Sample sample : dataset.samples()) {
            Sample before = sample.lacks(column) ? sample : first.putIfAbsent(group(sample), sample);
            if (before != null && !before.value(column).equals(sample.value(column))) {
                throw refused(dataset, "The same patient is in two folds: sample " + before.id() + " in "
                        + before.value(column) + " and sample " + sample.id() + " in " + sample.value(column) + ".",
                        "Put all samples of a patient into one fold.");
            }
        }
    }

    private static ReportedException refused(Dataset dataset, String message, String remedy) {
        Path folder = dataset.folder();
        return new ReportedException(ErrorKind.INVALID_INPUT, message, folder, remedy);
    }
}
