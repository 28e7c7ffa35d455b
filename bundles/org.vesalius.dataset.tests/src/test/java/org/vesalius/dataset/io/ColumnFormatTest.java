// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.MissingValues;
import org.vesalius.dataset.MissingValues.Treatment;
import org.vesalius.dataset.Sample;

/** Units, roles and missing values in {@code dataset.json}, and what is left as it was. */
class ColumnFormatTest {
    private final DatasetFiles files = new DatasetFiles();

    @TempDir
    private Path folder;

    private Dataset saved(List<Column> columns, Map<String, String> values) {
        Dataset dataset = new Dataset(folder, "x", folder, columns, List.of(new Sample("s1", values)));
        files.save(dataset);
        return dataset;
    }

    @Test
    void unitsRolesAndMissingValuesComeBack() throws IOException {
        MissingValues marked = MissingValues.marked(List.of("?", "-9"));
        Dataset dataset = saved(List.of(Column.number("pressure", ColumnRole.INPUT, "mmHg").with(marked.treated(Treatment.MEDIAN, true)),
                Column.number("glucose", ColumnRole.INPUT, "mg/dl").with(MissingValues.marked(List.of("0")).filled("95", false)),
                Column.category("flu", ColumnRole.LABEL, List.of("negative", "positive")).with(MissingValues.marked(List.of("not tested"))),
                Column.number("weeks", ColumnRole.TIME, "week"), Column.text("arrest", ColumnRole.EVENT),
                Column.text("visit", ColumnRole.STUDY), Column.text("sex", ColumnRole.SUBGROUP),
                Column.text("reader", ColumnRole.RATER)), Map.of("pressure", "-9.0", "glucose", "0", "flu", "not tested"));

        assertThat(files.load(folder).columns()).isEqualTo(dataset.columns());
        assertThat(Files.readString(folder.resolve("dataset.json"))).contains("\"format\": 2", "\"unit\": \"mmHg\"",
                "\"treatment\": \"median\"", "\"indicator\": true", "\"role\": \"study\"");
    }

    /** So that a version before opens it, and the texts of frozen runs stay byte for byte. */
    @Test
    void whatFormatOneCanSayIsWrittenInIt() throws IOException {
        saved(List.of(Column.image("image", "image", Map.of()), Column.label("class", List.of("a", "b")),
                Column.text("part", ColumnRole.SUBSET)), Map.of("image", "1.png", "class", "a", "part", "train"));

        assertThat(Files.readString(folder.resolve("dataset.json"))).contains("\"format\": 1").doesNotContain("missing", "unit");
    }

    @Test
    void aLaterFormatIsRefused() throws IOException {
        saved(List.of(Column.text("note", ColumnRole.NONE)), Map.of("note", "x"));
        Path manifest = folder.resolve("dataset.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"format\": 1", "\"format\": 3"));

        assertThatThrownBy(() -> files.load(folder)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("The format is 3; this version reads format 1 and 2.");
    }

    @Test
    void marksAreComparedAsWhatTheColumnHolds() {
        Column number = Column.number("x", ColumnRole.INPUT, "").with(MissingValues.marked(List.of("-9", "?")));
        Column text = Column.text("x", ColumnRole.INPUT).with(MissingValues.marked(List.of("-9")));

        assertThat(List.of("", "?", "-9", "-9.0", "-9e0")).allMatch(number::isMissing);
        assertThat(List.of("9", "-9.01", "NaN")).noneMatch(number::isMissing);
        assertThat(text.isMissing("-9.0")).isFalse();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> Column.text("x", ColumnRole.INPUT).with(MissingValues.UNDECIDED.treated(Treatment.MEAN, false)))
                .hasMessageContaining("holds no numbers");
        assertThatThrownBy(() -> new MissingValues(List.of(), Treatment.CONSTANT, "", false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Column.label("x", List.of("a")).with(MissingValues.UNDECIDED.treated(Treatment.MODE, true)).type())
                .isEqualTo(ColumnType.CATEGORY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999", "1d", "1f", "0x1p3"})
    void whatIsNoFiniteDecimalIsNoNumber(String value) {
        saved(List.of(Column.number("x", ColumnRole.INPUT, "")), Map.of("x", value));

        assertThatThrownBy(() -> files.load(folder)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("'x' holds something that is no number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1.5", "+2", ".5", "3.", "1E-300", " 7", "1.0E10"})
    void decimalsAreNumbers(String value) {
        Dataset dataset = saved(List.of(Column.number("x", ColumnRole.INPUT, "")), Map.of("x", value));

        assertThat(files.load(folder)).isEqualTo(dataset);
    }

    @Test
    void whatStandsInForMissingValuesFitsTheColumn() {
        Column number = Column.number("age", ColumnRole.INPUT, "year");
        Column label = Column.label("flu", List.of("no", "yes"));
        Column findings = new Column("icd", ColumnType.TEXT, ColumnRole.INPUT, "", Map.of(Column.SEPARATOR, "|"), List.of("a", "b"));

        assertThatThrownBy(() -> number.with(filled("unknown"))).hasMessageContaining("'age' is no number");
        assertThatThrownBy(() -> label.with(filled("maybe"))).hasMessageContaining("'flu' is none of its categories");
        assertThatThrownBy(() -> findings.with(filled("a|c"))).hasMessageContaining("'icd' is none of its categories");
        assertThat(List.of(number.with(filled("-1.5")), label.with(filled("yes")), findings.with(filled("b|a")),
                findings.with(filled("|")), Column.text("note", ColumnRole.NONE).with(filled("unknown")))).hasSize(5);
    }

    private static MissingValues filled(String value) {
        return MissingValues.UNDECIDED.filled(value, false);
    }

    @Test
    void aManifestWithAValueThatDoesNotFitIsRefused() throws IOException {
        saved(List.of(Column.number("age", ColumnRole.INPUT, "").with(filled("50"))), Map.of("age", ""));
        Path manifest = folder.resolve("dataset.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"50\"", "\"unknown\""));

        assertThatThrownBy(() -> files.load(folder)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("the value for missing ones of column 'age' is no number");
    }

    /** The reader of sequences calls its own separator so, and an array is no cell of several categories. */
    @Test
    void separatorsOfReadersAreNoneOfCells() {
        Column sequence = new Column("ecg", ColumnType.ARRAY, ColumnRole.INPUT, "sequence", Map.of("separator", "comma"), List.of());

        assertThat(sequence.separator()).isEmpty();
        assertThat(sequence.option("separator", "")).isEqualTo("comma");
    }
}
