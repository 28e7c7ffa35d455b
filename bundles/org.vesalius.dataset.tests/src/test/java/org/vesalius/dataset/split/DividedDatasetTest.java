// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Split.Rule;
import org.vesalius.dataset.Split;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.io.DatasetFiles;

class DividedDatasetTest {
    @TempDir
    private Path folder;

    private static final List<Column> COLUMNS = List.of(Column.label("finding", List.of("no", "yes")),
            Column.text("patient", ColumnRole.PATIENT), Column.text("site", ColumnRole.SITE), Column.text("taken", ColumnRole.TIME),
            Column.text("study", ColumnRole.STUDY));
    private static final Split PARTS = split(Rule.PARTS, 0.7, 0.15, 0.15, 0, 1, "", "finding", "site");

    /** Forty patients of three samples: every second has the finding, and every fifth is of another site. */
    @Test
    void labelsAndSitesAreSharedAlikeWherePatientsAllowIt() {
        Dataset divided = new DividedDataset(dataset(120), PARTS).divide();

        assertThat(divided.split()).contains(PARTS);
        // 84, 18 and 18 samples are 28, 6 and 6 patients, half of them with the finding, 8 of 40 of Oslo
        assertThat(counts(divided, "finding")).containsExactlyInAnyOrderEntriesOf(Map.of("train no", 42, "train yes", 42,
                "validation no", 9, "validation yes", 9, "test no", 9, "test yes", 9));
        assertThat(counts(divided, "site").get("train Oslo")).isCloseTo(17, within(2));
        assertThat(counts(divided, "site").get("validation Oslo")).isCloseTo(4, within(2));
    }

    @Test
    void theSameRuleAndSeedGiveTheSameWhateverTheOrderOfTheSamples() {
        Dataset dataset = dataset(90);
        List<Sample> shuffled = new ArrayList<>(dataset.samples());
        Collections.shuffle(shuffled, new Random(5));
        Dataset other = new Dataset(dataset.folder(), "d", dataset.root(), COLUMNS, shuffled);

        assertThat(parts(new DividedDataset(other, PARTS).divide())).isEqualTo(parts(new DividedDataset(dataset, PARTS).divide()));
        Split folds = split(Rule.FOLDS, 0.8, 0, 0.2, 4, 2, "", "finding");
        assertThat(values(new DividedDataset(other, folds).divide(), "fold 2"))
                .isEqualTo(values(new DividedDataset(dataset, folds).divide(), "fold 2"));
        assertThat(parts(new DividedDataset(dataset, new Split(Rule.PARTS, 0.7, 0.15, 0.15, 0, 1, "", "", List.of("finding"), 43))
                .divide())).isNotEqualTo(parts(new DividedDataset(dataset, PARTS).divide()));
    }

    @Test
    void foldsAreOfWhatIsNotInTheTestPart() {
        Dataset divided = new DividedDataset(dataset(120), split(Rule.FOLDS, 0.8, 0, 0.2, 4, 3, "", "finding")).divide();

        assertThat(divided.samples(Subset.TEST)).hasSize(24).allMatch(sample -> sample.value("fold").isEmpty());
        assertThat(divided.columns(ColumnRole.FOLD)).extracting(Column::name).containsExactly("fold", "fold 2", "fold 3");
        for (String column : List.of("fold", "fold 2", "fold 3")) {
            Folds folds = Folds.of(Folds.withoutTest(divided), column);
            assertThat(folds.names()).containsExactly("1", "2", "3", "4");
            assertThat(counts(divided, column).keySet()).hasSize(5);
            assertThat(folds.testing("1", 0.2, 1).samples(Subset.TEST)).hasSize(24);
        }
        assertThat(values(divided, "fold")).isNotEqualTo(values(divided, "fold 2"));
    }

    @Test
    void eachSiteIsAFold() {
        List<Sample> samples = dataset(30).samples().stream().map(sample -> with(sample, "site", "s" + sample.value("patient").length()))
                .toList();
        Dataset divided = new DividedDataset(of(samples), split(Rule.LEAVE_OUT, 1, 0, 0, 0, 1, "site")).divide();

        assertThat(Folds.of(divided, "").names()).containsExactly("s2", "s3");
        assertThat(divided.samples(Subset.TEST)).isEmpty();
    }

