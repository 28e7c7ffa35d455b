// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.annotated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.ImportReport;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.ImportRun;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.mask.MaskReader;
import org.vesalius.dataset.reader.ColumnReaders;

class BoxImportTest {
    private static final ColumnReaders READERS = ColumnReaders.standard().with(new MaskReader());
    private static final String COCO = """
            {"info": {"nested": [1, {"deep": null}]},
             "images": [{"id": 1, "file_name": "a.png", "width": 16, "height": 12},
                        {"id": 2, "file_name": "b.png", "width": 16, "height": 12},
                        {"id": 3, "file_name": "lost.png", "width": 16, "height": 12}],
             "annotations": [
               {"id": 1, "image_id": 1, "category_id": 7, "bbox": [3, 2, 6, 4], "iscrowd": 1,
                "segmentation": {"size": [12, 16], "counts": [38, 4, 8, 2, 1, 1, 8, 4, 8, 4, 8, 4, 8, 4, 90]}},
               {"id": 2, "image_id": 1, "category_id": 9, "bbox": [10, 8, 20, 2], "segmentation": []},
               {"id": 3, "image_id": 1, "category_id": 9, "bbox": [12, 1, 2, 3]},
               {"id": 3, "image_id": 1, "category_id": 9, "bbox": [12, 1, 2, 3]},
               {"id": 4, "image_id": 1, "category_id": 9, "bbox": [40, 1, 2, 3]},
               {"id": 5, "image_id": 1, "category_id": 9, "bbox": [NaN, 1, 2, 3]},
               {"id": 6, "image_id": 1, "category_id": 9, "bbox": [1, 1, 0, 3]},
               {"id": 7, "image_id": 99, "category_id": 9, "bbox": [1, 1, 1, 3]},
               {"id": 8, "image_id": 1, "category_id": 5, "bbox": [1, 1, 1, 3]}],
             "categories": [{"id": 7, "name": "cell"}, {"id": 9, "name": "debris"}, {"id": 11, "name": "fibre"}]}
            """;

    @TempDir
    private Path temp;

    @Test
    void annotationsOfCocoBecomeLabelsCountsAndMasks() throws IOException {
        write("data/annotations/instances.json", COCO);
        image("data/a.png", 16, 12);
        image("data/b.png", 16, 12);
        image("data/c.png", 16, 12);
        ImportReport report = run("coco", "data/annotations/instances.json", "--target", "labels", "--target", "count", "--target",
                "mask", "--split", "test=b.png");
        Dataset dataset = new DatasetFiles().load(temp.resolve("out"));
        assertThat(dataset.column("findings").orElseThrow().categories()).containsExactly("cell", "debris");
        assertThat(dataset.samples()).extracting(sample -> sample.value("findings")).containsExactly("cell|debris", "|");
        // a crowd is of an unknown number
        assertThat(dataset.samples()).extracting(sample -> sample.value("number of cell")).containsExactly("", "0");
        assertThat(dataset.samples()).extracting(sample -> sample.value("number of debris")).containsExactly("2", "0");
        assertThat(dataset.samples(Subset.TEST)).extracting(sample -> sample.value("image")).containsExactly("b.png");
        float[] mask = mask(dataset, 0);
        // pycocotools: 23 places of the run lengths; 6 · 2 and 2 · 3 of the boxes, of which 6 · 2 are left at the edge
        assertThat(places(mask, 1)).isEqualTo(23);
        assertThat(places(mask, 2)).isEqualTo(12 + 6);
        assertThat(places(mask(dataset, 1), 0)).isEqualTo(16 * 12);
        assertThat(Files.readAllLines(temp.resolve("out/boxes.csv"))).containsExactly(
                "sample,category,left,top,width,height,outline,note", "s0001,cell,3,2,6,4,rle V148NIO73000000b2,crowd",
                "s0001,debris,10,8,6,2,,", "s0001,debris,12,1,2,3,,");
        assertThat(report.passedOver()).containsExactlyInAnyOrder(
                new PassedOver("annotation 3", "is there twice; the first counts"),
                new PassedOver("an annotation", "names an image that isn't listed"),
                new PassedOver("an annotation", "names a category that isn't listed"),
                new PassedOver("lost.png", "has annotations, but isn't there, or is listed twice"),
                new PassedOver("c.png", "has no annotations"), new PassedOver("a.png box 4", "lies outside the image"),
                new PassedOver("a.png box 5", "has a place or size that is no number, or far outside"),
                new PassedOver("a.png box 6", "has no area"));
        assertThat(report.remarks()).contains("1 box sticks out of the image and is cut off at its edge",
                "1 box lies wholly outside of the image and is left out", "Without a box, and left out: fibre");
        // numbers 5, 6 and 8
        assertThat(report.defects()).extracting(defect -> defect.value() + " " + defect.reason())
                .containsExactly("a.png has 3 annotations that can't be used, so that not all that is in it is known");
    }

