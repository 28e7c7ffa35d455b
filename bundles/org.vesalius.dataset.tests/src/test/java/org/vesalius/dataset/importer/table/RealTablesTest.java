// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.TestData;
import org.vesalius.dataset.importer.kind.ImportReport;

/** Imports the real tables, each by one command; the numbers are those of the SOURCE.txt beside them. */
class RealTablesTest {
    @TempDir
    private Path folder;
    private TableRuns tables;

    @BeforeEach
    void make() {
        tables = new TableRuns(folder);
    }

    private static Map<String, Long> counts(Dataset dataset, String column) {
        return dataset.samples().stream().collect(Collectors.groupingBy(sample -> sample.value(column), TreeMap::new,
                Collectors.counting()));
    }

    private static long missing(Dataset dataset, String column) {
        Column found = dataset.column(column).orElseThrow();
        return dataset.samples().stream().filter(sample -> sample.lacks(found)).count();
    }

    @Test
    void pimaWithoutHeadingsAndWithZerosThatMeanMissing() {
        Dataset dataset = tables.run(TestData.folder("tabular").resolve("pima-indians-diabetes.csv"), "--label", "column 9",
                "--missing", "column 2=0").dataset();

        assertThat(counts(dataset, "column 9")).containsExactly(Map.entry("0", 500L), Map.entry("1", 268L));
        assertThat(missing(dataset, "column 2")).isEqualTo(5);
        assertThat(missing(dataset, "column 5")).isZero();
    }

