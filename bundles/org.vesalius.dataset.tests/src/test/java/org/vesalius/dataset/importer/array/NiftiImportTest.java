// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.vesalius.dataset.prepare.Steps;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.TestData;
import org.vesalius.dataset.importer.kind.ImportReport;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.ImportRun;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.NiftiReader;

class NiftiImportTest {
    @TempDir
    Path temp;

    @Test
    void masksGoWithTheVolumesOfTheirNames() throws IOException {
        volume("images/p1.nii", 3, 1, 2, 3);
        volume("images/p2.nii", 3, 1, 2, 3);
        volume("images/p3.nii", 2, 1, 2);
        volume("images/p4.nii", 3, 1, 2, 3);
        volume("labels/p1.nii", 3, 0, 1, 4);
        volume("labels/p2.nii", 2, 0, 1);
        volume("labels/p3.nii", 2, 0, 1);
        Files.writeString(temp.resolve("data/README"), "no volume");
        ImportReport report = run(Map.of("split", List.of("50/50/0")));
        Dataset dataset = new DatasetFiles().load(temp.resolve("out"));
        Column mask = dataset.column("mask").orElseThrow();
        assertThat(mask.categories()).containsExactly("0", "1", "4");
        assertThat(mask.options()).containsEntry("preprocessing", "fit size=8,8,8").containsEntry("type", "u8");
        assertThat(dataset.column("volume").orElseThrow().options())
                .containsEntry("preprocessing", "zscore; fit size=8,8,8");
        assertThat(dataset.samples()).extracting(sample -> sample.value("patient")).containsExactly("p1", "p2", "p3", "p4");
        assertThat(report.defects()).extracting(defect -> defect.value() + " " + defect.reason()).hasSize(2)
                .anyMatch(text -> text.startsWith("images/p2.nii has a mask that is of another size"))
                .anyMatch(text -> text.equals("images/p4.nii has no mask"));
        assertThat(report.passedOver()).singleElement().satisfies(passed -> assertThat(passed.path()).isEqualTo("README"));
        assertThat(report.remarks()).anyMatch(remark -> remark.contains("1×1×2 to 1×1×3"));
    }

    @Test
    void aVolumeWithoutAMaskIsOneWithNothingMarkedIfThatIsSaid() throws IOException {
        volume("images/p1.nii", 3, 1, 2, 3);
        volume("images/p2.nii", 2, 1, 2);
        volume("labels/p1.nii", 3, 0, 1, 1);

        ImportReport report = run(Map.of("split", List.of("50/50/0"), "unmarked", List.of("")));

        assertThat(report.defects()).isEmpty();
        assertThat(report.remarks()).contains("1 volume has no mask: nothing is marked in it, as --unmarked says");
        Dataset dataset = new DatasetFiles().load(temp.resolve("out"));
        Column mask = dataset.column("mask").orElseThrow();
        String value = dataset.samples().get(1).value(mask);
        NiftiReader reader = new NiftiReader();
        assertThat(reader.read(dataset.root(), value, Map.of()).floats()).containsExactly(0, 0);
        assertThat(reader.describe(dataset.root(), value, Map.of()).shape()).containsExactly(1, 1, 2);
        assertThat(reader.fingerprint(dataset.root(), value, Map.of())).isNotEqualTo(reader.fingerprint(dataset.root(),
                "nothing in images/p1.nii", Map.of()));
        Files.delete(dataset.root().resolve("images/p2.nii"));
        assertThatThrownBy(() -> reader.requirePresent(dataset.root(), value)).hasMessageContaining("is missing");
    }

    /** However deep they lie, nothing is left out silently. */
    @Test
    void foldersThatLieTooDeepAreTold() throws IOException {
        volume("p1.nii", 3, 1, 2, 3);
        volume("d/".repeat(15) + "p2.nii", 3, 1, 2, 3);
        volume("d/".repeat(16) + "p3.nii", 3, 1, 2, 3);

        ImportReport report = run(Map.of("split", List.of("50/50/0")));

        assertThat(report.dataset().samples()).hasSize(2);
        assertThat(report.passedOver()).singleElement().satisfies(passed -> {
            assertThat(passed.path()).isEqualTo("d/".repeat(15) + "d");
            assertThat(passed.reason()).isEqualTo("lies more than 15 folders deep");
        });
    }

    /** Padding marks nothing, whether or not a mask holds 0; FreeSurfer numbers what it marks beyond 255. */
    @Test
    void nothingMarkedIsACategoryOfMasksThatMarkAllPlaces() throws IOException {
        volume("images/p1.nii", 3, 1, 2, 3);
        volume("images/p2.nii", 3, 1, 2, 3);
        volume("labels/p1.nii", 3, 1, 2, 2);
        volume("labels/p2.nii", 3, 2, 2, 2);
        whole("labels/p2.nii", 768, 2, 1035, 16_777_216);

        ImportReport report = run(Map.of("split", List.of("50/50/0")));

        Column mask = report.dataset().column("mask").orElseThrow();
        assertThat(mask.categories()).containsExactly("0", "1", "2", "1035", "16777216");
        assertThat(mask.options()).containsEntry("type", "i32");
        assertThat(report.remarks()).contains("No mask holds the value 0, which means nothing marked: it is a category all the same,"
                + " before 1, 2, 1035, 16777216");
        whole("labels/p2.nii", 768, 2, 1035, 16_777_217);
        whole("labels/p1.nii", 8, 0, 1, 300);
        Dataset other = run(Map.of("split", List.of("50/50/0")), "other").dataset();
        assertThat(other.defects()).singleElement().satisfies(defect -> assertThat(defect.reason()).startsWith("has a mask that holds"));
        assertThat(other.column("mask").orElseThrow().categories()).containsExactly("0", "1", "300");
        assertThat(other.column("mask").orElseThrow().options()).containsEntry("type", "u16");
    }

