// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.PatientLeak;
import org.vesalius.dataset.Images;
import org.vesalius.dataset.importer.kind.ImportReport;
import org.vesalius.dataset.importer.kind.SplitRule;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.reader.ColumnReaders;

/** Patients' names are planted in folders, files and columns, and looked for in what is told. */
class PatientTracesTest {
    private static final Optional<Pattern> PATIENT = Optional.of(Pattern.compile("(Mueller\\d+)"));

    @TempDir
    private Path temp;
    private Path images;

    @BeforeEach
    void plant() throws IOException {
        images = temp.resolve("images");
        for (int i = 0; i < 12; i++) {
            String category = i % 2 == 0 ? "train/clear" : "train/opacity";
            image(category + "/Mueller" + i + "/Anna" + i + ".png", i);
        }
        image("test/clear/Mueller90/Anna.png", 90);
        image("test/opacity/Mueller91/Anna.png", 91);
        Files.writeString(images.resolve("train/clear/Mueller0/Anna0.png"), "damaged");
        Files.writeString(images.resolve("train/clear/Mueller0/Anna.docx"), "letter");
    }

    private void image(String path, int number) throws IOException {
        Images.write(Images.grey(12, 10, number), "png", images.resolve(path));
    }

    private ImportReport run(Pattern patient) {
        ImageFolderOptions options = new ImageFolderOptions(images, temp.resolve("out"), "Test", Optional.of(patient),
                SplitRule.parse("folders"), 1);
        return new ImageFolderImport(ColumnReaders.standard(), options).run(Progress.none());
    }

    @Test
    void recordsAndReportsDontShowThem() {
        ImportReport report = run(PATIENT.get());

        assertThat(report.defects()).hasSize(1);
        assertThat(report.passedOver()).hasSize(1);
        assertSilent(report.toString() + report.dataset() + report.dataset().samples() + report.defects()
                + report.passedOver() + report.problems() + report.remarks() + new DatasetFiles().load(
                        temp.resolve("out"))
                + new FolderScan(images, Progress.none()).run().images());
        PatientLeak leak = new PatientLeak(report.dataset().samples().get(0), Subset.TRAIN,
                report.dataset().samples().get(1), Subset.TEST);
        assertSilent(leak.toString());
    }

    @Test
    void errorsOfAnImportDontShowThem() throws IOException {
        assertSilent(failure(() -> run(Pattern.compile("(Schmidt\\d+)"))));
        image("test/clear/Mueller3/Anna.png", 92);
        ReportedException leak = failure(() -> run(PATIENT.get()));
        assertSilent(leak);
        assertThat(leak).hasMessage("The patient pattern finds the same patient in two subsets: image 1 of test, "
                + "clear "
                + "and image 3 of train, opacity, counted in the order of names.");
    }

    @Test
    void errorsOfATableDontShowThem() throws IOException {
        run(PATIENT.get());
        Path table = temp.resolve("out/samples.csv");
        String sound = Files.readString(table);
        List<String> damaged = List.of(sound.replace(",train,", ",Mueller7,"), sound.replace(",clear,", ",Mueller7,"),
                sound.replace(",clear,Mueller2,", ",clear,"), sound.replace(",train/clear/Mueller2/", ",../Mueller2/"),
                sound.replace("s0004,", "s0003,"), sound.replace(",test,", ",train,").replace("Mueller91", "Mueller2")
                        .replaceFirst(",Mueller2,train,", ",Mueller2,test,"),
                sound.replace(",Mueller4,", ",\"Mueller4,"), sound.replace(',', ';'));

        for (String one : damaged) {
            Files.writeString(table, one);
            assertSilent(failure(() -> new DatasetFiles().load(temp.resolve("out"))));
        }
    }

    @Test
    void errorsOfReadersDontShowThem() {
        Column column = Column.image("image", "image", Map.of());
        for (String value : List.of("Mueller77/Anna.png", "../Mueller77/Anna.png", "/Mueller77/Anna.png",
                "train/clear/Mueller0/Anna0.png", "train/clear/Mueller0", "Mueller\0Anna")) {
            Exception e = catchThrowableOfType(() -> ColumnReaders.standard().of(column)
                    .read(images, value, column.options()), IOException.class);
            assertSilent(LoggedFailure.of(e) + " " + e.getMessage() + LoggedFailure.of(e.getCause()));
        }
        assertThat(Column.text("patient", ColumnRole.PATIENT).toString()).contains("patient");
    }

    private static ReportedException failure(ThrowingCallable act) {
        return catchThrowableOfType(act, ReportedException.class);
    }

    private static void assertSilent(ReportedException e) {
        assertSilent(e.report() + LoggedFailure.of(e) + LoggedFailure.of(e.getCause()));
    }

    private static void assertSilent(String told) {
        assertThat(told).doesNotContain("Mueller").doesNotContain("Anna");
    }
}