    /** Ten patients of three days each; a patient is as late as the latest sample. */
    @Test
    void theLatestPatientsTest() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            samples.add(with(with(dataset(30).samples().get(i), "taken", "2020-01-" + (10 + i / 3)), "patient", "p" + i / 3));
        }
        // the first patient came again at the end
        samples.set(0, with(samples.get(0), "taken", "2020-02-01"));
        Dataset divided = new DividedDataset(of(samples), split(Rule.TIME, 0.6, 0.2, 0.2, 0, 1, "taken")).divide();

        assertThat(divided.samples(Subset.TEST)).extracting(sample -> sample.value("patient")).containsOnly("p0", "p9");
        assertThat(divided.samples(Subset.VALIDATION)).extracting(sample -> sample.value("patient")).containsOnly("p7", "p8");
        assertThat(divided.samples(Subset.TRAIN)).hasSize(18);
        refused(of(samples.subList(3, 6)), split(Rule.TIME, 0.6, 0.2, 0.2, 0, 1, "taken"), "too few different times");
        refused(of(List.of(with(samples.get(1), "taken", "soon"))), split(Rule.TIME, 0.6, 0.2, 0.2, 0, 1, "taken"),
                "Sample s1 has no time in column 'taken'");
    }

    /** As seconds the number would be of 1970, and so the oldest. */
    @Test
    void numbersAmongDatesHaveNoOrder() {
        List<Sample> samples = new ArrayList<>(dataset(30).samples());
        samples.set(7, with(samples.get(7), "taken", "2021"));

        refused(of(samples), split(Rule.TIME, 0.6, 0.2, 0.2, 0, 1, "taken"),
                "Column 'taken' mixes dates such as 2012-01-31 with 1 other value: there is no order among the two.");
    }

    /** One study is of two sites. */
    @Test
    void sitesThatDivideWhatStaysTogetherAreRefused() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            samples.add(with(with(with(dataset(12).samples().get(i), "patient", "p" + i), "study", "s" + i / 2), "site",
                    i < 5 ? "Oslo" : "Bern"));
        }
        Split studies = new Split(Rule.LEAVE_OUT, 1, 0, 0, 0, 1, "site", "study", List.of(), 0);

        refused(of(samples), studies, "What column 'study' keeps together has more than one value in column 'site', such as that of"
                + " sample s5.");
        samples.set(5, with(samples.get(5), "site", "Oslo"));
        assertThat(Folds.of(new DividedDataset(of(samples), studies).divide(), "").names()).containsExactly("Bern", "Oslo");
    }

    @Test
    void twoPatientsFillNoThreeParts() {
        refused(dataset(6), split(Rule.PARTS, 0.7, 0.15, 0.15, 0, 1, ""), "There are too few patients or samples for a part of");
        assertThat(new DividedDataset(dataset(9), split(Rule.PARTS, 0.4, 0.3, 0.3, 0, 1, "")).divide().samples(Subset.TEST)).hasSize(3);
    }

    /** Studies join patients, and patients studies. */
    @Test
    void whatHasAnythingInCommonStaysTogether() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            // patients 2 and 3 share a study, as twins would
            samples.add(with(with(dataset(60).samples().get(i), "patient", "p" + i / 2), "study", "s" + i / 4));
        }
        Dataset divided = new DividedDataset(of(samples), new Split(Rule.PARTS, 0.5, 0.25, 0.25, 0, 1, "", "study", List.of(), 1)).divide();

        Map<String, String> first = new TreeMap<>();
        for (Sample sample : divided.samples()) {
            assertThat(first.computeIfAbsent(sample.value("study"), none -> sample.value("part"))).isEqualTo(sample.value("part"));
        }
        assertThat(divided.samples(Subset.TEST)).hasSize(16 - 1 + 1);
    }

    @Test
    void theSplitIsKeptWithTheDataSet() throws IOException {
        Dataset divided = new DividedDataset(dataset(60), split(Rule.FOLDS, 0.8, 0, 0.2, 4, 2, "", "finding")).divide().movedTo(folder);
        new DatasetFiles().save(divided);
        Dataset loaded = new DatasetFiles().load(folder);

        assertThat(loaded.split()).isEqualTo(divided.split()).isPresent();
        assertThat(loaded.columns()).isEqualTo(divided.columns());
        assertThat(Folds.of(loaded, "").testing("2", 0.2, 1).split()).isEqualTo(divided.split());
        Path manifest = folder.resolve("dataset.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"folds\",", "\"dice\","));
        assertThatThrownBy(() -> new DatasetFiles().load(folder)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("'split' is wrong: this version knows no rule 'dice'.");
    }

    @Test
    void countsAreThoseOfEachPart() {
        List<SplitCounts> counts = SplitCounts.of(new DividedDataset(dataset(120), PARTS).divide());

        assertThat(counts).singleElement().satisfies(parts -> {
            assertThat(parts.divided()).isZero();
            assertThat(parts.parts()).extracting(SplitCounts.Part::name).containsExactly("train", "validation", "test");
            assertThat(parts.parts()).extracting(SplitCounts.Part::samples).containsExactly(84, 18, 18);
            assertThat(parts.parts()).extracting(SplitCounts.Part::patients).containsExactly(28, 6, 6);
            assertThat(parts.parts().get(2).values().get("finding")).isEqualTo(Map.of("no", 9, "yes", 9));
        });
    }

    @Test
    void whatCantBeDividedIsRefused() {
        refused(dataset(30), split(Rule.FOLDS, 1, 0, 0, 11, 1, ""), "There are 11 folds asked for, and only 10 patients or samples");
        refused(dataset(30), split(Rule.PARTS, 0.7, 0.15, 0.15, 0, 1, "", "age"), "The data set has no column 'age'");
        refused(dataset(30), split(Rule.LEAVE_OUT, 1, 0, 0, 0, 1, "patient"), "Column 'patient' tells patients");
        List<Sample> many = dataset(330).samples();
        refused(of(many), split(Rule.PARTS, 0.7, 0.15, 0.15, 0, 1, "", "patient"), "Column 'patient' has more than 100 different values");
    }

    private static void refused(Dataset dataset, Split split, String message) {
        assertThatThrownBy(() -> new DividedDataset(dataset, split).divide()).isInstanceOf(ReportedException.class)
                .hasMessageContaining(message);
    }

    private static Map<String, Integer> counts(Dataset dataset, String column) {
        Map<String, Integer> counts = new TreeMap<>();
        dataset.samples().forEach(sample -> counts.merge(sample.value("part") + " " + sample.value(column), 1, Integer::sum));
        return counts;
    }

    private static Map<String, String> parts(Dataset dataset) {
        return values(dataset, "part");
    }

    private static Map<String, String> values(Dataset dataset, String column) {
        Map<String, String> values = new TreeMap<>();
        dataset.samples().forEach(sample -> values.put(sample.id(), sample.value(column)));
        return values;
    }

    private static Split split(Rule rule, double train, double validation, double test, int folds, int repeats, String column,
            String... stratify) {
        return new Split(rule, train, validation, test, folds, repeats, column, "", List.of(stratify), 42);
    }

    /** Three samples a patient; every second patient has the finding, every fifth is from Oslo. */
    private static Dataset dataset(int size) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int patient = i / 3;
            samples.add(new Sample("s" + i, Map.of("finding", patient % 2 == 0 ? "no" : "yes", "patient", "p" + (5 + patient),
                    "site", patient % 5 == 0 ? "Oslo" : "Bern", "taken", "2020-01-01", "study", "")));
        }
        return of(samples);
    }

    private static Dataset of(List<Sample> samples) {
        return new Dataset(Path.of("data"), "d", Path.of("data"), COLUMNS, samples);
    }

    private static Sample with(Sample sample, String column, String value) {
        Map<String, String> values = new TreeMap<>(sample.values());
        values.put(column, value);
        return new Sample(sample.id(), values);
    }
}
