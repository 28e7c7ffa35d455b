// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.check.standard.DatasetChecks;
import org.vesalius.dataset.fingerprint.KeptFingerprints;
import org.vesalius.dataset.reader.ColumnReaders;

class LeakChecksTest {
    private static final Path FOLDER = Path.of("made", "up");
    private static final Column LABEL = Column.label("ill", List.of("no", "yes"));

    private final List<Column> columns = new ArrayList<>(List.of(LABEL, Column.text("who", ColumnRole.PATIENT)));
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final Random random = new Random(3);

    /** A sample for each of 200 patients; every other is ill. */
    LeakChecksTest() {
        for (int i = 0; i < 200; i++) {
            rows.add(new LinkedHashMap<>(Map.of("ill", i % 2 == 0 ? "yes" : "no", "who", "p" + i)));
        }
    }

    @Test
    void chanceIsNoLeak() {
        for (int i = 0; i < 30; i++) {
            number("n" + i, ColumnRole.INPUT, row -> random.nextDouble());
            kinds("k" + i, ColumnRole.INPUT, 2 + i, row -> random.nextInt(1000));
            int share = i;
            number("m" + i, ColumnRole.INPUT, row -> random.nextInt(30) < share ? Double.NaN : 1.5 * row);
        }
        kinds("site", ColumnRole.SITE, 9, row -> random.nextInt(9));

        assertThat(check()).isEmpty();
    }

    @Test
    void anInputThatIsMadeOfTheLabel() {
        number("score", ColumnRole.INPUT, row -> row % 2 == 0 ? 5 + random.nextDouble() : random.nextDouble());

        assertThat(check()).singleElement().satisfies(problem -> {
            assertThat(problem.checkId()).isEqualTo("dataset.leak-input");
            assertThat(problem.message()).isEqualTo("The input 'score' tells alone whether 'ill' is 'yes' (area under the ROC curve"
                    + " 1.00, 95 % interval 1.00 to 1.00).");
        });
    }

