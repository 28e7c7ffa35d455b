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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.TestData;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.ImportReport;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.ImportRun;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.mask.MaskReader;
import org.vesalius.dataset.reader.ColumnReaders;

class MaskImportTest {
    private static final ColumnReaders READERS = ColumnReaders.standard().with(new MaskReader());
    /** Images need 8×8 pixels: each value stands in a square of these. */
    private static final int SIDE = 8;
    private static final int RED = 0xff0000;
    private static final int BLUE = 0x0000ff;

    @TempDir
    private Path temp;
    private Path data;

    @BeforeEach
    void makeFolder() throws IOException {
        data = Files.createDirectory(temp.resolve("data"));
    }

    @Test
    void masksAreFoundByTheirPatternAndOddOnesAreNamed() throws IOException {
        image("p1_a.jpg", 2);
        image("p1_b.jpg", 2);
        image("p2_a.jpg", 3);
        image("p3_a.jpg", 2);
        grey("p1_a_vessels.png", 0, 255);
        grey("p1_b_vessels.png", 255, 255);
        grey("p2_a_vessels.png", 0, 255);
        grey("p9_a_vessels.png", 0, 255);
        grey("p1_a_other.png", 0, 255);
        ImportReport report = run("--images", "(.+)\\.jpg", "--masks", "\\1_vessels.png", "--level", "255=vessel",
                "--patient", "^(p\\d)", "--split", "test=p2");
        Dataset dataset = new DatasetFiles().load(temp.resolve("out"));
        Column mask = dataset.column("mask").orElseThrow();
        assertThat(mask.type()).isEqualTo(ColumnType.IMAGE);
        assertThat(mask.categories()).containsExactly("background", "vessel");
        assertThat(mask.options()).containsEntry("levels", "0=0,255=1").containsEntry("count", "2");
        assertThat(dataset.samples()).extracting(sample -> sample.value("mask"))
                .containsExactly("p1_a_vessels.png", "p1_b_vessels.png", "p2_a_vessels.png", "");
        assertThat(dataset.samples(Subset.TEST)).extracting(sample -> sample.value("patient")).containsExactly("p2");
        assertThat(report.defects()).extracting(defect -> defect.value() + " " + defect.reason()).containsExactly(
                "p2_a.jpg has a mask that is of another size: 16×8 pixels, and the image has 24×8", "p3_a.jpg has no mask");
        assertThat(report.passedOver()).containsExactlyInAnyOrder(
                new PassedOver("p9_a_vessels.png", "is a mask without an image"),
                new PassedOver("p1_a_other.png", "is neither an image nor a mask by the patterns"));
        // 4 places in the masks of images of their size, 3 of them marked
        assertThat(report.remarks()).contains("Places in masks: background 25.0 %, vessel 75.0 %");
    }

    @Test
    void anImageWithoutAMaskIsOneWithNothingMarkedIfThatIsSaid() throws IOException {
        image("a.jpg", 2);
        image("b.jpg", 3);
        grey("a_mask.png", 0, 255);
        assertThat(of("--split", "100/0/0").preview(Progress.none()).first().get(1).value("defect")).isEqualTo("has no mask");

        ImportReport report = run("--split", "100/0/0", "--unmarked", "");

        assertThat(report.defects()).isEmpty();
        assertThat(report.remarks()).contains("1 image has no mask: nothing is marked in it, as --unmarked says");
        assertThat(read(report.dataset(), 1)).containsExactly(0, 0, 0);
    }

    @Test
    void severalMasksOfAnImageAreUnited() throws IOException {
        image("images/1.png", 4);
        grey("masks/1_mask_1.png", 0, 255, 0, 0);
        grey("masks/1_mask_2.png", 0, 0, 255, 0);
        Dataset dataset = run("--split", "100/0/0").dataset();
        assertThat(read(dataset, 0)).containsExactly(0, 1, 1, 0);
    }

