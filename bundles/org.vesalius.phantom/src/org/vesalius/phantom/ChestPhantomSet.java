// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.random.SeededRandom;
import org.vesalius.dataset.split.GroupedSplit;

/**
 * A data set of chest phantoms: two to four views of each patient. Some patients are healthy, some ill, some recover
 * between two views. Subsets are train, validation and test with 70, 15 and 15 % of the views, patient by patient.
 *
 * @param seed other seeds make other patients and subsets
 * @param patients how many
 */
public record ChestPhantomSet(long seed, int patients) implements PhantomSet {
    private static final String SET = "set";
    private static final double HEALTHY = 0.36;
    private static final double ILL = 0.32;
    private static final double[] FRACTIONS = {0.70, 0.15, 0.15};

    /** The data set that comes with Vesalius: examples/chest-phantom/data. */
    public static ChestPhantomSet example() {
        return new ChestPhantomSet(2026, 268);
    }

    @Override
    public Dataset in(Path folder) {
        List<Column> columns = List.of(
                Column.image("image", ChestPhantom.ID, Map.of(ChestPhantom.SEED, String.valueOf(seed))),
                Column.label("class", List.of(Finding.CLEAR.text(), Finding.OPACITY.text())),
                Column.text("patient", ColumnRole.PATIENT),
                new Column("part", ColumnType.TEXT, ColumnRole.SUBSET, "", Map.of(), List.of()));
        return new Dataset(folder, "Chest phantom", folder, columns, samples());
    }

    private List<Sample> samples() {
        List<PhantomCase> cases = cases();
        List<String> names = cases.stream().map(ChestPhantomSet::patientName).toList();
        Map<String, Subset> subsets = new GroupedSplit(FRACTIONS, seed).split(names,
                cases.stream().map(shown -> shown.finding().text()).toList());
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("image", cases.get(i).text());
            values.put("class", cases.get(i).finding().text());
            values.put("patient", names.get(i));
            values.put("part", subsets.get(names.get(i)).text());
            samples.add(new Sample(String.format(Locale.ROOT, "s%04d", i + 1), values));
        }
        return samples;
    }

    private List<PhantomCase> cases() {
        SeededRandom random = SeededRandom.of(seed, SeededRandom.key(SET));
        List<PhantomCase> cases = new ArrayList<>();
        for (int patient = 1; patient <= patients; patient++) {
            int views = 2 + random.nextInt(3);
            int illViews = illViews(random, views);
            for (int view = 1; view <= views; view++) {
                cases.add(new PhantomCase(patient, view, view <= illViews ? Finding.OPACITY : Finding.CLEAR));
            }
        }
        return cases;
    }

    /** The first views of a patient show the opacity: none of them, all, or those before the recovery. */
    private static int illViews(SeededRandom random, int views) {
        double fate = random.nextDouble();
        int untilRecovery = 1 + random.nextInt(views - 1);
        if (fate < HEALTHY) {
            return 0;
        }
        return fate < HEALTHY + ILL ? views : untilRecovery;
    }

    private static String patientName(PhantomCase shown) {
        return String.format(Locale.ROOT, "p%03d", shown.patient());
    }
}