    /** Writes whole numbers of 32 bits, of the type with this code. */
    private void whole(String name, int code, int... values) throws IOException {
        volume(name, values.length, new int[4 * values.length]);
        Path path = temp.resolve("data").resolve(name);
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN).putShort(70, (short) code);
        for (int i = 0; i < values.length; i++) {
            file.putInt(352 + 4 * i, values[i]);
        }
        Files.write(path, file.array());
    }

    @Test
    void foldersAreCategoriesWhereThereAreNoMasks() throws IOException {
        volume("ill/a.nii", 1, 5);
        volume("well/a.nii", 1, 6);
        volume("well/b.nii", 1, 7);
        Dataset dataset = run(Map.of("split", List.of("100/0/0"), "preprocessing", List.of("none"))).dataset();
        assertThat(dataset.column("class").orElseThrow().categories()).containsExactly("ill", "well");
        assertThat(dataset.column("volume").orElseThrow().options()).doesNotContainKey("preprocessing");
        assertThat(dataset.samples(Subset.TRAIN)).hasSize(3);
    }

    /** Neither sform nor qform: left may be right, which nobody would see in a figure. */
    @Test
    void volumesThatDoNotTellHowTheyLieAreTold() throws IOException {
        volume("images/a.nii", 1, 5);
        volume("images/b.nii", 1, 6);
        volume("labels/a.nii", 1, 0);
        volume("labels/b.nii", 1, 1);
        tellOrientation("images/b.nii");

        assertThat(run(Map.of("split", List.of("100/0/0"), "preprocessing", List.of("none"))).remarks()).contains(
                "1 of 2 volumes don't tell how they lie in the patient: as most tools have it, their first axis is taken to run to"
                        + " the left, and the others to the front and upwards; left and right may be wrong",
                "Of 1 volume and its mask only one tells how it lies in the patient; look whether they fit");
    }

    /** SPM writes NaN around a brain; a mask of places twice as far apart covers eight times the space. */
    @Test
    void whatMayNotFitIsTold() throws IOException {
        volume("images/a.nii", 1, 5);
        volume("labels/a.nii", 1, 1);
        volume("images/b.nii", 1, 0, 0, 0xC0, 0x7F);
        volume("labels/b.nii", 1, 0);
        for (String name : List.of("images/a.nii", "labels/a.nii", "images/b.nii", "labels/b.nii")) {
            tellOrientation(name);
        }
        patched("labels/a.nii", file -> file.putFloat(280, 2).putFloat(300, 2).putFloat(320, 2));
        patched("images/b.nii", file -> file.putShort(70, (short) 16));

        assertThat(run(Map.of("split", List.of("50/50/0"), "preprocessing", List.of("none"))).remarks()).contains(
                "1 volume holds values that are no numbers or infinite, and can't be trained on like this; put numbers there, such as 0",
                "Of 1 volume the mask has as many places, but at other distances (spacing); look whether they fit");
    }

    /** The first mask lies 3 mm further up, the second is stored from right to left and begins where its volume ends. */
    @Test
    void masksThatLieElsewhereAreTold() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            volume("images/" + name + ".nii", 4, 1, 2, 3, 4);
            volume("labels/" + name + ".nii", 4, 0, 1, 0, 1);
            tellOrientation("images/" + name + ".nii");
            tellOrientation("labels/" + name + ".nii");
            patched("images/" + name + ".nii", file -> file.putFloat(292, -20).putFloat(308, 5).putFloat(324, 7));
        }
        patched("labels/a.nii", file -> file.putFloat(292, -20).putFloat(308, 5).putFloat(324, 10));
        patched("labels/b.nii", file -> file.putFloat(280, -1).putFloat(292, -17).putFloat(308, 5).putFloat(324, 7));
        patched("labels/c.nii", file -> file.putFloat(292, -20).putFloat(308, 5).putFloat(324, 7.01f));

        assertThat(run(Map.of("split", List.of("34/33/33"))).remarks()).contains("Of 1 volume the mask has as many places at the same"
                + " distances, but lies elsewhere in the patient (origin); its places are taken for those of the volume all the same: look"
                + " whether they fit");
    }

    private void patched(String name, Consumer<ByteBuffer> change) throws IOException {
        Path path = temp.resolve("data").resolve(name);
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        change.accept(file);
        Files.write(path, file.array());
    }

    /** By an sform that keeps the axes. */
    private void tellOrientation(String name) throws IOException {
        Path path = temp.resolve("data").resolve(name);
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort(254, (short) 1).putFloat(280, 1).putFloat(300, 1).putFloat(320, 1);
        Files.write(path, file.array());
    }

    @Test
    void foldersOfSubsetsAreNoCategoriesButThoseInThemAre() throws IOException {
        volume("train/sick/a.nii", 1, 5);
        volume("train/well/b.nii", 1, 5);
        volume("Test/sick/c.nii", 1, 6);
        volume("Test/well/d.nii", 1, 6);
        Dataset dataset = run(Map.of("preprocessing", List.of("none"))).dataset();
        assertThat(dataset.column("class").orElseThrow().categories()).containsExactly("sick", "well");
        assertThat(dataset.samples(Subset.TEST)).extracting(sample -> sample.value("volume"))
                .containsExactly("Test/sick/c.nii", "Test/well/d.nii");
        assertThat(dataset.samples(Subset.TEST)).extracting(sample -> sample.value("class"))
                .containsExactly("sick", "well");
    }

    @ParameterizedTest
    @CsvSource({"imagesTr/a.nii,imagesTs/b.nii", "train/sick/a.nii,test/sick/b.nii", "train/p1/a.nii,test/p2/b.nii"})
    void foldersOfSubsetsAloneMakeNoLabel(String train, String test) throws IOException {
        volume(train, 1, 5);
        volume(test, 1, 6);
        Dataset dataset = run(Map.of("preprocessing", List.of("none"))).dataset();
        assertThat(dataset.column("class")).isEmpty();
        assertThat(dataset.samples(Subset.TEST)).singleElement()
                .satisfies(sample -> assertThat(sample.value("volume")).isEqualTo(test));
    }

    @Test
    void foldersThatOnlyEndOrBeginLikeSubsetsAreNone() throws IOException {
        for (int i = 0; i < 10; i++) {
            volume("patients/" + i + ".nii", 1, 5);
            volume("valves/v" + i + ".nii", 1, 6);
        }
        Dataset dataset = run(Map.of("preprocessing", List.of("none"), "split", List.of("60/20/20"))).dataset();
        assertThat(dataset.column("class").orElseThrow().categories()).containsExactly("patients", "valves");
        assertThat(new VolumeFolders(List.of("patients/a.nii", "valves/a.nii", "arts/a.nii", "testes/a.nii")).subsets())
                .containsOnly(Optional.empty());
        assertThat(dataset.samples(Subset.TRAIN)).hasSize(12);
    }

    @Test
    void stepsForVolumesAreMadeStepsForMasks() {
        assertThat(Steps.ofMasks(
                "window preset=lung; resample size=8,8,8 aspect=keep fill=-1 method=linear; zscore; fit size=4 fill=2"))
                .isEqualTo("resample size=8,8,8 aspect=keep method=nearest; fit size=4");
    }

    @Test
    void hippocampiAreImportedAsTheyAre() throws IOException {
        Path folder = TestData.folder("mri-hippocampus");
        ImportReport report = new ImportRun(new NiftiKind(ColumnReaders.standard()).of(new ImportRequest(List.of(folder),
                temp.resolve("out"), "hippocampus", Map.of())), temp.resolve("out"), ColumnReaders.standard())
                .run(Progress.none());
        assertThat(report.dataset().samples()).hasSize(110);
        assertThat(report.defects()).isEmpty();
        assertThat(report.dataset().column("mask").orElseThrow().categories()).containsExactly("0", "1", "2");
    }

    @Test
    void whatHoldsNoVolumeIsRefused() throws IOException {
        Files.createDirectories(temp.resolve("data"));
        assertThatThrownBy(() -> run(Map.of())).isInstanceOf(ReportedException.class)
                .hasMessageContaining("no NIfTI volumes");
        Files.writeString(temp.resolve("data/a.nii"), "damaged");
        assertThatThrownBy(() -> run(Map.of())).isInstanceOf(ReportedException.class)
                .hasMessageContaining("None of the 1 volumes").hasMessageNotContaining("a.nii");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    private ImportReport run(Map<String, List<String>> settings) {
        return run(settings, "out");
    }

    private ImportReport run(Map<String, List<String>> settings, String out) {
        return new ImportRun(new NiftiKind(ColumnReaders.standard()).of(new ImportRequest(
                List.of(temp.resolve("data")), temp.resolve(out), "test", settings)), temp.resolve(out),
                ColumnReaders.standard()).run(Progress.none());
    }

    private void volume(String name, int width, int... values) throws IOException {
        ByteBuffer file = ByteBuffer.allocate(352 + values.length).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0, 348).putShort(40, (short) 3).putShort(70, (short) 2).putFloat(108, 352);
        file.putShort(42, (short) width).putShort(44, (short) 1).putShort(46, (short) 1);
        file.put(344, "n+1\0".getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < values.length; i++) {
            file.put(352 + i, (byte) values[i]);
        }
        Path path = temp.resolve("data").resolve(name);
        Files.createDirectories(path.getParent());
        Files.write(path, file.array());
    }
}
