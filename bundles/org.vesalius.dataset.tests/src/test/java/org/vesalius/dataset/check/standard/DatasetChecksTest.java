// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.vesalius.dataset.fingerprint.KeptFingerprints;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.phantom.ChestPhantom;
import org.vesalius.phantom.ChestPhantomSet;

class DatasetChecksTest {
    private final DatasetChecks checks = new DatasetChecks(List.of(new StandardChecks()),
            ColumnReaders.standard().with(new ChestPhantom()), KeptFingerprints.none());
    private final List<Sample> samples = new ArrayList<>();

    @TempDir
    private Path root;

    @Test
    void theExampleIsFlawless() {
        assertThat(checks.check(ChestPhantomSet.example().in(root), Progress.none())).isEmpty();
    }

    @Test
    void subsetsAndCategoriesThatAreMissing() {
        add("train", "a", 30, "");
        add("test", "b", 5, "");

        List<Problem> problems = check();

        assertThat(find(problems, "dataset.part-missing")).extracting(Problem::subject).containsExactly("validation");
        assertThat(find(problems, "dataset.one-category")).extracting(Problem::severity)
                .containsExactly(Severity.ERROR);
        assertThat(find(problems, "dataset.category-missing")).extracting(Problem::message).containsExactly(
                "No sample of the category 'a' is in the test subset.",
                "No sample of the category 'b' is in the train subset.");
    }

    @Test
    void smallAndUnequalCategories() {
        add("train", "a", 60, "");
        add("train", "b", 3, "");

        List<Problem> problems = check();

        assertThat(find(problems, "dataset.category-small")).extracting(Problem::message)
                .containsExactly("Only 3 training samples are of the category 'b'.");
        assertThat(find(problems, "dataset.imbalance")).extracting(Problem::message)
                .containsExactly("The largest category has 60 training samples, the smallest 3.");
    }

    @Test
    void unreadableSamplesAreCounted() {
        add("train", "a", 2, "");
        add("train", "b", 2, "is truncated");

        assertThat(find(check(), "dataset.unreadable")).extracting(Problem::message)
                .containsExactly("2 of 4 samples can't be read: s2 is truncated; s3 is truncated.");
    }

    @Test
    void missingAndEmptiedImagesAreNamedWithReasons() throws IOException {
        add("train", "a", 2, "");
        add("train", "b", 2, "");
        Images.write(Images.grey(9, 9, 1), "png", root.resolve("p0.png"));
        Files.write(root.resolve("p2.png"), new byte[0]);
        Files.createDirectory(root.resolve("p3.png"));

        assertThat(find(check(), "dataset.missing")).extracting(Problem::message).containsExactly(
                "The images of 3 of 4 samples can no longer be read: s1 is missing; s2 is empty; s3 is no file.");
    }

    @Test
    void categoriesSpelledInTwoWays() {
        // e with an accent as one character and as two
        List<Problem> problems = checks.check(new Dataset(root, "x", root,
                List.of(Column.label("class", List.of("NORMAL", "Normal", "caf\u00e9", "cafe\u0301", "other"))),
                samples), Progress.none());

        assertThat(find(problems, "dataset.category-twins")).extracting(Problem::message).containsExactly(
                "The categories 'NORMAL' and 'Normal' differ only in upper and lower case or in how accents are "
                        + "written.",
                "The categories 'caf\u00e9' and 'cafe\u0301' differ only in upper and lower case or in how accents are "
                        + "written.");
    }

    @Test
    void theSameImageInTwoSubsets() throws IOException {
        for (int i = 0; i < 4; i++) {
            Images.write(Images.grey(9, 9, i / 2), "png", root.resolve("p" + i + ".png"));
        }
        add("train", "a", 1, "");
        add("test", "a", 1, "");
        add("train", "b", 2, "");

        assertThat(find(check(), "dataset.duplicate")).extracting(Problem::message).containsExactly(
                "1 sample has the very same image as one in another subset; the first are s0 and s1.");
    }

    /** Two patients without a lesion have the same mask. */
    @Test
    void theSameAnswerInTwoSubsetsIsNoDuplicate() throws IOException {
        for (int i = 0; i < 2; i++) {
            Images.write(Images.grey(9, 9, 0), "png", root.resolve("p" + i + ".png"));
        }
        add("train", "a", 1, "");
        add("test", "a", 1, "");
        Dataset dataset = new Dataset(root, "x", root, List.of(Column.image("image", "image", Map.of()).in(ColumnRole.LABEL),
                Column.text("part", ColumnRole.SUBSET)), samples);

        assertThat(find(checks.check(dataset, Progress.none()), "dataset.duplicate")).isEmpty();
    }

    @Test
    void readersAndFoldersThatAreMissing() {
        add("train", "a", 1, "");
        Dataset dataset = new Dataset(root, "x", root.resolve("gone"),
                List.of(Column.image("scan", "hologram", Map.of())), samples);

        List<Problem> problems = checks.check(dataset, Progress.none());

        assertThat(find(problems, "dataset.reader-missing")).hasSize(1);
        assertThat(find(problems, "dataset.root-missing")).hasSize(1);
        assertThat(find(problems, "dataset.no-patient")).hasSize(1);
    }

    private void add(String subset, String category, int count, String defect) {
        for (int i = 0; i < count; i++) {
            int number = samples.size();
            samples.add(new Sample("s" + number, Map.of("image", "p" + number + ".png", "class", category,
                    "part", subset, "defect", defect)));
        }
    }

    private List<Problem> check() {
        return checks.check(new Dataset(root, "x", root, List.of(Column.image("image", "image", Map.of()),
                Column.label("class", List.of("a", "b")), Column.text("part", ColumnRole.SUBSET),
                Column.text("defect", ColumnRole.DEFECT)), samples), Progress.none());
    }

    private static List<Problem> find(List<Problem> problems, String id) {
        return problems.stream().filter(problem -> problem.checkId().equals(id)).toList();
    }
}