    @Test
    void fourHospitalsAsOneSet() {
        Path heart = TestData.folder("tabular").resolve("heart-4-sites");
        List<Path> files = List.of("hungarian", "cleveland", "switzerland", "va").stream()
                .map(site -> heart.resolve("processed." + site + ".data")).toList();

        Dataset dataset = tables.run(files, "--unite", "places", "--file-column", "hospital", "--role", "hospital=site",
                "--type", "hospital=category", "--label", "target").dataset();

        assertThat(counts(dataset, "hospital")).containsExactly(Map.entry("processed.cleveland", 303L),
                Map.entry("processed.hungarian", 294L), Map.entry("processed.switzerland", 123L), Map.entry("processed.va", 200L));
        assertThat(dataset.samples().stream().filter(sample -> sample.value("hospital").equals("processed.cleveland"))
                .collect(Collectors.groupingBy(sample -> sample.value("target"), Collectors.counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of("0", 164L, "1", 55L, "2", 36L, "3", 35L, "4", 13L));
        assertThat(dataset.columns().stream().filter(column -> column.role() == ColumnRole.INPUT))
                .hasSize(13).allMatch(column -> column.type() == ColumnType.NUMBER);
        assertThat(dataset.samples().stream().filter(sample -> dataset.columns().stream().anyMatch(sample::lacks)).count())
                .isEqualTo(6 + 293 + 123 + 199);
    }

    @Test
    void survivalTablesOfBothSources() {
        Path data = TestData.folder("survival");

        assertThat(tables.preview(data.resolve("lifelines/rossi.csv")).samples()).hasValue(432);
        assertThat(tables.preview(data.resolve("lifelines/multicenter_aids_cohort.tsv")).remarks())
                .contains("Read as text in UTF-8, separated by tabs, headings in the first row");
        assertThat(tables.preview(data.resolve("r-survival/gbsg.csv")).samples()).hasValue(686);
        Dataset rotterdam = tables.run(data.resolve("r-survival/rotterdam.csv"), "--role", "rtime=time", "--role", "recur=event",
                "--unit", "rtime=day", "--split", "100/0/0").dataset();
        assertThat(rotterdam.samples()).hasSize(2982);
        assertThat(rotterdam.column("size").orElseThrow().categories()).containsExactly("20-50", "<=20", ">50");
        assertThat(rotterdam.column("pid").orElseThrow().role()).isEqualTo(ColumnRole.NONE);
        assertThat(rotterdam.samples().stream().filter(sample -> sample.value("death").equals("1")
                && sample.value("recur").equals("0")).count()).isEqualTo(195);
    }

    @Test
    void notTestedForFluIsNotNegative() {
        Dataset dataset = tables.run(TestData.folder("symptoms-flu").resolve("influenza.csv"), "--label", "RapidFluA",
                "--leave-out", "DxName*", "--leave-out", "TransScore*", "--leave-out", "ImpactScore*").dataset();

        assertThat(dataset.samples()).hasSize(735);
        assertThat(missing(dataset, "RapidFluA")).isEqualTo(407);
        assertThat(counts(dataset, "RapidFluA")).containsEntry("Positive for Influenza A", 169L);
        assertThat(dataset.column("RapidFluA").orElseThrow().categories())
                .containsExactly("Presumptive Negative For Influenza A", "Positive for Influenza A");
        assertThat(dataset.columns()).extracting(Column::name).noneMatch(name -> name.startsWith("DxName"));
    }

    @Test
    void drugsOfAdmissionsAreGatheredFromTwoTables() {
        Path data = TestData.folder("drugs-mimic3-demo");

        ImportReport report = tables.run(data.resolve("ADMISSIONS.csv"), "--patient", "subject_id", "--join",
                data.resolve("PRESCRIPTIONS.csv").toString(), "--join", data.resolve("DIAGNOSES_ICD.csv").toString(), "--on",
                "hadm_id", "--gather", "drug", "--gather", "icd9_code", "--where", "drug_type=MAIN", "--label", "drug",
                "--at-least", "drug=20", "--only-matched");

        Dataset dataset = report.dataset();
        assertThat(dataset.samples()).hasSize(122);
        assertThat(dataset.samples().stream().map(sample -> sample.value("subject_id")).distinct()).hasSize(94);
        assertThat(dataset.column("drug").orElseThrow().categories()).hasSize(46);
        assertThat(dataset.column("icd9_code").orElseThrow().categories()).hasSize(564);
        assertThat(dataset.samples().stream().filter(sample -> List.of(sample.value("drug").split("\\|")).contains("Insulin")))
                .hasSize(88);
        assertThat(report.remarks()).anyMatch(remark -> remark.startsWith("PRESCRIPTIONS.csv: 122 rows of 129 found a partner"));
    }

    @Test
    void twoRowsOfOneKeyAreTold() {
        Path data = TestData.folder("drugs-mimic3-demo");

        assertThatThrownBy(() -> tables.run(data.resolve("ADMISSIONS.csv"), "--join",
                data.resolve("DIAGNOSES_ICD.csv").toString(), "--on", "hadm_id")).hasMessageMatching(
                        "Two rows have the same 'hadm_id': line \\d+ and line \\d+\\.");
        assertThatThrownBy(() -> tables.run(data.resolve("ADMISSIONS.csv"), "--join", data.resolve("PATIENTS.csv").toString(),
                "--on", "hadm_id=row_id")).hasMessageContaining("no value in common");
    }

    @Test
    void yearsOfTwoDigitsAreAskedFor() {
        Path data = TestData.folder("drugs-mimic3-demo").resolve("dates-damaged-by-spreadsheet/PATIENTS.csv");

        assertThat(tables.preview(data).remarks())
                .contains("'DOB' has dates with years of two digits, which don't tell the century; it is kept as text");
    }

    @Test
    void skinRecordsFindTheirImages() {
        Path data = TestData.folder("skin-pad-ufes");

        ImportReport report = tables.run(data.resolve("metadata-all-2298.csv"), "--patient", "patient_id", "--label",
                "diagnostic", "--images", data.resolve("images").toString(), "--image-key", "img_id", "--only-matched");

        Dataset dataset = report.dataset();
        assertThat(counts(dataset, "diagnostic")).containsExactlyInAnyOrderEntriesOf(Map.of("BCC", 44L, "ACK", 38L, "NEV", 13L,
                "SCC", 10L, "MEL", 3L, "SEK", 13L));
        assertThat(dataset.root()).isEqualTo(data.resolve("images"));
        assertThat(dataset.samples()).allMatch(sample -> sample.value("image")
                .equals(sample.value("img_id").replace(".png", ".jpg")));
        assertThat(report.remarks()).contains("121 rows of 2298 found an image by 'img_id'; 2177 left out without one");
    }

    @Test
    void ratingsInCarriageReturnsBehindAByteOrderMark() {
        assertThat(tables.preview(TestData.folder("skin-pad-ufes").resolve("two-readers.csv")).columns()).extracting(Column::name)
                .startsWith("Image_id", "Annotator ID 1", "Annotator ID 2", "Colors 1");
    }
}