    @Test
    void boxesThatAreNotToldAreThoseAroundOutlines() throws IOException {
        write("data/x.json", """
                {"images": [{"id": 1, "file_name": "a.png"}, {"id": 2, "file_name": "b.png"}, {"id": 3, "file_name": "c.png"}],
                 "categories": [{"id": 1, "name": "n"}],
                 "annotations": [
                   {"image_id": 1, "category_id": 1, "bbox": [], "segmentation": [[2, 3, 6, 3, 6, 8], [1, 4, 2, 4, 2, 9, 9, 1, 1]]},
                   {"image_id": 2, "category_id": 1, "bbox": [1, 1, 0, 0], "segmentation": [[2, 3, 6, 3, 6, 8], [9, 1, 9, 2, 8, 1]]},
                   {"image_id": 3, "category_id": 1, "bbox": []}]}
                """);
        for (String name : List.of("a", "b", "c")) {
            image("data/" + name + ".png", 16, 12);
        }
        ImportReport report = run("coco", "data/x.json", "--split", "100/0/0");
        assertThat(Files.readAllLines(temp.resolve("out/boxes.csv"))).hasSize(3).anyMatch(line -> line.startsWith("s0001,n,2,3,4,5,"))
                .anyMatch(line -> line.startsWith("s0002,n,2,1,7,7,"));
        assertThat(report.defects()).extracting(defect -> defect.value()).containsExactly("a.png", "c.png");
        assertThat(report.remarks()).anyMatch(remark -> remark.startsWith("2 images have annotations that can't be used"));
    }

    @Test
    void anImageInAnotherFolderIsAnother() throws IOException {
        write("data/x.json", """
                {"images": [{"id": 1, "file_name": "train/1.png"}, {"id": 2, "file_name": "val/1.png"},
                            {"id": 3, "file_name": "all/train/2.png"}, {"id": 4, "file_name": "3.png"}],
                 "categories": [{"id": 1, "name": "n"}, {"id": 2, "name": "m"}],
                 "annotations": [{"image_id": 1, "category_id": 1, "bbox": [1, 1, 4, 4]},
                                 {"image_id": 2, "category_id": 2, "bbox": [1, 1, 4, 4]}]}
                """);
        for (String name : List.of("val/1", "train/2", "val/2", "train/3")) {
            image("data/" + name + ".png", 16, 12);
        }
        ImportReport report = run("coco", "data/x.json", "--split", "100/0/0");
        assertThat(report.dataset().samples()).extracting(sample -> sample.value("image") + " " + sample.value("findings"))
                .containsExactly("train/2.png |", "train/3.png |", "val/1.png m");
        assertThat(report.passedOver()).extracting(PassedOver::path).containsExactlyInAnyOrder("train/1.png", "val/2.png");
    }

    @Test
    void imagesStayWhereTheDataSetComesAmongThem() throws IOException {
        write("out/a.txt", "0 0.5 0.5 0.25 0.5\n");
        image("out/a.png", 16, 12);
        ImportReport report = run("yolo", "out", "--split", "100/0/0", "--target", "mask");
        assertThat(report.problems()).isEqualTo(problemsElsewhere());
    }

