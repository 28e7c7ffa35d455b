// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.random.SeededRandom;
import org.vesalius.dataset.split.GroupedSplit;
import org.vesalius.phantom.ChestPhantom;
import org.vesalius.phantom.PhantomSet;

/**
 * A data set of series with a category each, one a patient: 60 % to train on, 15 % to validate, 25 % to test.
 *
 * @param kind what the series show
 * @param seed other seeds make other patients and subsets
 * @param patients how many
 */
public record SeriesSet(Kind kind, long seed, int patients) implements PhantomSet {
    private static final double[] FRACTIONS = {0.60, 0.15, 0.25};

    /** What series show. */
    public enum Kind {
        /** Rhythms of the heart. One reference standard in twelve is wrong, which no network can know. */
        ECG("ECG phantom", "ecg", "rhythm") {
            private static final double WRONG = 1 / 12.0;

            @Override
            Column series(String seed) {
                return new Column("ecg", ColumnType.ARRAY, ColumnRole.INPUT, EcgPhantom.ID, Map.of(ChestPhantom.SEED, seed),
                        List.of());
            }

            @Override
            List<String> categories() {
                return List.of(Rhythm.NORMAL.text(), Rhythm.FIBRILLATION.text(), Rhythm.PREMATURE.text());
            }

            @Override
            Case draw(int patient, SeededRandom random) {
                int rhythm = random.nextInt(categories().size());
                int told = random.chance(WRONG) ? (rhythm + 1 + random.nextInt(categories().size() - 1)) % categories().size()
                        : rhythm;
                return new Case("ecg:patient=" + patient + ",rhythm=" + categories().get(rhythm), categories().get(told));
            }
        },
        /** Vital signs of patients of whom three in ten get worse. */
        MONITOR("Monitoring phantom", "vital signs", "worse") {
            private static final double WORSE = 0.3;

            @Override
            Column series(String seed) {
                return new Column("vital signs", ColumnType.ARRAY, ColumnRole.INPUT, MonitorPhantom.ID,
                        Map.of(ChestPhantom.SEED, seed, "step", "3600", "steps", String.valueOf(MonitorPhantom.HOURS), "gaps",
                                "forward mask since"),
                        List.of());
            }

            @Override
            List<String> categories() {
                return List.of("no", "yes");
            }

            @Override
            Case draw(int patient, SeededRandom random) {
                boolean worse = random.chance(WORSE);
                return new Case("monitor:patient=" + patient + ",course=" + (worse ? "worse" : "stable"),
                        categories().get(worse ? 1 : 0));
            }
        };

        private final String title;
        private final String column;
        private final String label;

        Kind(String title, String column, String label) {
            this.title = title;
            this.column = column;
            this.label = label;
        }

        abstract Column series(String seed);

        abstract List<String> categories();

        abstract Case draw(int patient, SeededRandom random);
    }

    /**
     * A series and what it is said to show.
     *
     * @param series for its reader
     * @param category what the reference standard says
     */
    private record Case(String series, String category) {
    }

    @Override
    public Dataset in(Path folder) {
        List<Column> columns = List.of(kind.series(String.valueOf(seed)), Column.label(kind.label, kind.categories()),
                Column.text("patient", ColumnRole.PATIENT), Column.text("part", ColumnRole.SUBSET));
        return new Dataset(folder, kind.title, folder, columns, samples());
    }

    private List<Sample> samples() {
        SeededRandom random = SeededRandom.of(seed, SeededRandom.key(kind.title));
        List<String> names = new ArrayList<>();
        List<Case> cases = new ArrayList<>();
        for (int patient = 1; patient <= patients; patient++) {
            names.add(String.format(Locale.ROOT, "p%03d", patient));
            cases.add(kind.draw(patient, random));
        }
        Map<String, Subset> subsets = new GroupedSplit(FRACTIONS, seed).split(names, cases.stream().map(Case::category).toList());
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < patients; i++) {
            samples.add(new Sample(String.format(Locale.ROOT, "s%04d", i + 1), Map.of(kind.column, cases.get(i).series(),
                    kind.label, cases.get(i).category(), "patient", names.get(i), "part", subsets.get(names.get(i)).text())));
        }
        return samples;
    }
}