    /** As of visits: 70 of 100 with the virus have a text that names it, and 20 of the others, so the area is (0.7 + 0.8) / 2. */
    @Test
    void anInputThatNamesTheLabel() {
        column(Column.label("RapidFluA", List.of("Negative for influenza", "Positive for influenza")),
                row -> row % 2 == 0 ? "Positive for influenza" : "Negative for influenza");
        List<String> texts = List.of("Cough, found", "Influenza - virus identified");
        column(Column.category("visit", ColumnRole.INPUT, texts), row -> texts.get(row % 2 == 0 ? row < 140 ? 1 : 0 : row < 40 ? 1 : 0));

        assertThat(check()).singleElement().satisfies(problem -> {
            assertThat(problem.checkId()).isEqualTo("dataset.leak-input");
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.message()).startsWith("The input 'visit' names what is to be told ('influenza'), and tells alone whether"
                    + " 'RapidFluA' is 'Positive for influenza' (area under the ROC curve 0.75,");
        });
    }

    /** Most predictors that are worth anything tell as much. */
    @Test
    void anInputThatTellsAsMuchWithoutAWordOfTheLabel() {
        column(Column.label("RapidFluA", List.of("Negative for influenza", "Positive for influenza")),
                row -> row % 2 == 0 ? "Positive for influenza" : "Negative for influenza");
        List<String> texts = List.of("not found", "Chills, positive and severe");
        column(Column.category("visit", ColumnRole.INPUT, texts), row -> texts.get(row % 2 == 0 ? row < 140 ? 1 : 0 : row < 40 ? 1 : 0));

        assertThat(check()).isEmpty();
    }

    /** That the word is there is chance where it tells nothing. */
    @Test
    void aWordOfTheLabelThatTellsNothing() {
        column(Column.label("RapidFluA", List.of("Negative for influenza", "Positive for influenza")),
                row -> row % 2 == 0 ? "Positive for influenza" : "Negative for influenza");
        List<String> texts = List.of("vaccinated against influenza", "no vaccine");
        column(Column.category("visit", ColumnRole.INPUT, texts), row -> texts.get(row / 2 % 2));

        assertThat(check()).isEmpty();
    }

    @Test
    void anInputThatIsTheLabel() {
        kinds("diagnosis", ColumnRole.INPUT, 2, row -> row);

        assertThat(check()).extracting(Problem::checkId).contains("dataset.target-among-inputs");
        assertThat(check().get(0).severity()).isEqualTo(Severity.ERROR);
    }

    /** Of 100 ill none lacks the value, of 100 others 80 do: the area is (1 + 0.8) / 2. */
    @Test
    void missingnessThatGivesTheLabelAway() {
        number("lab", ColumnRole.INPUT, row -> row % 2 == 1 && row < 160 ? Double.NaN : random.nextDouble());
        number("lab2", ColumnRole.INPUT, row -> row % 2 == 1 && row < 160 ? Double.NaN : random.nextDouble());

        assertThat(check()).singleElement().satisfies(problem -> {
            assertThat(problem.checkId()).isEqualTo("dataset.leak-missing");
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
            assertThat(problem.message()).startsWith("That 'lab' is missing (and 1 column with it) in 80 samples tells alone whether 'ill'"
                    + " is 'yes' (area under the ROC curve 0.90,");
        });
    }

    /** A view is no input, but shows in images: 70 of 100 ill and 40 of 100 others are AP, so the area is (0.7 + 0.6) / 2. */
    @Test
    void aViewThatShowsInImages() {
        kinds("view", ColumnRole.NONE, 2, row -> row % 2 == 0 ? row < 140 ? 1 : 0 : row < 80 ? 1 : 0);
        assertThat(check()).isEmpty();

        column(Column.image("image", "none", Map.of()), row -> "x" + row);
        assertThat(check()).singleElement().satisfies(problem -> {
            assertThat(problem.checkId()).isEqualTo("dataset.leak-column");
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.message()).contains("curve 0.65,");
        });
    }

    /** As when a table of images is imported and all that it holds is taken for an input. */
    @Test
    void aViewThatIsAnInput() {
        kinds("View Position", ColumnRole.INPUT, 2, row -> row % 2 == 0 ? row < 140 ? 1 : 0 : row < 80 ? 1 : 0);
        for (String other : List.of("review", "hospital_expire_flag", "awards", "insight", "lesion_site", "tumor site",
                "tumour_site_code", "anatomical-site", "infection.site")) {
            kinds(other, ColumnRole.INPUT, 2, row -> row % 2 == 0 ? row < 140 ? 1 : 0 : row < 80 ? 1 : 0);
        }

        assertThat(check()).singleElement().satisfies(problem -> {
            assertThat(problem.checkId()).isEqualTo("dataset.leak-input");
            assertThat(problem.message()).startsWith("The input 'View Position' says how or where").contains("curve 0.65,");
        });
    }

    @Test
    void aSiteWhereSamplesWereTakenThatIsAnInput() {
        kinds("study_site_code", ColumnRole.INPUT, 2, row -> row % 2 == 0 ? row < 140 ? 1 : 0 : row < 80 ? 1 : 0);

        assertThat(check()).singleElement().satisfies(problem -> assertThat(problem.message())
                .startsWith("The input 'study_site_code' says how or where"));
    }

    /** 50 sites with 10 ill and 10 others each: in half of the patients those that have more ill ones have fewer in the rest. */
    @Test
    void sitesWithAsManyOfEachTellNothing() {
        List<Integer> order = new ArrayList<>(IntStream.range(0, 1000).boxed().toList());
        Collections.shuffle(order, random);
        rows.clear();
        order.forEach(i -> rows.add(new LinkedHashMap<>(Map.of("ill", i % 2 == 0 ? "yes" : "no", "who", "p" + i))));
        kinds("site", ColumnRole.SITE, 50, row -> order.get(row) / 2);

        assertThat(check()).isEmpty();
    }

    @Test
    void aSiteOfSeveral() {
        kinds("site", ColumnRole.SITE, 4, row -> row % 2 == 0 ? row % 4 / 2 : 2 + row % 4 / 2);

        assertThat(check()).singleElement().satisfies(problem -> {
            assertThat(problem.checkId()).isEqualTo("dataset.leak-site");
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
        });
    }

    /** Names are made alike but for their letters; folders may well be the labels. */
    @Test
    void namesOfFilesAreNotTold() {
        column(Column.image("image", "none", Map.of()), row -> (row % 2 == 0 ? "ill/smith-" : "well/IM-") + (row * 7919L % 1000) + ".png");

        assertThat(check()).singleElement().satisfies(problem -> {
            assertThat(problem.checkId()).isEqualTo("dataset.leak-name");
            assertThat(problem.toString()).doesNotContain("smith", "IM-");
        });
        rows.forEach(row -> row.computeIfPresent("image", (name, path) -> path.replaceAll("smith|IM", "a")));
        assertThat(check()).isEmpty();
    }

    /** Twenty images of each of ten patients are no two hundred: the interval is by patients. */
    @Test
    void fewPatientsProveNothing() {
        rows.forEach(row -> row.put("who", row.get("ill") + rows.indexOf(row) / 40));
        number("score", ColumnRole.INPUT, row -> row % 2);

        assertThat(check()).extracting(Problem::checkId).doesNotContain("dataset.leak-input");
    }

    private interface Made {
        double of(int row);
    }

    private void number(String name, ColumnRole role, Made made) {
        column(Column.number(name, role, ""), row -> {
            double value = made.of(row);
            return Double.isNaN(value) ? "" : Double.toString(value);
        });
    }

    private void kinds(String name, ColumnRole role, int kinds, Made made) {
        List<String> names = IntStream.range(0, kinds).mapToObj(i -> "kind" + i).toList();
        column(Column.category(name, role, names), row -> names.get((int) made.of(row) % kinds));
    }

    private void column(Column column, IntFunction<String> value) {
        columns.add(column);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).put(column.name(), value.apply(i));
        }
    }

    private List<Problem> check() {
        List<Sample> samples = new ArrayList<>();
        rows.forEach(row -> samples.add(new Sample("s" + samples.size(), row)));
        return new DatasetChecks(List.of(new LeakChecks()), ColumnReaders.none(), KeptFingerprints.none())
                .check(new Dataset(FOLDER, "x", FOLDER, columns, samples), Progress.none());
    }
}
