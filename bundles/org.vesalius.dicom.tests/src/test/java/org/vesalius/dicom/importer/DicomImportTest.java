// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.ImportReport;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.ImportRun;
import org.vesalius.dataset.importer.kind.SourceGlance;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dicom.DicomBytes;
import org.vesalius.dicom.DicomReader;

/** Data sets of folders of DICOM files. */
class DicomImportTest {
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";

    private final ColumnReaders readers = ColumnReaders.standard().with(new DicomReader());

    @TempDir
    Path temp;

    private ImportRequest request(Map<String, List<String>> settings) {
        return new ImportRequest(List.of(temp.resolve("data")), temp.resolve("out"), "data", settings);
    }

    private ImportReport run(Map<String, List<String>> settings) {
        return new ImportRun(new DicomKind(readers).of(request(settings)), temp.resolve("out"), readers).run(Progress.none());
    }

    /** A slice of 8×8 pixels. */
    private void slice(String path, String patient, String series, String z, String photometric) throws IOException {
        Path file = temp.resolve("data").resolve(path);
        Files.createDirectories(file.getParent());
        long[] values = new long[64];
        Arrays.setAll(values, i -> i * 10L);
        Files.write(file, DicomBytes.explicit().text(0x00080060, "CS", "CT").text(0x0008103E, "LO", "thin, \"axial\"")
                .text(0x00100020, "LO", patient).text(0x00101010, "AS", patient.equals("P1") ? "061Y" : "007Y")
                .text(0x00180015, "CS", patient.equals("P1") ? "HEAD" : "CHEST").text(0x00180050, "DS", "2.5")
                .text(0x0020000D, "UI", "1.9." + patient.charAt(1)).text(0x0020000E, "UI", series)
                .text(0x00200032, "DS", "0\\0\\" + z).text(0x00200037, "DS", "1\\0\\0\\0\\1\\0").us(0x00280002, 1)
                .text(0x00280004, "CS", photometric).us(0x00280010, 8).us(0x00280011, 8).text(0x00280030, "DS", "1\\1")
                .us(0x00280100, 16).us(0x00280101, 12).us(0x00280102, 11).us(0x00280103, 0)
                .text(0x00281052, "DS", "-1024").text(0x00281053, "DS", "1").number(0x7FE00010, "OW", 2, values)
                .file(EXPLICIT));
    }

    private void series(String folder, String patient, String series, int... positions) throws IOException {
        for (int z : positions) {
            slice(folder + "/" + series + "_" + z, patient, series, String.valueOf(z), "MONOCHROME2");
        }
    }

    @Test
    void seriesBecomeVolumes() throws IOException {
        series("a", "P1", "1.5.1", 0, 2, 4);
        series("a", "P1", "1.5.2", 0, 2, 4, 6);
        series("b/c", "P2", "1.5.3", 0, 2, 4);
        series("d", "P3", "1.5.4", 0, 2, 6);
        Files.writeString(temp.resolve("data/notes.txt"), "no picture");
        ImportReport report = run(Map.of("header", List.of("PatientAge", "SliceThickness"), "label-from",
                List.of("BodyPartExamined"), "split", List.of("50/50/0")));
        Dataset dataset = new DatasetFiles().load(temp.resolve("out"));
        Column volume = dataset.column("volume").orElseThrow();
        assertThat(volume.type()).isEqualTo(ColumnType.ARRAY);
        assertThat(volume.options()).containsEntry("type", "i16").containsEntry("preprocessing", "zscore; fit size=8,8,8");
        assertThat(dataset.samples()).extracting(sample -> sample.value("volume"))
                .containsExactly("a#1.5.1", "a#1.5.2", "b/c#1.5.3", "d#1.5.4");
        assertThat(dataset.samples()).extracting(sample -> sample.value("patient")).containsExactly("P1", "P1", "P2", "P3");
        assertThat(dataset.samples()).extracting(sample -> sample.value("class"))
                .containsExactly("HEAD", "HEAD", "CHEST", "CHEST");
        assertThat(dataset.column("patient").orElseThrow().role()).isEqualTo(ColumnRole.PATIENT);
        assertThat(dataset.column("SliceThickness").orElseThrow().type()).isEqualTo(ColumnType.NUMBER);
        assertThat(dataset.samples().get(2).value("PatientAge")).isEqualTo("007Y");
        assertThat(report.defects()).singleElement().satisfies(defect -> assertThat(defect.reason()).startsWith("lacks 1 slice"));
        assertThat(report.passedOver()).singleElement()
                .satisfies(passed -> assertThat(passed.reason()).isEqualTo("is no DICOM file"));
        assertThat(Files.readAllLines(temp.resolve("out/patients.csv"))).containsExactly("patient,sex,birth_date,studies,samples",
                "P1,,,1,2", "P2,,,1,1", "P3,,,1,1");
        assertThat(Files.readAllLines(temp.resolve("out/series.csv"))).contains(
                "1.5.2,1.9.1,P1,CT,HEAD,\"thin, \"\"axial\"\"\",4,s0002");
        assertThat(Files.readAllLines(temp.resolve("out/studies.csv"))).hasSize(4).contains("1.9.2,P2,,,1,1");
    }

