// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.TestData;
import org.vesalius.dataset.importer.kind.ImportReport;
import org.vesalius.dataset.importer.kind.PassedOver;

/** Tables of labels beside folders of images, and how they are divided. */
class ImageTablesTest {
    @TempDir
    private Path temp;

    @Test
    void aColumnCalledImageNamesTheImages() throws IOException {
        image("images/a.png", BufferedImage.TYPE_USHORT_GRAY);
        image("images/b.png", BufferedImage.TYPE_USHORT_GRAY);
        image("images/extra.png", BufferedImage.TYPE_BYTE_GRAY);
        Files.write(temp.resolve("images/c.png"), new byte[] {1, 2, 3});
        ImportReport report = run("image,edema\na.png,0\nb,1\nc.png,1\nd.png,0\n", "--images", images(), "--image-key", "image",
                "--label", "edema", "--split", "100/0/0");
        Dataset dataset = report.dataset();
        assertThat(dataset.columns()).extracting(Column::name).containsExactly("edema", "image", "part", "defect");
        assertThat(dataset.samples()).extracting(sample -> sample.value("image")).containsExactly("a.png", "b.png", "c.png", "");
        // 16 bits of which 10 are in use
        assertThat(dataset.column("image").orElseThrow().options()).containsEntry("white", "1023").containsEntry("depth", "16");
        assertThat(report.passedOver()).containsExactly(new PassedOver("extra.png", "is the image of no row"));
        assertThat(report.defects()).singleElement().satisfies(defect -> assertThat(defect.value()).isEqualTo("c.png"));
        assertThat(report.remarks()).contains("3 rows of 4 found an image by 'image'; 1 without one; 1 image of no row",
                "Rows without an image: line 5");
    }

    @Test
    void anImageInAnotherFolderIsAnother() throws IOException {
        image("images/val/1.png", BufferedImage.TYPE_BYTE_GRAY);
        image("images/train/2.png", BufferedImage.TYPE_BYTE_GRAY);
        Dataset dataset = run("image,edema\ntrain/1.png,0\nval/1,1\nall/train/2.png,1\n", "--images", images(), "--image-key",
                "image", "--label", "edema", "--split", "100/0/0").dataset();
        assertThat(dataset.samples()).extracting(sample -> sample.value("image")).containsExactly("", "val/1.png", "train/2.png");
    }

    @Test
    void anotherColumnCalledImageIsNotOverwritten() throws IOException {
        image("images/a.png", BufferedImage.TYPE_BYTE_GRAY);
        Dataset dataset = run("image,name,edema\n3,a.png,0\n", "--images", images(), "--image-key", "name").dataset();
        assertThat(dataset.columns()).extracting(Column::name).contains("image", "image 2");
        assertThat(dataset.samples()).extracting(sample -> sample.value("image 2")).containsExactly("a.png");
    }

    @Test
    void labelsThatAreNotSureAreNotKnown() {
        ImportReport report = run("edema,effusion,grade\n1.0,0.0,1\n-1.0,1.0,-1\n0.0,,0\n,0.0,1\n", "--label", "edema", "--label",
                "effusion", "--label", "grade", "--categories", "grade=-1|0|1", "--split", "100/0/0");
        Column edema = report.dataset().column("edema").orElseThrow();
        assertThat(edema.categories()).containsExactly("0", "1");
        assertThat(report.dataset().samples()).extracting(sample -> sample.lacks(edema)).containsExactly(false, true, false, true);
        assertThat(report.dataset().column("grade").orElseThrow().categories()).containsExactly("-1", "0", "1");
        assertThat(report.remarks()).filteredOn(remark -> remark.contains("-1 beside 0 and 1")).hasSize(1);
    }

