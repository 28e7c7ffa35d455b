// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vesalius.core.ReportedException;

class SampleTableTest {
    private static final List<Column> COLUMNS =
            List.of(Column.text("patient", ColumnRole.PATIENT), Column.text("part", ColumnRole.SUBSET));

    /** More than a block of rows, texts that repeat and texts that don't, of several bytes a letter. */
    @Test
    void holdsWhatItIsGiven() {
        Random random = new Random(1);
        SampleTable.Builder builder = new SampleTable.Builder(List.of("few", "many", "none"));
        List<Sample> plain = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            List<String> values = List.of("text ☃ " + random.nextInt(30), "Größe " + random.nextLong(), "");
            builder.add("s" + i, values);
            plain.add(new Sample("s" + i, Map.of("few", values.get(0), "many", values.get(1), "none", "")));
        }

        SampleTable table = builder.build();

        assertThat(table).isEqualTo(plain);
        assertThat(table.get(39_999).value("absent")).isEmpty();
        assertThat(table.repeated()).isEmpty();
        assertThat(new ArrayList<>(table.get(17).values().keySet())).containsExactly("few", "many", "none");
    }

    @Test
    void theFirstRowWithAnIdOfAnEarlierOneIsFound() {
        SampleTable.Builder builder = new SampleTable.Builder(List.of());
        // "Aa" and "BB" have one hash code
        List.of("s1", "Aa", "BB", "s2", "BB", "s1").forEach(id -> builder.add(id, List.of()));

        SampleTable table = builder.build();

        assertThat(table.repeated()).hasValue(4);
        assertThatThrownBy(() -> new Dataset(Path.of("x"), "x", Path.of("x"), List.of(), table))
                .isInstanceOf(ReportedException.class).hasMessageContaining("two samples named 'BB'");
    }

    @Test
    void leaksAreThoseThatAListOfSamplesHas() {
        assertLeak("Aa/train BB/test Aa/train cc/test cc/test Aa/validation BB/train");
        assertLeak("Aa/train / Aa/ Aa/test");
        assertThat(PatientLeak.find(COLUMNS, table("Aa/train BB/test Aa/train /test /train"))).isEmpty();
    }

    /** Two samples whose patients aren't known need not be of one patient, however that is written. */
    @Test
    void aPatientThatIsMissingIsNobody() {
        List<Column> columns = List.of(COLUMNS.get(0).with(MissingValues.marked(List.of("NA"))), COLUMNS.get(1));
        SampleTable unknown = table("NA/train NA/test Aa/train");
        SampleTable known = table("NA/train NA/test Aa/train Aa/test");

        assertThat(PatientLeak.find(columns, unknown)).isEmpty();
        assertThat(PatientLeak.find(columns, new ArrayList<>(unknown))).isEmpty();
        assertThat(PatientLeak.find(columns, known)).get().extracting(leak -> leak.second().id()).isEqualTo("s3");
        assertThat(PatientLeak.find(COLUMNS, unknown)).as("NA where it is no mark").isPresent();
    }

    private static void assertLeak(String rows) {
        SampleTable table = table(rows);
        PatientLeak found = PatientLeak.find(COLUMNS, table).orElseThrow();
        PatientLeak expected = PatientLeak.find(COLUMNS, new ArrayList<>(table)).orElseThrow();

        assertThat(found.second().id()).isEqualTo(expected.second().id());
        assertThat(found.first().value("patient")).isEqualTo(found.second().value("patient"));
        assertThat(found.secondSubset()).isEqualTo(expected.secondSubset());
        assertThat(found.firstSubset()).isEqualTo(expected.firstSubset());
    }

    private static SampleTable table(String rows) {
        SampleTable.Builder builder = new SampleTable.Builder(List.of("patient", "part"));
        for (String row : rows.split(" ")) {
            builder.add("s" + builder.size(), List.of(row.split("/", -1)));
        }
        return builder.build();
    }
}
