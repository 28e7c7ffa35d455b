// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.random.SeededRandom;
import org.vesalius.dataset.split.GroupedSplit;
import org.vesalius.phantom.PhantomSet;

/**
 * A table of made-up patients, a row each: 60 % to train on, 15 % to validate, 25 % to test, with about equal shares of what is
 * to be told.
 *
 * @param model what patients are like
 * @param seed other seeds make other patients and subsets
 * @param patients how many
 */
public record RecordSet(RecordModel model, long seed, int patients) implements PhantomSet {
    private static final double[] FRACTIONS = {0.60, 0.15, 0.25};
    private static final Column PATIENT = Column.text("patient", ColumnRole.PATIENT);
    private static final Column PART = Column.text("part", ColumnRole.SUBSET);

    @Override
    public Dataset in(Path folder) {
        List<Column> columns = new ArrayList<>(model.columns());
        columns.add(PATIENT);
        columns.add(PART);
        return new Dataset(folder, model.name(), folder, columns, samples());
    }

    private List<Sample> samples() {
        List<String> names = new ArrayList<>();
        List<Map<String, String>> rows = new ArrayList<>();
        for (int patient = 1; patient <= patients; patient++) {
            names.add(String.format(Locale.ROOT, "p%04d", patient));
            rows.add(model.draw(SeededRandom.of(seed, SeededRandom.key(model.name()), patient)));
        }
        Map<String, Subset> subsets = new GroupedSplit(FRACTIONS, seed).split(names, rows.stream().map(model::stratum).toList());
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < patients; i++) {
            Map<String, String> values = new LinkedHashMap<>(rows.get(i));
            values.put(PATIENT.name(), names.get(i));
            values.put(PART.name(), subsets.get(names.get(i)).text());
            samples.add(new Sample(String.format(Locale.ROOT, "s%04d", i + 1), values));
        }
        return samples;
    }
}