    @Test
    void masksNamedAfterCategoriesGetTheirNumbersAndTheLastCounts() throws IOException {
        image("1.png", 4);
        grey("1-vein.png", 0, 255, 255, 0);
        grey("1-artery.png", 0, 0, 255, 255);
        Dataset dataset = run("--images", "(\\d+)\\.png", "--masks", "vein=\\1-vein.png", "--masks", "artery=\\1-artery.png",
                "--split", "100/0/0").dataset();
        assertThat(dataset.column("mask").orElseThrow().categories()).containsExactly("background", "vein", "artery");
        assertThat(read(dataset, 0)).containsExactly(0, 1, 2, 2);
    }

    /** JPEG makes 2 of 0: three values, which aren't three categories. */
    @Test
    void valuesThatJpegAddedAreNoCategories() throws IOException {
        image("a.png", 3);
        grey("a_mask.jpg", 0, 2, 255);
        assertThatThrownBy(() -> run("--split", "100/0/0")).hasMessageContaining("saved as JPEG");
        assertThat(read(run("--split", "100/0/0", "--level", "0-127=background", "--level", "128-255=marked").dataset(), 0))
                .containsExactly(0, 0, 1);
    }

    @Test
    void zeroAndOneMarkAsZeroAndWhiteDo() throws IOException {
        image("a.png", 3);
        grey("a_mask.png", 0, 1, 0);
        Dataset dataset = run("--split", "100/0/0").dataset();
        assertThat(dataset.column("mask").orElseThrow().categories()).containsExactly("background", "marked");
        assertThat(read(dataset, 0)).containsExactly(0, 1, 0);
    }

    @Test
    void fewNumbersAreCategories() throws IOException {
        image("a.png", 4);
        grey("a_mask.png", 0, 1, 3, 3);
        Dataset dataset = run("--split", "100/0/0").dataset();
        assertThat(dataset.column("mask").orElseThrow().categories()).containsExactly("background", "label 1", "label 3");
        assertThat(read(dataset, 0)).containsExactly(0, 1, 2, 2);
    }

    @Test
    void coloursAreRefusedUntilTheyAreNamed() throws IOException {
        image("a.png", 4);
        colour("a_mask.png", 0, RED, BLUE, 0xffffff);
        assertThatThrownBy(this::run).isInstanceOf(ReportedException.class).hasMessageContaining("2 colours")
                .hasMessageContaining("#0000ff").hasMessageContaining("#ff0000");
        assertThatThrownBy(() -> run("--level", "#ff0000=cup", "--level", "#0000ff=disc"))
                .hasMessageContaining("also hold the value 255");
        Dataset dataset = run("--level", "#ff0000=cup", "--level", "#0000ff=disc", "--level", "255=background", "--split",
                "100/0/0").dataset();
        assertThat(read(dataset, 0)).containsExactly(0, 1, 2, 0);
    }

    @Test
    void shadesAreRefusedUntilTheyAreDivided() throws IOException {
        int[] shades = new int[20];
        for (int i = 0; i < shades.length; i++) {
            shades[i] = 13 * i;
        }
        image("a.png", shades.length);
        grey("a_mask.png", shades);
        assertThatThrownBy(this::run).hasMessageContaining("20 different values");
        Dataset dataset = run("--level", "0-127=background", "--level", "128-255=lesion", "--split", "100/0/0").dataset();
        // 13 · 9 = 117 is the last below 128
        assertThat(read(dataset, 0)).startsWith(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1).endsWith(1, 1, 1);
    }

    @Test
    void noMaskIsGivenToTwoImages() throws IOException {
        for (String name : List.of("img1", "img2")) {
            image("images/" + name + ".png", 2);
            grey("masks/" + name + "_seg.png", 0, 255);
        }
        assertThatThrownBy(() -> run("--images", "images/(.+)\\.png", "--masks", "masks/*.*")).hasMessageContaining("to others as well");
        Dataset dataset = run("--split", "100/0/0").dataset();
        assertThat(dataset.samples()).extracting(sample -> sample.value("mask")).containsExactly("masks/img1_seg.png",
                "masks/img2_seg.png");
    }

