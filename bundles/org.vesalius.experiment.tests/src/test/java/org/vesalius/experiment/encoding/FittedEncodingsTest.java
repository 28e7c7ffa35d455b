// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.MissingValues;
import org.vesalius.dataset.MissingValues.Treatment;
import org.vesalius.dataset.Sample;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.binding.BoundColumn;
import org.vesalius.experiment.fixture.RecordProject;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;

class FittedEncodingsTest {
    @TempDir
    private Path temp;

    private RecordProject project;

    @BeforeEach
    void createProject() throws IOException {
        project = new RecordProject(temp).network(8, 1, ActivationFunction.SIGMOID, Loss.BINARY_CROSS_ENTROPY)
                .bind("record", "age", Encoding.STANDARDISED).bind("record", "pressure", Encoding.STANDARDISED)
                .bind("record", "pain", Encoding.AUTO).bind("record", "smoker", Encoding.ORDERED)
                .bind("finding", "cough", Encoding.AUTO);
    }

    @Test
    void meanDeviationAndStandInsAreThoseOfTheTrainingSamplesAlone() {
        List<FittedColumn> columns = fit().of("record");

        // of 40, 50, 60, 70: 55 and √125; of 120, 140, 130, where "?" is missing: 130 and √(200/3), the median 130
        assertThat(columns.get(0).mean()).isEqualTo(55);
        assertThat(columns.get(0).deviation()).isCloseTo(11.180339887498949, within(1e-12));
        assertThat(columns.get(1).mean()).isEqualTo(130);
        assertThat(columns.get(1).deviation()).isCloseTo(8.164965809277260, within(1e-12));
        assertThat(columns.get(1).fill()).isEqualTo("130.0");
        // no, yes, no: mostly no
        assertThat(columns.get(3).fill()).isEqualTo("no");
    }

    @Test
    void numbersThatAreAllEqualAreNotDividedByARounding() {
        // the mean of three times 0.1 is not quite 0.1
        FittedColumn column = fitted(Column.number("dose", ColumnRole.INPUT, "mg"), Encoding.STANDARDISED, "0.1", "0.1",
                "0.1");

        assertThat(column.deviation()).isEqualTo(1);
        assertThat(code(column, "0.2")).containsExactly(0.1f);
    }

    @Test
    void logarithmsAreStandardised() {
        FittedColumn nodes = fitted(Column.number("nodes", ColumnRole.INPUT, ""), Encoding.LOG_STANDARDISED, "0", "1", "3");

        // ln 1, ln 2, ln 4 are 0, 1 and 2 times ln 2: their deviation is √(2/3) of it; ln 8 is 2 ln 2 above the mean
        assertThat(nodes.mean()).isCloseTo(0.6931471805599453, within(1e-15));
        assertThat(nodes.deviation()).isCloseTo(0.5659523030068885, within(1e-15));
        assertThat(code(nodes, "7")[0]).isCloseTo(2.4494897f, within(1e-6f));
        assertThat(new CellCode(nodes).encode("-0.5", new float[1], 0)).as("below 0").isFalse();
    }

    @Test
    void cellsBecomeNumbers() {
        List<FittedColumn> columns = fit().of("record");

        assertThat(code(columns.get(0), "70")).containsExactly((float) (15 / Math.sqrt(125)));
        assertThat(code(columns.get(1), "120")).containsExactly((float) (-10 / Math.sqrt(200 / 3.0)), 0);
        assertThat(code(columns.get(1), "")).containsExactly(0, 1);
        assertThat(code(columns.get(2), "atypical")).containsExactly(0, 1, 0);
        assertThat(code(columns.get(3), "yes")).containsExactly(1);
        assertThat(code(columns.get(3), "")).containsExactly(0);
        assertThat(new CellCode(columns.get(0)).encode("", new float[1], 0)).as("nothing stands in for it").isFalse();
    }

    @Test
    void categoriesInTheirOrderAreCountedUp() {
        FittedColumn pain = project.bind("finding", "pain", Encoding.ORDERED).loaded().bindings().outputs().stream()
                .map(output -> fit().of("finding").get(1)).findFirst().orElseThrow();

        assertThat(code(pain, "none")).containsExactly(0, 0);
        assertThat(code(pain, "atypical")).containsExactly(1, 0);
        assertThat(code(pain, "typical")).containsExactly(1, 1);
    }

