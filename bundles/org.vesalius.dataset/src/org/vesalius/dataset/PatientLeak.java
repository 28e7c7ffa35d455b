// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/**
 * Two samples of one patient in two subsets: a network tested on a patient it has learnt from looks better than it is.
 *
 * @param first the earlier sample
 * @param firstSubset its subset
 * @param second the later sample
 * @param secondSubset its subset, another one
 */
public record PatientLeak(Sample first, Subset firstSubset, Sample second, Subset secondSubset) {

    /** The first leak among these samples; empty where there is none, or no column tells patient or subset. */
    public static Optional<PatientLeak> find(List<Column> columns, List<Sample> samples) {
        Optional<Column> patient = inRole(columns, ColumnRole.PATIENT);
        Optional<Column> subset = inRole(columns, ColumnRole.SUBSET);
        if (patient.isEmpty() || subset.isEmpty()) {
            return Optional.empty();
        }
        if (samples instanceof SampleTable table) {
            return table.leak(patient.get(), subset.get());
        }
        return find(patient.get(), subset.get(), samples);
    }

    private static Optional<PatientLeak> find(Column patientColumn, Column subsetColumn, List<Sample> samples) {
        Map<String, Sample> firstOfPatient = new HashMap<>();
        for (Sample sample : samples) {
            String patient = sample.value(patientColumn);
            Optional<Subset> subset = Subset.of(sample.value(subsetColumn));
            if (patientColumn.isMissing(patient) || subset.isEmpty()) {
                continue;
            }
            Sample earlier = firstOfPatient.putIfAbsent(patient, sample);
            if (earlier != null && !earlier.value(subsetColumn).equals(sample.value(subsetColumn))) {
                Subset earlierSubset = Subset.of(earlier.value(subsetColumn)).orElseThrow();
                return Optional.of(new PatientLeak(earlier, earlierSubset, sample, subset.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Column> inRole(List<Column> columns, ColumnRole role) {
        return columns.stream().filter(column -> column.role() == role).findFirst();
    }

    /**
     * The error to report. It names places instead of the patient.
     *
     * @param where the file or folder it was found in
     * @param firstPlace how the user finds the first sample, such as "line 12"
     * @param secondPlace how the user finds the second
     */
    public ReportedException asException(Path where, String firstPlace, String secondPlace) {
        String message = "The same patient stands in two subsets: " + firstPlace + " (" + firstSubset.text() + ") and "
                + secondPlace + " (" + secondSubset.text() + ").";
        return new ReportedException(ErrorKind.INVALID_INPUT, message, where,
                "Put all samples of a patient into one subset, or import the images again with a patient pattern.");
    }
}

/**
 * The leaks of a table. Rows are gathered by the hash codes of their patients, eight bytes a row, since a map of a
 * million patients would take more than the table.
 *
 * @param patientColumn the column of patients
 * @param subsetColumn the column of subsets
 */
record LeakSearch(Column patientColumn, Column subsetColumn) {

    /** The leak with the earliest second row. */
    Optional<PatientLeak> first(SampleTable table) {
        int patient = table.place(patientColumn.name());
        int subset = table.place(subsetColumn.name());
        return patient < 0 || subset < 0 ? Optional.empty() : first(table, patient, subset);
    }

    private Optional<PatientLeak> first(SampleTable table, int patient, int subset) {
        long[] keys = keys(table, patient, subset);
        Optional<PatientLeak> first = Optional.empty();
        int earliest = Integer.MAX_VALUE;
        for (int start = 0; start < keys.length;) {
            int end = start;
            Map<String, Integer> rows = new HashMap<>();
            for (; end < keys.length && keys[end] >> Integer.SIZE == keys[start] >> Integer.SIZE; end++) {
                int row = (int) keys[end];
                Integer before = rows.putIfAbsent(table.text(patient, row), row);
                if (before != null && row < earliest && !table.text(subset, before).equals(table.text(subset, row))) {
                    earliest = row;
                    first = Optional.of(leak(table, subset, before, row));
                }
            }
            start = end;
        }
        return first;
    }

    private long[] keys(SampleTable table, int patient, int subset) {
        long[] keys = new long[table.size()];
        int count = 0;
        for (int row = 0; row < keys.length; row++) {
            String person = table.text(patient, row);
            if (!patientColumn.isMissing(person) && Subset.of(table.text(subset, row)).isPresent()) {
                keys[count++] = (long) person.hashCode() << Integer.SIZE | row;
            }
        }
        keys = Arrays.copyOf(keys, count);
        Arrays.sort(keys);
        return keys;
    }

    private static PatientLeak leak(SampleTable table, int subset, int before, int row) {
        return new PatientLeak(table.get(before), Subset.of(table.text(subset, before)).orElseThrow(), table.get(row),
                Subset.of(table.text(subset, row)).orElseThrow());
    }
}
