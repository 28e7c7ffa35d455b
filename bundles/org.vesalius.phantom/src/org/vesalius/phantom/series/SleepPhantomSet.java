// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.split.GroupedSplit;
import org.vesalius.phantom.ChestPhantom;
import org.vesalius.phantom.PhantomSet;

/**
 * A data set of nights, one a patient: the power of an electroencephalogram, and the stage of sleep at each half minute.
 *
 * @param seed other seeds make other patients and subsets
 * @param patients how many
 */
public record SleepPhantomSet(long seed, int patients) implements PhantomSet {
    private static final double[] FRACTIONS = {0.70, 0.15, 0.15};

    /** The data set that comes with Vesalius: examples/sleep-stages/data. */
    public static SleepPhantomSet example() {
        return new SleepPhantomSet(2026, 400);
    }

    @Override
    public Dataset in(Path folder) {
        String number = String.valueOf(seed);
        List<String> stages = Arrays.stream(SleepStage.values()).map(SleepStage::name).toList();
        List<Column> columns = List.of(
                new Column("power", ColumnType.ARRAY, ColumnRole.INPUT, SleepPhantom.ID,
                        Map.of(ChestPhantom.SEED, number, SleepPhantom.SHOW, SleepPhantom.POWER), List.of()),
                new Column("stages", ColumnType.ARRAY, ColumnRole.LABEL, SleepPhantom.ID,
                        Map.of(ChestPhantom.SEED, number, SleepPhantom.SHOW, SleepPhantom.STAGES), stages),
                Column.text("patient", ColumnRole.PATIENT), Column.text("part", ColumnRole.SUBSET));
        return new Dataset(folder, "Sleep phantom", folder, columns, samples());
    }

    private List<Sample> samples() {
        List<String> names = new ArrayList<>();
        for (int patient = 1; patient <= patients; patient++) {
            names.add(String.format(Locale.ROOT, "p%03d", patient));
        }
        Map<String, Subset> subsets = new GroupedSplit(FRACTIONS, seed).split(names, names.stream().map(name -> "").toList());
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < patients; i++) {
            String night = "sleep:patient=" + (i + 1);
            samples.add(new Sample(String.format(Locale.ROOT, "s%04d", i + 1), Map.of("power", night, "stages", night,
                    "patient", names.get(i), "part", subsets.get(names.get(i)).text())));
        }
        return samples;
    }
}