    @Test
    void masksOfTheOnlyImageMayBeCalledAnything() throws IOException {
        image("images/a.png", 3);
        grey("masks/x.png", 0, 255, 0);
        grey("masks/y.png", 0, 0, 255);
        Dataset dataset = run("--masks", "masks/*.png", "--split", "100/0/0").dataset();
        assertThat(read(dataset, 0)).containsExactly(0, 1, 1);
    }

    @Test
    void masksOfOtherNamesBelongToTheImageOfTheirFolderAlone() throws IOException {
        image("1/images/a.png", 3);
        grey("1/masks/x.png", 0, 255, 0);
        grey("1/masks/y.png", 0, 0, 255);
        image("2/images/b.png", 3);
        grey("2/masks/z.png", 255, 0, 0);
        Dataset dataset = run("--split", "100/0/0").dataset();
        assertThat(dataset.samples()).extracting(sample -> sample.value("mask")).containsExactly("1/masks/x.png|1/masks/y.png",
                "2/masks/z.png");
        image("1/images/c.png", 3);
        assertThatThrownBy(() -> of().preview(Progress.none())).hasMessageContaining("usual way");
    }

    @Test
    void withoutZeroAllValuesAreMarks() throws IOException {
        image("a.png", 3);
        grey("a_mask.png", 1, 2, 3);
        ImportReport report = run("--split", "100/0/0");
        assertThat(report.dataset().column("mask").orElseThrow().categories()).containsExactly("background", "label 1", "label 2",
                "label 3");
        assertThat(read(report.dataset(), 0)).containsExactly(1, 2, 3);
        assertThat(report.remarks()).anyMatch(remark -> remark.contains("the value 0") && remark.contains("--level 2=background"));
    }

    @Test
    void photographsTakenForMasksAreRefused() throws IOException {
        image("a.png", 700);
        colour("a_mask.png", IntStream.range(0, 700).toArray());
        image("b.png", 5000);
        colour("b_mask.png", IntStream.range(1, 5001).map(i -> i << 8).toArray());
        assertThatThrownBy(this::run).hasMessageContaining("more than 4000 colours");
    }

    @Test
    void somePartsAndStraysAreNotDealtOutAnew() throws IOException {
        for (String name : List.of("train/1", "test/2", "stray/3")) {
            image(name + ".png", 2);
            grey(name + "_mask.png", 0, 255);
        }
        assertThatThrownBy(this::run).hasMessageContaining("1 of 3 samples is in no subset");
        assertThatThrownBy(() -> run("--split", "given")).hasMessageContaining("subset of each sample");
        Dataset dataset = run("--split", "test=test/2.png").dataset();
        assertThat(dataset.samples(Subset.TEST)).hasSize(1);
        assertThat(of("--split", "60/20/20").preview(Progress.none()).samples()).hasValue(3);
    }

    @Test
    void masksThatMarkNothingAreRefused() throws IOException {
        image("a.png", 2);
        grey("a_mask.png", 0, 0);
        assertThatThrownBy(this::run).hasMessageContaining("nothing but the value 0");
    }