    @Test
    void notSureMayBeTakenForYesAndAnEmptyCellForNo() {
        Dataset dataset = run("edema,effusion\n1.0,0.0\n-1.0,1.0\n0.0,\n,-1.0\n", "--label", "edema", "--label", "effusion", "--value",
                "*=-1:1", "--value", "edema=:0", "--split", "100/0/0").dataset();
        assertThat(dataset.samples()).extracting(sample -> sample.value("edema")).containsExactly("1", "1", "0", "0");
        assertThat(dataset.samples()).extracting(sample -> sample.value("effusion")).containsExactly("0", "1", "", "1");
    }

    @Test
    void aColumnDividesTheRowsAsUsuallySpelt() {
        Dataset dataset = run("x,set\n1,Train\n2,TEST SET\n3,val\n4,training\n5,dev\n6,tst\n", "--split", "column=set").dataset();
        assertThat(dataset.samples()).extracting(sample -> dataset.subset(sample).orElseThrow()).containsExactly(Subset.TRAIN,
                Subset.TEST, Subset.VALIDATION, Subset.TRAIN, Subset.VALIDATION, Subset.TEST);
        assertThatThrownBy(() -> run("x,set\n1,Train\n2,other\n", "--split", "column=set")).hasMessageContaining("something else");
        assertThatThrownBy(() -> run("x,set\n1,Train\n", "--split", "column=sets")).hasMessageContaining("sets");
    }

    @Test
    void withoutAValidationPartSomePatientsToTrainOnBecomeIt() {
        StringBuilder text = new StringBuilder("patient,set\n");
        for (int i = 0; i < 40; i++) {
            text.append("p").append(i / 2).append(i < 30 ? ",train\n" : ",test\n");
        }
        ImportReport report = run(text.toString(), "--split", "column=set", "--patient", "patient");
        assertThat(report.dataset().samples(Subset.TEST)).hasSize(10);
        assertThat(report.dataset().samples(Subset.VALIDATION)).hasSizeBetween(2, 6);
        assertThat(report.remarks()).anyMatch(remark -> remark.contains("no validation part"));
    }

    @Test
    void patientsAreNamedForSubsetsHereOrInAList() throws IOException {
        String rows = "patient,x\n1,5\n2,6\n2,7\n3,8\n4,9\n";
        Dataset named = run(rows, "--patient", "patient", "--split", "test=2,3 validation=4").dataset();
        assertThat(named.samples()).extracting(sample -> named.subset(sample).orElseThrow().text())
                .containsExactly("train", "test", "test", "test", "validation");
        assertThatThrownBy(() -> run(rows, "--patient", "patient", "--split", "test=2,9")).hasMessageContaining("1 of 2");
        assertThatThrownBy(() -> run(rows, "--patient", "patient", "--split", "test=2 train=2")).hasMessageContaining("two subsets");
        Path list = Files.writeString(temp.resolve("list.csv"), "fold;who;set\nx;1;train\nx;2;test\nx;3;test\nx;4;val\n");
        assertThatThrownBy(() -> run(rows, "--patient", "patient", "--parts", list.toString()))
                .hasMessageContaining("doesn't tell which of its columns");
        Files.writeString(list, "who;set\n1;train\n2;test\n");
        assertThatThrownBy(() -> run(rows, "--patient", "patient", "--parts", list.toString()))
                .hasMessageContaining("2 of 5 samples are not in the list");
        Files.writeString(list, "who;set\n1;train\n2;test\n3;test\n4;val\n");
        Dataset listed = run(rows, "--patient", "patient", "--parts", list.toString()).dataset();
        assertThat(listed.samples()).extracting(sample -> listed.subset(sample).orElseThrow().text())
                .containsExactly("train", "test", "test", "test", "validation");
        Files.writeString(list, "1,5\n2,6\n");
        assertThatThrownBy(() -> run(rows, "--patient", "patient", "--parts", list.toString())).hasMessageContaining("No column");
    }

