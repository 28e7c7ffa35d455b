// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.check.standard.ContentCheck.Seen;
import org.vesalius.dataset.fingerprint.KeptFingerprints;
import org.vesalius.dataset.prepare.Steps;
import org.vesalius.dataset.reader.ColumnReaders;

class ValueChecksTest {
    private static final Path FOLDER = Path.of("made", "up");

    @ParameterizedTest
    @CsvSource({"age, years, 0 47 122, -3 300", "Patient_Age, '', 90, 131", "temperature, °C, 36.6 41, 300 98.6",
        "BodyTemp, degF, 98.6, 36.6",
        "image, years, -1, ''", "stage, '', 300, ''", "SpO2, %, 0 100, 101 -1", "heart rate, bpm, 0 240, -1 999",
        "glucose, mg/dL, 0 600, -0.1", "systolic bp, mmHg, 120, 0 1200", "change, mmHg, -5, ''"})
    void numbersThatNoLivingHumanHas(String name, String unit, String possible, String impossible) {
        Column column = Column.number(name, ColumnRole.INPUT, unit);

        assertThat(samples(impossible(column, (possible + " " + impossible).strip().split(" "))))
                .hasSize(impossible.isEmpty() ? 0 : impossible.split(" ").length);
        assertThat(impossible(column, possible.split(" "))).isEmpty();
    }

    @Test
    void aColumnSaysWhatIsPossible() {
        Column column = Column.number("dose", ColumnRole.NONE, "mg").with(Map.of("least", "0.5", "greatest", "4"));

        List<Problem> found = impossible(column, "0.4", "0.5", "4", "4.1", "");
        assertThat(samples(found)).containsExactly("s0", "s3");
        assertThat(found.get(0).message())
                .isEqualTo("2 values of 'dose' can't be: they are outside 0.5 to 4.0 mg; the first is that of s0.");
        assertThat(impossible(Column.number("age", ColumnRole.INPUT, "days").with(Map.of("greatest", "28")), "27", "-1")).isEmpty();
    }

    @Test
    void scalesThatDifferByOrdersOfMagnitude() {
        List<Seen> seen = List.of(seen("a", "f32", 0, 113, 1), seen("b", "f32", 0, 1704295, 1), seen("c", "u8", 0, 200, 1));

        assertThat(new ScaleCheck().check(column(""), seen)).singleElement().satisfies(problem -> {
            assertThat(problem.checkId()).isEqualTo("dataset.scale");
            assertThat(problem.samples()).containsExactly("a", "b");
        });
        assertThat(new ScaleCheck().check(column("zscore"), seen)).isEmpty();
        assertThat(new ScaleCheck().check(column("zscore per=training"), seen)).hasSize(1);
        assertThat(new ScaleCheck().check(column(""), List.of(seen("a", "i16", 0, 100, 1), seen("b", "i16", 0, 9999, 1)))).isEmpty();
    }

    @Test
    void spacingThatIsMixed() {
        List<Seen> seen = List.of(seen("a", "i16", 0, 1, 0.7), seen("b", "i16", 0, 1, 0.9));

        assertThat(new MixedCheck().check(column("zscore"), seen)).extracting(Problem::checkId).containsExactly("dataset.mixed-spacing");
        assertThat(new MixedCheck().check(column("resample spacing=1; zscore"), seen)).isEmpty();
        assertThat(new MixedCheck().check(column(""), List.of(seen("a", "i16", 0, 1, 0.70), seen("b", "i16", 0, 1, 0.75)))).isEmpty();
    }

    private static Column column(String steps) {
        return new Column("scan", ColumnType.ARRAY, ColumnRole.INPUT, "nifti", Map.of(Steps.OPTION, steps), List.of());
    }

    private static Seen seen(String id, String type, double least, double greatest, double spacing) {
        return new Seen(id, new StoredContent("", type, List.of(9, 9, 9), 1, List.of(3.0, spacing, spacing), false, least, greatest,
                Optional.empty()));
    }

    private static List<Problem> impossible(Column column, String... values) {
        List<Sample> samples = new ArrayList<>();
        Stream.of(values).forEach(value -> samples.add(new Sample("s" + samples.size(), Map.of(column.name(), value))));
        return new ImpossibleValueCheck().check(new KeptDataset(new Dataset(FOLDER, "x", FOLDER, List.of(column), samples),
                ColumnReaders.none(), KeptFingerprints.none()), Progress.none());
    }

    private static List<String> samples(List<Problem> problems) {
        return problems.stream().flatMap(problem -> problem.samples().stream()).toList();
    }
}