    private List<?> problemsElsewhere() throws IOException {
        write("data/a.txt", "0 0.5 0.5 0.25 0.5\n");
        image("data/a.png", 16, 12);
        return new ImportRun(of("yolo", List.of("data"), "--split", "100/0/0", "--target", "mask"), temp.resolve("other"), READERS)
                .run(Progress.none()).problems();
    }

    @Test
    void annotationsOfTwoImagesAndPosesAreNotGuessed() throws IOException {
        write("data/a.xml", "<annotation><filename>b.jpg</filename></annotation>");
        write("data/c.xml", "<annotation><filename>was-called-so.jpg</filename><object><name>n</name><bndbox><xmin>1</xmin>"
                + "<ymin>1</ymin><xmax>4</xmax><ymax>2</ymax></bndbox></object></annotation>");
        image("data/a.jpg", 16, 12);
        image("data/b.jpg", 16, 12);
        image("data/c.jpg", 16, 12);
        ImportReport report = run("voc", "data", "--split", "100/0/0");
        assertThat(report.dataset().samples()).extracting(sample -> sample.value("image")).containsExactly("c.jpg");
        assertThat(report.passedOver()).contains(new PassedOver("a.xml",
                "names another image than the one of its own name, and both are there"));
        write("data/data.yaml", "kpt_shape: [3, 2]\nnames: [n]\n");
        write("data/a.txt", "0 0.5 0.5 0.2 0.2 0.1 0.1 0.2 0.2 0.3 0.3\n");
        assertThatThrownBy(() -> of("yolo", List.of("data")).preview(Progress.none())).hasMessageContaining("poses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"images\": 3}", "{\"images\": [], \"categories\": [], \"annotations\": []}",
        "{\"images\": [{\"id\": 1, \"file_name\": \"a.png\"}, {\"id\": 1, \"file_name\": \"b.png\"}]}",
        "{\"images\": [{\"id\": 1}]}", "{\"categories\": [{\"id\": 1}]}", "{\"images\": [{\"id\": \"x\"}]}",
        "{\"images\": [{\"id\": 1, \"file_name\": \"z.png\"}], \"categories\": [{\"id\": 1, \"name\": \"n\"}]}",
        "{\"images\": [{\"id\": 1, \"file_name\": \"a.png\"}], \"categories\": [{\"id\": 1, \"name\": \"n\"}]}"})
    void filesThatAreNoAnnotationsAreRefused(String text) throws IOException {
        write("data/x.json", text);
        image("data/a.png", 16, 12);
        assertThatThrownBy(() -> run("coco", "data/x.json")).isInstanceOf(ReportedException.class);
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void filesOfCocoNamedAfterSubsetsGiveThem() throws IOException {
        for (String subset : List.of("train", "val", "test")) {
            write("data/annotations/instances_" + subset + "2017.json", """
                    {"images": [{"id": 1, "file_name": "%s.png"}], "categories": [{"id": 1, "name": "n"}],
                     "annotations": [{"image_id": 1, "category_id": 1, "bbox": [1, 1, 4, 4]}]}
                    """.formatted(subset));
            image("data/" + subset + ".png", 16, 12);
        }
        List<String> files = List.of("train", "val", "test").stream()
                .map(subset -> "data/annotations/instances_" + subset + "2017.json").toList();
        Dataset dataset = run("coco", files).dataset();
        assertThat(dataset.samples()).extracting(sample -> sample.value("image") + " " + sample.value("part"))
                .containsExactly("test.png test", "train.png train", "val.png validation");
    }

    @Test
    void pixelsOfVocAreCountedFromOne() throws IOException {
        write("data/Annotations/1.xml", """
                <annotation><folder>x</folder><filename>1.jpg</filename>
                <size><width>16</width><height>12</height><depth>3</depth></size>
                <object><name>RBC</name><difficult>1</difficult><truncated>0</truncated>
                <bndbox><xmin>1</xmin><ymin>1</ymin><xmax>4</xmax><ymax>2</ymax></bndbox>
                <part><name>head</name><bndbox><xmin>9</xmin><ymin>9</ymin><xmax>9</xmax><ymax>9</ymax></bndbox></part></object>
                <object><name>WBC</name><bndbox><xmin>5.5</xmin><ymin>3</ymin><xmax>16</xmax><ymax>12</ymax></bndbox></object>
                </annotation>""");
        write("data/Annotations/2.xml", "<annotation><filename>2.jpg</filename><size><width>99</width><height>12</height></size>"
                + "</annotation>");
        write("data/Annotations/3.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><annotation><filename>&x;"
                + "</filename></annotation>");
        write("data/Annotations/4.xml", "<annotation><object>");
        write("data/ImageSets/Main/train.txt", "1\n");
        write("data/ImageSets/Main/test.txt", "2\n");
        image("data/JPEGImages/1.jpg", 16, 12);
        image("data/JPEGImages/2.jpg", 16, 12);
        image("data/JPEGImages/9.jpg", 16, 12);
        ImportReport report = run("voc", "data", "--target", "box-mask", "--target", "labels");
        assertThat(report.dataset().samples()).extracting(sample -> sample.value("image") + " " + sample.value("part"))
                .containsExactly("JPEGImages/1.jpg train", "JPEGImages/2.jpg test");
        assertThat(Files.readAllLines(temp.resolve("out/boxes.csv"))).contains("s0001,RBC,0,0,4,2,,difficult",
                "s0001,WBC,4.5,2,11.5,10,,");
        Column mask = report.dataset().column("box-mask").orElseThrow();
        assertThat(mask.categories()).containsExactly("background", "RBC", "WBC");
        assertThat(report.dataset().samples().get(0).value(mask)).isEqualTo("draw 16x12|1:box 0 0 4 2|2:box 4.5 2 11.5 10");
        assertThat(report.defects()).extracting(defect -> defect.value() + " " + defect.reason())
                .containsExactly("JPEGImages/2.jpg has 16×12 pixels, and its annotations are for 99×12");
        assertThat(report.passedOver()).contains(new PassedOver("JPEGImages/9.jpg", "has no annotations"),
                new PassedOver("Annotations/4.xml", "is damaged, or no annotation of VOC"));
        assertThat(report.passedOver()).extracting(PassedOver::path).contains("Annotations/3.xml");
    }

    private static String voc(String name, String category) {
        return "<annotation><filename>" + name + "</filename><object><name>" + category + "</name><bndbox><xmin>1</xmin><ymin>1</ymin>"
                + "<xmax>4</xmax><ymax>2</ymax></bndbox></object></annotation>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s/Annotations/1.xml %s/JPEGImages/1.jpg", "Annotations/%s/1.xml JPEGImages/%s/1.jpg",
        "%s/1.xml %s/1.jpg"})
    void imagesOfOneNameInFoldersOfSubsetsAreTwo(String layout) throws IOException {
        for (String subset : List.of("train", "val")) {
            write("data/" + layout.split(" ")[0].formatted(subset), voc("1.jpg", "in " + subset));
            image("data/" + layout.split(" ")[1].formatted(subset), 16, 12);
        }
        assertThat(run("voc", "data").dataset().samples())
                .extracting(sample -> sample.value("image") + " " + sample.value("findings") + " " + sample.value("part"))
                .containsExactly(layout.split(" ")[1].formatted("train") + " in train train",
                        layout.split(" ")[1].formatted("val") + " in val validation");
    }

