// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Images;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.WatchedProgress;
import org.vesalius.dataset.fingerprint.KeptFingerprints;
import org.vesalius.dataset.reader.ColumnReaders;

/** Faults planted among pictures that all have one outline and differ in their details, as chests do. */
class PlantedFaultsTest {
    private static final int CLEAN = 20;

    @TempDir
    private Path root;
    private final List<Sample> samples = new ArrayList<>();

    @BeforeEach
    void writeCleanImages() throws IOException {
        for (int i = 0; i < CLEAN; i++) {
            add(picture(i), "png", i % 2 == 0 ? "a" : "b", i < CLEAN / 2 ? "train" : "test");
        }
    }

    @Test
    void inACleanSetNothingIsFound() {
        assertThat(check()).extracting(Problem::checkId).noneMatch(id -> id.matches(
                "dataset\\.(duplicate|near-duplicate|repeated|label-conflict|constant|mixed.*|scale|impossible)"));
    }

    @Test
    void imagesEncodedAnewScaledAndBrightenedAcrossSubsets() throws IOException {
        add(picture(0), "jpg", "a", "test");
        add(scaled(picture(2), 40), "png", "a", "test");
        add(scaled(picture(4), 150), "png", "a", "test");
        add(brightened(picture(6), 1.25), "png", "a", "test");
        add(scaled(brightened(picture(8), 0.8), 70), "jpg", "a", "test");

        Problem found = only("dataset.near-duplicate");
        assertThat(found.severity()).isEqualTo(Severity.ERROR);
        assertThat(found.samples()).containsExactlyInAnyOrder("s0", "s2", "s4", "s6", "s8", "s20", "s21", "s22", "s23", "s24");
        assertThat(found.message()).startsWith("5 samples have");
        assertThat(problems("dataset.label-conflict")).isEmpty();
    }

    @Test
    void theSameValuesInAnotherFile() throws IOException {
        add(picture(1), "bmp", "b", "test");
        add(picture(3), "png", "b", "train");

        Problem across = only("dataset.duplicate");
        assertThat(across.severity()).isEqualTo(Severity.ERROR);
        assertThat(across.samples()).containsExactly("s1", "s20");
        assertThat(only("dataset.repeated").samples()).containsExactly("s3", "s21");
        assertThat(only("dataset.repeated").severity()).isEqualTo(Severity.ADVICE);
    }

    @Test
    void swappedLabels() throws IOException {
        add(picture(0), "png", "b", "train");
        add(scaled(picture(1), 60), "png", "a", "train");

        Problem found = only("dataset.label-conflict");
        assertThat(found.severity()).isEqualTo(Severity.ERROR);
        assertThat(found.samples()).containsExactly("s0", "s20", "s1", "s21");
    }

    @Test
    void imagesOfOneValueAreNoDuplicates() throws IOException {
        for (int i = 0; i < 3; i++) {
            add(new BufferedImage(30, 30, BufferedImage.TYPE_BYTE_GRAY), "png", "a", i == 0 ? "train" : "test");
        }

        assertThat(only("dataset.constant").samples()).containsExactly("s20", "s21", "s22");
        assertThat(problems("dataset.duplicate")).isEmpty();
        assertThat(problems("dataset.near-duplicate")).isEmpty();
    }

    @Test
    void depthsColoursAndOrientationsThatAreMixed() throws IOException {
        BufferedImage deep = new BufferedImage(80, 80, BufferedImage.TYPE_USHORT_GRAY);
        deep.createGraphics().drawImage(picture(100), 0, 0, null);
        add(deep, "png", "a", "train");
        BufferedImage colour = new BufferedImage(80, 80, BufferedImage.TYPE_INT_RGB);
        colour.createGraphics().drawImage(picture(101), 0, 0, null);
        add(colour, "png", "a", "train");
        add(picture(102).getSubimage(0, 0, 80, 40), "png", "a", "train");
        add(picture(103).getSubimage(0, 0, 40, 80), "png", "a", "train");

        assertThat(only("dataset.mixed-depth").samples()).containsExactly("s20");
        assertThat(only("dataset.mixed-channels").message()).contains("1 colour, 23 grey");
        assertThat(only("dataset.mixed-orientation").message()).contains("1 landscape, 1 portrait");
    }

    @Test
    void isCancelled() {
        assertThatThrownBy(() -> checks().check(dataset(), WatchedProgress.cancelledWhen(() -> true)))
                .isInstanceOf(CancellationException.class);
    }

    /** An outline that all share, and blobs of its own. */
    private static BufferedImage picture(int number) {
        Random random = new Random(1000 + number);
        double[] values = new double[80 * 80];
        Arrays.setAll(values, i -> 110 + 50 * Math.cos((i % 80 - 40) / 12.0) - 30 * Math.sin(i / 80 / 25.0));
        for (int blob = 0; blob < 60; blob++) {
            int left = random.nextInt(74);
            int top = random.nextInt(74);
            int change = random.nextInt(80) - 40;
            for (int i = 0; i < 36; i++) {
                values[(top + i / 6) * 80 + left + i % 6] += change;
            }
        }
        BufferedImage image = new BufferedImage(80, 80, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < values.length; i++) {
            image.getRaster().setSample(i % 80, i / 80, 0, (int) Math.min(Math.max(values[i], 0), 255));
        }
        return image;
    }

    private static BufferedImage scaled(BufferedImage image, int side) {
        BufferedImage scaled = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, side, side, null);
        graphics.dispose();
        return scaled;
    }

    private static BufferedImage brightened(BufferedImage image, double factor) {
        BufferedImage bright = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            int x = i % image.getWidth();
            int y = i / image.getWidth();
            bright.getRaster().setSample(x, y, 0, Math.min(255, (int) (factor * image.getRaster().getSample(x, y, 0))));
        }
        return bright;
    }

    private void add(BufferedImage image, String format, String category, String subset) throws IOException {
        int number = samples.size();
        Images.write(image, format, root.resolve("p" + number + "." + format));
        samples.add(new Sample("s" + number, Map.of("image", "p" + number + "." + format, "class", category, "part", subset)));
    }

    private Dataset dataset() {
        return new Dataset(root, "x", root, List.of(Column.image("image", "image", Map.of()), Column.label("class", List.of("a", "b")),
                Column.text("part", ColumnRole.SUBSET)), samples);
    }

    private static DatasetChecks checks() {
        return new DatasetChecks(List.of(new StandardChecks()), ColumnReaders.standard(), KeptFingerprints.none());
    }

    private List<Problem> check() {
        return checks().check(dataset(), Progress.none());
    }

    private List<Problem> problems(String id) {
        return check().stream().filter(problem -> problem.checkId().equals(id)).toList();
    }

    private Problem only(String id) {
        List<Problem> found = problems(id);
        assertThat(found).as(id).hasSize(1);
        return found.get(0);
    }
}
