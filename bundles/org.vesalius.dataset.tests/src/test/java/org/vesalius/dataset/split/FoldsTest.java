// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;

class FoldsTest {
    private static final List<Column> COLUMNS = List.of(Column.label("finding", List.of("no", "yes")),
            Column.text("patient", ColumnRole.PATIENT), Column.text("fold", ColumnRole.FOLD),
            Column.text("site", ColumnRole.SITE), Column.text("part", ColumnRole.SUBSET));

    @Test
    void numbersCountAndOtherNamesFollowTheAlphabet() {
        Dataset dataset = dataset(24);

        assertThat(Folds.of(dataset, "").names()).containsExactly("1", "2", "10");
        assertThat(Folds.of(dataset, "site").names()).containsExactly("Bern", "Oslo");
    }

    @Test
    void theFoldTestsWhateverThePartColumnSaid() {
        Dataset divided = Folds.of(dataset(24), "").testing("2", 0.25, 1);

        assertThat(divided.samples(Subset.TEST)).allMatch(sample -> sample.value("fold").equals("2")).hasSize(8);
        assertThat(divided.samples(Subset.TRAIN)).hasSize(12);
        assertThat(divided.samples(Subset.VALIDATION)).hasSize(4).allMatch(sample -> !sample.value("fold").equals("2"));
        // two samples of each category: patients have one of each
        assertThat(divided.samples(Subset.VALIDATION)).extracting(sample -> sample.value("finding"))
                .containsExactlyInAnyOrder("no", "no", "yes", "yes");
        assertThat(divided.columns()).isEqualTo(COLUMNS);
    }

    @Test
    void theTestPartOfTheDataSetIsInNoFold() {
        Dataset dataset = dataset(24);
        List<Sample> samples = dataset.samples().stream().map(sample -> new Sample(sample.id(), Map.of("finding", "no", "patient",
                sample.value("patient"), "fold", sample.value("fold"), "site", "", "part",
                sample.value("patient").equals("p4") ? "test" : sample.value("part")))).toList();
        Dataset locked = new Dataset(dataset.folder(), "d", dataset.root(), COLUMNS, samples);

        Dataset used = Folds.withoutTest(locked);

        assertThat(used.samples()).hasSize(22).noneMatch(sample -> sample.value("patient").equals("p4"));
        assertThat(Folds.withoutTest(dataset)).isSameAs(dataset);
    }

    @Test
    void theSameSeedChoosesTheSameSamplesAndDividingAgainChangesNothing() {
        Dataset once = Folds.of(dataset(60), "").testing("1", 0.2, 7);

        assertThat(once.samples()).isEqualTo(Folds.of(dataset(60), "").testing("1", 0.2, 7).samples());
        assertThat(Folds.of(once, "").testing("1", 0.2, 7).samples()).isEqualTo(once.samples());
        assertThat(Folds.of(dataset(60), "").testing("1", 0.2, 8).samples()).isNotEqualTo(once.samples());
    }

    @Test
    void samplesWithoutAFoldAreNotUsedAndAPartColumnIsAddedWhereThereIsNone() {
        List<Sample> samples = List.of(sample("a", "1", "1"), sample("b", "2", "2"), sample("c", "3", ""), sample("d", "4", "2"));
        Dataset dataset = new Dataset(Path.of("data"), "d", Path.of("data"), COLUMNS.subList(0, 4), samples);

        Dataset divided = Folds.of(dataset, "fold").testing("1", 0.5, 1);

        assertThat(divided.columns().get(4)).isEqualTo(Column.text("part", ColumnRole.SUBSET));
        assertThat(divided.subset(divided.samples().get(2))).isEmpty();
        assertThat(divided.subset(divided.samples().get(0))).contains(Subset.TEST);
    }

    @Test
    void aPatientInTwoFoldsIsRefusedWithoutItsName() {
        List<Sample> samples = List.of(sample("a", "secret", "1"), sample("b", "other", "2"), sample("c", "secret", "2"));
        Dataset dataset = new Dataset(Path.of("data"), "d", Path.of("data"), COLUMNS, samples);

        assertThatThrownBy(() -> Folds.of(dataset, "")).isInstanceOf(ReportedException.class)
                .hasMessage("The same patient is in two folds: sample a in 1 and sample c in 2.");
    }

    @Test
    void whatTellsNoFoldsIsRefused() {
        Dataset dataset = dataset(24);

        refused(() -> Folds.of(dataset, "age"), "The data set has no column 'age' that could tell folds.");
        refused(() -> Folds.of(dataset, "part"), "The data set has no column 'part' that could tell folds.");
        refused(() -> Folds.of(dataset, "").testing("3", 0.2, 1), "There is no fold '3' in column 'fold'.");
        refused(() -> Folds.of(dataset, "").testing("1", 1, 1), "The share of samples for validation is 1.0.");
        refused(() -> Folds.of(new Dataset(Path.of("d"), "d", Path.of("d"), COLUMNS, List.of(sample("a", "1", "1"))), ""),
                "Column 'fold' tells one fold only.");
        refused(() -> Folds.of(new Dataset(Path.of("d"), "d", Path.of("d"), COLUMNS,
                List.of(sample("a", "1", "1"), sample("b", "2", "1.0"))), ""),
                "Column 'fold' writes one fold in two ways, such as 1 and 1.0.");
    }

    /** Folds are named in run folders and messages, where no patient may be told. */
    @Test
    void patientsAndTooManyValuesAreNoFolds() {
        refused(() -> Folds.of(dataset(24), "patient"), "Column 'patient' tells patients, which are no folds.");

        List<Column> columns = List.of(Column.label("finding", List.of("no", "yes")), Column.text("hospital", ColumnRole.SITE),
                Column.text("code", ColumnRole.NONE));
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            samples.add(new Sample("s" + i, Map.of("finding", "no", "hospital", "h" + i, "code", "c" + i)));
        }
        Dataset many = new Dataset(Path.of("d"), "d", Path.of("d"), columns, samples);
        refused(() -> Folds.of(many, "code"), "Column 'code' has 51 different values, too many for folds.");
        assertThat(Folds.of(new Dataset(Path.of("d"), "d", Path.of("d"), columns, samples.subList(1, 51)), "code").names())
                .hasSize(50);
        assertThatThrownBy(() -> Folds.of(many, "hospital").testing("c1", 0.2, 1))
                .isInstanceOfSatisfying(ReportedException.class, e -> assertThat(e.remedy())
                        .isEqualTo("The folds are: h0, h1, h10, h11, h12, h13, h14, h15, h16, h17 and 41 more."));
    }

    private static void refused(Runnable act, String message) {
        assertThatThrownBy(act::run).isInstanceOf(ReportedException.class).hasMessage(message);
    }

    /** Two samples a patient, one of each category; three folds, two sites. */
    private static Dataset dataset(int size) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int patient = i / 2;
            samples.add(new Sample("s" + i, Map.of("finding", i % 2 == 0 ? "no" : "yes", "patient", "p" + patient, "fold",
                    List.of("10", "2", "1").get(patient % 3), "site", patient % 2 == 0 ? "Oslo" : "Bern", "part", "train")));
        }
        return new Dataset(Path.of("data"), "d", Path.of("data"), COLUMNS, samples);
    }

    private static Sample sample(String id, String patient, String fold) {
        return new Sample(id, Map.of("finding", "no", "patient", patient, "fold", fold, "site", "", "part", ""));
    }
}