    @Test
    void anAnnotationDoesNotGetTheImageOfAnotherSubset() throws IOException {
        write("data/val/Annotations/1.xml", voc("1.jpg", "a"));
        write("data/val/Annotations/2.xml", voc("2.jpg", "a"));
        image("data/train/JPEGImages/1.jpg", 16, 12);
        image("data/val/JPEGImages/2.jpg", 16, 12);

        assertThat(run("voc", "data", "--split", "100/0/0").dataset().samples()).extracting(sample -> sample.value("image"))
                .containsExactly("val/JPEGImages/2.jpg");
    }

    @Test
    void listsOfVocCountWhereTheyLieAndForOneImageEach() throws IOException {
        for (String name : List.of("x/1", "y/1", "x/2", "y/2")) {
            write("data/" + name.replace("/", "/Annotations/") + ".xml", voc(name.substring(2) + ".jpg", "a"));
            image("data/" + name.replace("/", "/JPEGImages/") + ".jpg", 16, 12);
        }
        write("data/x/ImageSets/Main/train.txt", "1\n2\n");
        write("data/y/ImageSets/Main/val.txt", "1\n2\n");
        assertThat(run("voc", "data").dataset().samples()).extracting(sample -> sample.value("image") + " " + sample.value("part"))
                .containsExactlyInAnyOrder("x/JPEGImages/1.jpg train", "x/JPEGImages/2.jpg train",
                        "y/JPEGImages/1.jpg validation", "y/JPEGImages/2.jpg validation");
        write("data/x/ImageSets/Main/test.txt", "2\n");
        assertThatThrownBy(() -> of("voc", List.of("data")).preview(Progress.none()))
                .hasMessageContaining("put one image into two subsets, ");
    }