    @Test
    void aCellMayHoldSeveralLabelsOneOrNone() {
        project.bind("finding", "drugs", Encoding.MULTI_LABEL);
        FittedColumn drugs = fit().of("finding").get(1);

        assertThat(code(drugs, "ASS|Heparin")).containsExactly(1, 1);
        assertThat(code(drugs, " Heparin ")).containsExactly(0, 1);
        assertThat(code(drugs, "|")).containsExactly(0, 0);
        assertThat(new CellCode(drugs).encodeTruth("", new float[2], 0)).as("not told").isFalse();
        assertThat(new CellCode(drugs).encodeTruth("Aspirin", new float[2], 0)).as("not listed").isFalse();
    }

    @Test
    void nothingStandsInForATruth() {
        project.bind("finding", "smoker", Encoding.INDEX);

        assertThat(fit().of("finding").get(1).fill()).isEmpty();
        assertThat(new CellCode(fit().of("finding").get(1)).encodeTruth("", new float[1], 0)).isFalse();
    }

    @Test
    void theIntervalsOfHazardsHoldAsManyEventsEach() throws IOException {
        project = new RecordProject(temp).network(3, 2, ActivationFunction.SIGMOID, Loss.DISCRETE_HAZARDS)
                .bind("record", "pain", Encoding.AUTO).bind("finding", "months", Encoding.AUTO)
                .bind("finding", "died", Encoding.AUTO);

        // deaths of training samples: at 8 and 12 months
        assertThat(fit().of("finding").get(0).bounds()).containsExactly(8.0, 12.0);
    }

    @Test
    void intervalsEndAtDifferentTimes() {
        assertThat(EventTimes.bounds(new double[] {1, 2, 3, 4, 5, 6}, 3)).containsExactly(2.0, 4.0, 6.0);
        // thirds of the events are at 5, 5 and 9
        assertThat(EventTimes.bounds(new double[] {5, 5, 5, 5, 5, 5, 8, 9}, 3)).containsExactly(5.0, 8.0, 9.0);
        assertThat(EventTimes.bounds(new double[] {1, 2, 9, 9, 9, 9, 9, 9}, 3)).containsExactly(1.0, 2.0, 9.0);
        assertThat(EventTimes.bounds(new double[0], 3)).isEmpty();
    }

    @Test
    void whatMostCellsOfSeveralLabelsHoldStandsIn() {
        Column drugs = new Column("drugs", ColumnType.TEXT, ColumnRole.INPUT, "", Map.of(Column.SEPARATOR, "|"),
                List.of("ASS", "Heparin", "Insulin")).with(MissingValues.UNDECIDED.treated(Treatment.MODE, false));

        assertThat(fitted(drugs, Encoding.MULTI_LABEL, "ASS|Insulin", "Heparin|Insulin", "Heparin|Insulin", "ASS").fill())
                .isEqualTo("Heparin|Insulin");
    }

    @Test
    void whatIsFittedIsReadBackAsItWasWritten() throws IOException {
        Path file = temp.resolve("encodings.json");
        FittedEncodings written = fit();
        assertThat(FittedFile.encodings(file).read()).isEmpty();
        FittedFile.encodings(file).write(written.layers());

        assertThat(FittedFile.encodings(file).read().map(FittedEncodings::new)).contains(written);
        Files.writeString(file, Files.readString(file).replace("\"format\": 1", "\"format\": 2"));
        assertThatThrownBy(() -> FittedFile.encodings(file).read()).isInstanceOf(ReportedException.class)
                .hasMessageContaining("newer version");
        Files.writeString(file, "{\"format\": 1, \"layers\": {\"record\": [{\"encoding\": \"number\"}]}}");
        assertThatThrownBy(() -> FittedFile.encodings(file).read()).isInstanceOf(ReportedException.class)
                .hasMessageContaining("can't be read");
    }

    private FittedEncodings fit() {
        return FittedEncodings.fit(project.loaded().bindings(), project.loaded().dataset());
    }

    /** A column that feeds an input, fitted to these cells. */
    private FittedColumn fitted(Column column, Encoding encoding, String... cells) {
        List<Sample> samples = IntStream.range(0, cells.length)
                .mapToObj(i -> new Sample("s" + i, Map.of(column.name(), cells[i], "part", "train"))).toList();
        Dataset dataset = new Dataset(temp, "one", temp, List.of(column, Column.text("part", ColumnRole.SUBSET)), samples);
        return new ColumnFit(dataset).input(new BoundColumn(column, encoding, column.separator()));
    }

    private static float[] code(FittedColumn column, String cell) {
        CellCode code = new CellCode(column);
        float[] numbers = new float[code.width()];
        assertThat(code.encode(cell, numbers, 0)).isTrue();
        return numbers;
    }
}