    /** As pandas saves a table: its first column counts the rows and has no heading. */
    @Test
    void aListOfSeveralColumnsIsReadByItsHeadingsAndEmptyNamesAreNoKeys() throws IOException {
        String rows = "patient,x\n0,5\n1,6\n2,7\n";
        Path list = Files.writeString(temp.resolve("list.csv"), ",patient,split\n0,2,train\n1,1,val\n2,0,test\n");
        Dataset listed = run(rows, "--patient", "patient", "--parts", list.toString()).dataset();
        assertThat(listed.samples()).extracting(sample -> listed.subset(sample).orElseThrow().text())
                .containsExactly("test", "validation", "train");
        Files.writeString(list, "patient,split\n0,train\n1,val\n,test\n");
        assertThatThrownBy(() -> run(rows, "--patient", "patient", "--parts", list.toString()))
                .hasMessageContaining("1 of 3 samples are not in the list");
    }

    @Test
    void aColumnInTheRoleOfThePartAndAnotherWordOnSubsetsAreRefusedTogether() throws IOException {
        String rows = "patient,x,set\n1,5,train\n2,6,test\n3,7,val\n";
        Path list = Files.writeString(temp.resolve("list.csv"), "who;set\n1;train\n2;test\n3;val\n");
        assertThatThrownBy(() -> run(rows, "--role", "set=part", "--patient", "patient", "--parts", list.toString()))
                .hasMessageContaining("--parts says them as well");
        assertThatThrownBy(() -> run(rows, "--role", "set=part", "--patient", "patient", "--split", "test=1"))
                .hasMessageContaining("--split says them as well");
        assertThat(run(rows, "--role", "set=part", "--split", "given").dataset().samples(Subset.TEST)).hasSize(1);
    }

    @Test
    void rareLabelsComeIntoEachSubset() {
        StringBuilder text = new StringBuilder("common,rare\n");
        for (int i = 0; i < 100; i++) {
            text.append(i % 2).append(i < 10 ? ",1\n" : ",0\n");
        }
        Dataset dataset = run(text.toString(), "--label", "common", "--label", "rare", "--split", "60/20/20").dataset();
        for (Subset subset : Subset.values()) {
            assertThat(dataset.samples(subset)).filteredOn(sample -> sample.value("rare").equals("1")).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void findingsOfChestXraysGoWithTheirImages() {
        Path folder = TestData.folder("cxr-nih-multilabel-224");
        ImportReport report = new TableRuns(temp).run(folder.resolve("labels.csv"), "--images", folder.resolve("images").toString(),
                "--image-key", "image", "--patient", "patient", "--label", "Atelectasis", "--label", "Infiltration", "--label",
                "Pneumonia", "--label", "Edema", "--label", "Effusion");
        Dataset dataset = report.dataset();
        assertThat(dataset.samples()).hasSize(769).noneMatch(sample -> sample.value("image").isEmpty());
        assertThat(report.passedOver()).isEmpty();
        assertThat(report.defects()).isEmpty();
        // SOURCE.txt
        assertThat(dataset.samples()).filteredOn(sample -> sample.value("Pneumonia").equals("1")).hasSize(449);
        assertThat(dataset.samples()).filteredOn(sample -> sample.value("Effusion").equals("1")).hasSize(78);
        for (Subset subset : List.of(Subset.VALIDATION, Subset.TEST)) {
            assertThat(dataset.samples(subset)).filteredOn(sample -> sample.value("Effusion").equals("1"))
                    .hasSizeBetween(8, 16);
        }
    }

    private ImportReport run(String text, String... options) {
        TableRuns runs = new TableRuns(temp);
        if (Files.exists(runs.out())) {
            throw new IllegalStateException("one data set a test");
        }
        ImportReport report = runs.run(runs.write("rows.csv", text), options);
        try {
            Files.move(runs.out(), temp.resolve("done" + System.nanoTime()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return report;
    }

    private String images() {
        return temp.resolve("images").toString();
    }

    private void image(String name, int type) throws IOException {
        BufferedImage picture = new BufferedImage(8, 8, type);
        picture.getRaster().setSample(0, 0, 0, type == BufferedImage.TYPE_USHORT_GRAY ? 1000 : 200);
        Files.createDirectories(temp.resolve(name).getParent());
        ImageIO.write(picture, "png", temp.resolve(name).toFile());
    }
}