    /** 4×3 places: run lengths for 3×4 cover as many, and would be drawn along the wrong axis. */
    @Test
    void runLengthsForAnotherSizeAreTold() throws IOException {
        String text = """
                {"images": [{"id": 1, "file_name": "a.png", %s}, {"id": 2, "file_name": "b.png"}],
                 "categories": [{"id": 1, "name": "n"}],
                 "annotations": [{"image_id": 1, "category_id": 1, "bbox": [1, 1, 4, 4],
                                  "segmentation": {"size": [12, 16], "counts": [100, 92]}},
                                 {"image_id": 2, "category_id": 1, "bbox": [1, 1, 4, 4],
                                  "segmentation": {%s "counts": [100, %s]}}]}
                """;
        image("data/a.png", 16, 12);
        image("data/b.png", 16, 12);
        List<String> cases = List.of("\"width\": 12, \"height\": 16|\"size\": [12, 16],|92|a.png has 16×12 pixels, and its"
                + " annotations are for 12×16",
                "\"width\": 16, \"height\": 12|\"size\": [16, 12],|92|b.png has 16×12 pixels, and"
                        + " its annotations are for 12×16",
                "\"width\": 16, \"height\": 12||91|b.png has 1 annotation that can't be used, so that"
                        + " not all that is in it is known");
        for (int i = 0; i < cases.size(); i++) {
            String[] one = cases.get(i).split("\\|");
            write("data/x.json", text.formatted(one[0], one[1], one[2]));
            ImportReport report = new ImportRun(of("coco", List.of("data/x.json"), "--target", "mask", "--split", "100/0/0"),
                    temp.resolve("out" + i), READERS).run(Progress.none());
            assertThat(report.defects()).extracting(defect -> defect.value() + " " + defect.reason()).containsExactly(one[3]);
        }
    }

