// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.importer.kind.DatasetPreview;

/** Workbooks that {@code workbooks.py} wrote, and what hostile hands make of them. */
class XlsxTableTest {
    private static final String SHEET = """
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>""";

    @TempDir
    private Path folder;
    private TableRuns tables;

    @BeforeEach
    void make() {
        tables = new TableRuns(folder);
    }

    private Path patients() throws IOException {
        return resource("patients.xlsx");
    }

    private Path resource(String name) throws IOException {
        try (InputStream in = XlsxTableTest.class.getResourceAsStream(name)) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    @Test
    void sharedTextsDatesSince1904AndFormulasAreRead() throws IOException {
        DatasetPreview preview = tables.preview(resource("shared.xlsx"), "--label", "group");

        assertThat(preview.first()).extracting(sample -> List.copyOf(sample.values().values()).subList(0, 4)).containsExactly(
                List.of("treated", "1905-01-02", "0.125", "0.25"), List.of("control", "1906-01-02", "0.25", "0.5"),
                List.of("treated", "1907-01-02", "0.375", "0.75"));
        assertThat(preview.columns().get(0).categories()).containsExactly("control", "treated");
    }

    @Test
    void cellsAreReadAsTheyMean() throws IOException {
        DatasetPreview preview = tables.preview(patients(), "--sheet", "Patients");

        assertThat(preview.columns()).extracting(Column::name).containsExactly("id", "dose", "since", "seen", "alive", "grade",
                "column 7", "comment", "part");
        assertThat(preview.first()).extracting(XlsxTableTest::texts).containsExactly(
                List.of("p1", "0.1", "1999-02-28", "2024-02-29 13:45:30", "TRUE", "low", "", "Größe ☃"),
                List.of("p2", "0.0000001", "1900-01-01", "", "FALSE", "high", "", ""),
                List.of("p3", "123456789", "1900-03-01", "2024-01-01", "TRUE", "low", "", "two fonts"));
        assertThat(preview.remarks()).contains("Read from the sheet 'Patients', one of 2, headings in the first row");
    }

    private static List<String> texts(Sample sample) {
        return List.of("id", "dose", "since", "seen", "alive", "grade", "column 7", "comment").stream().map(sample::value).toList();
    }

    @Test
    void sheetsAreChosenByNameOrNumber() throws IOException {
        Path file = patients();

        assertThat(tables.preview(file, "--sheet", "2").samples()).hasValue(3);
        assertThatThrownBy(() -> tables.preview(file)).hasMessageContaining("no row below the headings");
        assertThatThrownBy(() -> tables.preview(file, "--sheet", "Ärzte")).isInstanceOf(ReportedException.class)
                .hasMessage("There is no sheet 'Ärzte' in the workbook.");
    }

    @Test
    void whatUnpacksToFarMoreThanItHoldsIsRefused() throws IOException {
        Path bomb = workbook(out -> {
            out.write("<worksheet><sheetData><row><c><v>".getBytes(StandardCharsets.UTF_8));
            byte[] zeros = "0".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 300; i++) {
                out.write(zeros);
            }
        });

        assertRefused(bomb, "unpacks to far more");
        assertRefused(workbook(SHEET.formatted("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>")), "unpacks to far more");
    }

    @Test
    void entitiesAndDamageAreRefused() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>" + SHEET.formatted(
                "<row><c t=\"inlineStr\"><is><t>a&e;</t></is></c></row><row><c><v>1</v></c></row>");

        assertThatThrownBy(() -> tables.preview(workbook(entity))).isInstanceOf(ReportedException.class)
                .hasMessageContaining("damaged");
        assertRefused(workbook("<worksheet><sheetData><row>"), "damaged");
        assertRefused(workbook(SHEET.formatted("")), "no row in the sheet");
        assertRefused(Files.write(folder.resolve("cut.xlsx"), new byte[] {'P', 'K', 3, 4, 9, 9}), "no workbook");
        assertRefused(Files.write(folder.resolve("old.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}),
                "Excel 97");
    }

    /** 30 hours are 1.25 days, and no day of the year 1900. */
    @Test
    void durationsAreNumbersOfDays() throws IOException {
        Path file = workbook(SHEET.formatted("<row><c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"inlineStr\"><is><t>b</t></is></c>"
                + "<c t=\"inlineStr\"><is><t>c</t></is></c></row>"
                + "<row><c s=\"1\"><v>0.5</v></c><c s=\"2\"><v>0.5</v></c><c s=\"3\"><v>61</v></c></row>"
                + "<row><c s=\"1\"><v>1.25</v></c><c s=\"2\"><v>1.25</v></c><c s=\"3\"><v>62</v></c></row>"));

        assertThat(tables.preview(file).first()).extracting(sample -> List.copyOf(sample.values().values()).subList(0, 3))
                .containsExactly(List.of("0.5", "0.5", "1900-03-01"), List.of("1.25", "1.25", "1900-03-02"));
    }

    private void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> tables.run(file)).isInstanceOf(ReportedException.class).hasMessageContaining(message);
        assertThat(tables.out()).doesNotExist();
    }

    private Path workbook(String sheet) throws IOException {
        return workbook(out -> out.write(sheet.getBytes(StandardCharsets.UTF_8)));
    }

    private Path workbook(Content sheet) throws IOException {
        Path file = folder.resolve("made.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            add(zip, "xl/_rels/workbook.xml.rels", out -> out.write("""
                    <Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>"""
                    .getBytes(StandardCharsets.UTF_8)));
            add(zip, "xl/workbook.xml", out -> out.write("""
                    <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
                    <sheet name="S" r:id="r1"/></sheets></workbook>""".getBytes(StandardCharsets.UTF_8)));
            add(zip, "xl/styles.xml", out -> out.write("""
                    <styleSheet><numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts><cellXfs>
                    <xf numFmtId="0"/><xf numFmtId="46"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>"""
                    .getBytes(StandardCharsets.UTF_8)));
            add(zip, "xl/worksheets/sheet1.xml", sheet);
        }
        return file;
    }

    private static void add(ZipOutputStream zip, String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.write(zip);
        zip.closeEntry();
    }

    /** Writes a part of a workbook. */
    @FunctionalInterface
    private interface Content {
        void write(OutputStream out) throws IOException;
    }
}