    @Test
    void patternsThatFindNothingAreExplained() throws IOException {
        image("a.png", 2);
        assertThatThrownBy(this::run).hasMessageContaining("usual way");
        assertThatThrownBy(() -> run("--images", "(.+)\\.jpg", "--masks", "\\1.png")).hasMessageContaining("No image fits");
        assertThatThrownBy(() -> run("--images", "(.+)\\.png", "--masks", "\\1_m.png")).hasMessageContaining("has a mask");
        assertThatThrownBy(() -> run("--images", ".+\\.png", "--masks", "\\1_m.png")).hasMessageContaining("part 1");
        assertThatThrownBy(() -> run("--images", "(", "--masks", "x")).hasMessageContaining("regular expression");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void stepsMakeArraysAndMasksFollow() throws IOException {
        image("a.png", 3);
        grey("a_mask.png", 0, 255, 255);
        Dataset dataset = run("--preprocessing", "rescale slope=1/255; fit size=8,40", "--split", "100/0/0").dataset();
        assertThat(dataset.column("image").orElseThrow().type()).isEqualTo(ColumnType.ARRAY);
        assertThat(dataset.column("mask").orElseThrow().options()).containsEntry("preprocessing", "fit size=8,40")
                .containsEntry("type", "u8");
        assertThatThrownBy(() -> of("--preprocessing", "blur").preview(Progress.none())).hasMessageContaining("'blur'");
    }

    @Test
    void previewWritesNothing() throws IOException {
        image("a.png", 2);
        grey("a_mask.png", 0, 255);
        DatasetPreview preview = of("--split", "100/0/0").preview(Progress.none());
        assertThat(preview.samples()).hasValue(1);
        assertThat(preview.columns()).extracting(Column::name).containsExactly("image", "mask", "patient", "part", "defect");
        assertThat(preview.remarks()).first().asString().contains("say it otherwise");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void vesselsOfTheRetinaCoverWhatTheyCover() throws IOException {
        data = TestData.folder("retina-chasedb1");
        ImportReport report = run("--images", "(.+)\\.jpg", "--masks", "\\1_1stHO.png", "--patient", "Image_(\\d+)", "--split",
                "test=05,07,09,12");
        assertThat(report.dataset().samples()).hasSize(28);
        assertThat(report.dataset().samples(Subset.TEST)).hasSize(8);
        assertThat(report.defects()).isEmpty();
        // numpy: 1861974 of 28 · 960 · 999 places
        assertThat(report.remarks()).contains("Places in masks: background 93.1 %, marked 6.9 %");
        Column mask = report.dataset().column("mask").orElseThrow();
        float[] first = READERS.of(mask)
                .read(data, report.dataset().samples().get(0).value(mask), mask.options()).floats();
        // numpy: 66885 places of the first
        assertThat(IntStream.range(0, first.length).filter(i -> first[i] == 1)).hasSize(66_885);
    }

    private List<Integer> read(Dataset dataset, int sample) throws IOException {
        Column mask = dataset.column("mask").orElseThrow();
        Sample one = dataset.samples().get(sample);
        float[] values = READERS.of(mask).read(dataset.root(), one.value(mask), mask.options()).floats();
        List<Integer> numbers = new ArrayList<>();
        int width = values.length / SIDE;
        for (int x = 0; x < width; x += SIDE) {
            numbers.add((int) values[(SIDE - 1) * width + x]);
        }
        return numbers;
    }

    private DatasetImport of(String... options) {
        Map<String, List<String>> settings = new LinkedHashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            settings.computeIfAbsent(options[i].substring(2), none -> new ArrayList<>()).add(options[i + 1]);
        }
        return new MaskKind(READERS).of(new ImportRequest(List.of(data), temp.resolve("out"), "test", settings));
    }

    private ImportReport run(String... options) {
        return new ImportRun(of(options), temp.resolve("out"), READERS).run(Progress.none());
    }

    private void image(String name, int width) throws IOException {
        write(name, new BufferedImage(width * SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY));
    }

    private void grey(String name, int... values) throws IOException {
        BufferedImage picture = new BufferedImage(values.length * SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < values.length * SIDE * SIDE; i++) {
            int x = i % picture.getWidth();
            picture.getRaster().setSample(x, i / picture.getWidth(), 0, values[x / SIDE]);
        }
        write(name, picture);
    }

    private void colour(String name, int... values) throws IOException {
        BufferedImage picture = new BufferedImage(values.length * SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < values.length * SIDE * SIDE; i++) {
            int x = i % picture.getWidth();
            picture.setRGB(x, i / picture.getWidth(), values[x / SIDE]);
        }
        write(name, picture);
    }

    private void write(String name, BufferedImage picture) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, name.endsWith("png") ? "png" : "jpg", file.toFile());
    }
}