    @Test
    void aSeriesInTwoFoldersIsTold() throws IOException {
        series("a", "P1", "1.5.1", 0, 2);
        series("b", "P1", "1.5.1", 4, 6);
        series("b", "P1", "1.5.2", 0, 2);
        DatasetPreview preview = ImportRun.preview(new DicomKind(readers).of(request(Map.of())), Progress.none());
        assertThat(preview.samples()).hasValue(3);
        assertThat(preview.remarks()).anyMatch(remark -> remark.startsWith("1 of the series lie in several folders"));
    }

    @Test
    void filesBecomeImages() throws IOException {
        slice("1", "P1", "1.5.1", "0", "MONOCHROME2");
        slice("2", "P2", "1.5.2", "0", "MONOCHROME1");
        ImportReport report = run(Map.of("window", List.of("40,400")));
        Column image = new DatasetFiles().load(temp.resolve("out")).column("image").orElseThrow();
        assertThat(image.type()).isEqualTo(ColumnType.IMAGE);
        assertThat(image.reader()).isEqualTo("dicom");
        assertThat(image.options()).containsEntry("window", "40,400").containsEntry("depth", "16");
        assertThat(report.remarks()).anyMatch(remark -> remark.startsWith("1 image of MONOCHROME1"));
        assertThat(report.defects()).isEmpty();
    }

    /** An image that says how it is shown. */
    private void shown(String name, DicomBytes how) throws IOException {
        byte[] pixels = new byte[64];
        new Random(1).nextBytes(pixels);
        Files.createDirectories(temp.resolve("data"));
        Files.write(temp.resolve("data").resolve(name), DicomBytes.explicit().text(0x00080060, "CS", "DX")
                .text(0x00100020, "LO", name).us(0x00280002, 1).text(0x00280004, "CS", "MONOCHROME2").us(0x00280010, 8)
                .us(0x00280011, 8).us(0x00280100, 8).us(0x00280101, 8).us(0x00280102, 7).us(0x00280103, 0).raw(how.done())
                .bytes(0x7FE00010, "OB", pixels).file(EXPLICIT));
    }

    @Test
    void curvesThatAreNotAppliedAreTold() throws IOException {
        DicomBytes window = DicomBytes.explicit().text(0x00281050, "DS", "32").text(0x00281051, "DS", "64");
        byte[] table = DicomBytes.explicit().us(0x00283002, 2, 0, 8).us(0x00283006, 0, 255).done();
        DicomBytes lut = DicomBytes.explicit().head(0x00283010, "SQ", table.length + 8).item(0xE000, table.length).raw(table);
        shown("sigmoid", DicomBytes.explicit().raw(window.done()).text(0x00281056, "CS", "SIGMOID"));
        shown("table", lut);
        shown("window", window);
        shown("both", DicomBytes.explicit().raw(window.done()).raw(lut.done()));
        assertThat(run(Map.of()).remarks())
                .anyMatch(remark -> remark.startsWith("2 images to be shown by a table or a curve (VOI LUT), which isn't done"));
        assertThat(ImportRun.preview(new DicomKind(readers).of(request(Map.of("window", List.of("32,64")))), Progress.none())
                .remarks()).noneMatch(remark -> remark.contains("curve"));
    }

    @Test
    void thePreviewWritesNothing() throws IOException {
        series("a", "P1", "1.5.1", 0, 2);
        DatasetPreview preview = ImportRun.preview(new DicomKind(readers).of(request(Map.of())), Progress.none());
        assertThat(preview.samples()).hasValue(1);
        assertThat(preview.columns()).extracting(Column::name)
                .containsExactly("volume", "patient", "study", "series", "modality", "part", "defect");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void whatMakesNoSenseIsRefused() throws IOException {
        series("a", "P1", "1.5.1", 0, 2);
        assertThatThrownBy(() -> run(Map.of("header", List.of("Age")))).isInstanceOf(ReportedException.class)
                .hasMessageContaining("'Age' is no element of the DICOM dictionary");
        assertThatThrownBy(() -> run(Map.of("label-from", List.of("BodyPartExamined")))).isInstanceOf(ReportedException.class)
                .hasMessageContaining("one value only");
        assertThatThrownBy(() -> run(Map.of("samples", List.of("slices")))).isInstanceOf(ReportedException.class);
        assertThat(temp.resolve("out")).doesNotExist();
        Files.createDirectories(temp.resolve("none"));
        ImportRequest none = new ImportRequest(List.of(temp.resolve("none")), temp.resolve("out"), "none", Map.of());
        assertThatThrownBy(() -> new ImportRun(new DicomKind(readers).of(none), temp.resolve("out"), readers)
                .run(Progress.none())).isInstanceOf(ReportedException.class).hasMessageContaining("no DICOM files");
    }

    @Test
    void itSuitsFoldersOfDicomFiles() throws IOException {
        Files.createDirectories(temp.resolve("data/x"));
        Files.writeString(temp.resolve("data/x/IM000001"), "");
        DicomKind kind = new DicomKind(readers);
        assertThat(kind.fit(SourceGlance.at(List.of(temp.resolve("data")), Progress.none()))).isEqualTo(ImportKind.Fit.POSSIBLE);
        Files.writeString(temp.resolve("data/x/a.dcm"), "");
        assertThat(kind.fit(SourceGlance.at(List.of(temp.resolve("data")), Progress.none()))).isEqualTo(ImportKind.Fit.LIKELY);
    }
}