    @Test
    void linesOfYoloAreSharesOfTheImage() throws IOException {
        write("data/data.yaml", "train: images/train\nnames:\n  0: polyp\n  1: 'tool'\nnc: 2\n");
        write("data/labels/train/a.txt", "0 0.5 0.5 0.25 0.5\n1 0 0 0.5 0 0.5 0.5\n");
        write("data/labels/train/b.txt", "0 nan 0.5 0.1 0.1\nx 1 2\n0 0.1 0.1\n2 0.5 0.5 2 2 0.9\n");
        write("data/labels/val/gone.txt", "0 0.5 0.5 0.1 0.1\n");
        image("data/images/train/a.png", 16, 12);
        image("data/images/train/b.png", 16, 12);
        image("data/images/val/c.png", 16, 12);
        ImportReport report = run("yolo", "data", "--target", "labels", "--target", "mask");
        Dataset dataset = report.dataset();
        assertThat(dataset.column("findings").orElseThrow().categories()).containsExactly("polyp", "tool", "category 2");
        assertThat(dataset.samples()).extracting(sample -> sample.value("findings")).containsExactly("polyp|tool", "category 2", "|");
        assertThat(dataset.samples()).extracting(sample -> sample.value("part")).containsExactly("train", "train", "validation");
        // 0.5 · 16 − 0.25 · 16 / 2 and so on
        assertThat(Files.readAllLines(temp.resolve("out/boxes.csv"))).containsExactly(
                "sample,category,left,top,width,height,outline,note", "s0001,polyp,6,3,4,6,,",
                "s0001,tool,0,0,8,6,polygon 0 0 8 0 8 6,", "s0002,category 2,0,0,16,12,,");
        assertThat(report.passedOver()).extracting(PassedOver::path).containsExactlyInAnyOrder("labels/val/gone.txt",
                "labels/train/b.txt line 1", "labels/train/b.txt line 2", "labels/train/b.txt line 3");
        assertThat(report.defects()).extracting(defect -> defect.value() + " " + defect.reason()).containsExactly(
                "images/train/b.png has 3 annotations that can't be used, so that not all that is in it is known");
        assertThat(report.remarks()).anyMatch(remark -> remark.contains("1 image without annotations"))
                .anyMatch(remark -> remark.contains("from number 2 on"));
        float[] mask = mask(dataset, 0);
        assertThat(mask[4 * 16 + 8]).isEqualTo(1);
        // the outline is a triangle: its lower left corner isn't in it
        assertThat(mask[7]).isEqualTo(2);
        assertThat(mask[5 * 16]).isZero();
    }

    @Test
    void namesOfYoloAreReadAsListsAndBlocks() throws IOException {
        for (String yaml : List.of("names: ['polyp', \"tool\"]\n", "names:\n- polyp\n- tool  # of metal\nnc: 2\n",
                "names: [polyp,\n  tool]\n")) {
            write("data/data.yaml", yaml);
            write("data/a.txt", "1 0.5 0.5 0.5 0.5\n");
            image("data/a.png", 16, 12);
            assertThat(of("yolo", List.of("data")).preview(Progress.none()).columns()).filteredOn(column -> column.name()
                    .equals("findings")).extracting(Column::categories).containsExactly(List.of("tool"));
        }
    }

    @Test
    void previewWritesNothing() throws IOException {
        write("data/instances.json", COCO);
        image("data/a.png", 16, 12);
        image("data/b.png", 16, 12);
        DatasetPreview preview = of("coco", List.of("data/instances.json")).preview(Progress.none());
        assertThat(preview.samples()).hasValue(2);
        assertThat(preview.columns()).extracting(Column::name).containsExactly("image", "findings", "patient", "part", "defect");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    private static long places(float[] mask, int category) {
        return IntStream.range(0, mask.length).filter(i -> mask[i] == category).count();
    }

    private static float[] mask(Dataset dataset, int sample) throws IOException {
        Column mask = dataset.column("mask").orElseThrow();
        Sample one = dataset.samples().get(sample);
        return READERS.of(mask).read(dataset.root(), one.value(mask), mask.options()).floats();
    }

    private ImportReport run(String kind, String source, String... options) {
        return run(kind, List.of(source), options);
    }

    private ImportReport run(String kind, List<String> sources, String... options) {
        return new ImportRun(of(kind, sources, options), temp.resolve("out"), READERS).run(Progress.none());
    }

    private DatasetImport of(String kind, List<String> sources, String... options) {
        Map<String, List<String>> settings = new LinkedHashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            settings.computeIfAbsent(options[i].substring(2), none -> new ArrayList<>()).add(options[i + 1]);
        }
        ImportKind found = BoxKind.all(READERS).stream().filter(one -> one.id().equals(kind)).findFirst()
                .orElseThrow();
        return found.of(new ImportRequest(sources.stream().map(temp::resolve).toList(), temp.resolve("out"), "test", settings));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(temp.resolve(name).getParent());
        Files.writeString(temp.resolve(name), text);
    }

    private void image(String name, int width, int height) throws IOException {
        Files.createDirectories(temp.resolve(name).getParent());
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), name.endsWith("png") ? "png" : "jpg",
                temp.resolve(name).toFile());
    }
}
