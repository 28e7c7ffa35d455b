// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.SubsetCounts;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.TestData;
import org.vesalius.dataset.importer.kind.ImportReport;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.importer.kind.SplitRule;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.reader.ColumnReaders;

/** Imports real folders; the expected numbers are those of the SOURCE.txt beside the images. */
class RealFoldersTest {
    private static final Pattern CHEST_PATIENT =
            Pattern.compile("(train|test)/[^/]+/(person\\d+|NORMAL2-IM-\\d+|IM-\\d+)");

    @TempDir
    private Path out;

    @Test
    void chestXraysByTheirFoldersWithValidationOutOfTrain() {
        ImportReport report = run("cxr-pneumonia-224", Optional.of(CHEST_PATIENT), new SplitRule.Folders(0.15));

        SubsetCounts counts = report.counts();
        assertThat(report.defects()).isEmpty();
        assertThat(counts.samples(Subset.TEST)).isEqualTo(234 + 390);
        assertThat(counts.samples(Subset.TEST, "NORMAL")).isEqualTo(234);
        assertThat(counts.patients(Subset.TEST, "NORMAL")).isEqualTo(225);
        assertThat(counts.patients(Subset.TEST, "PNEUMONIA")).isEqualTo(202);
        assertThat(together(counts.patients(), "NORMAL")).isEqualTo(541);
        assertThat(together(counts.patients(), "PNEUMONIA")).isEqualTo(245);
        assertThat(together(counts.samples(), "NORMAL")).isEqualTo(602);
        assertThat(together(counts.samples(), "PNEUMONIA")).isEqualTo(601);
        assertThat(counts.samples(Subset.VALIDATION, "NORMAL")).isBetween(88, 92);
        assertThat(counts.samples(Subset.VALIDATION, "PNEUMONIA")).isBetween(88, 92);
        assertEachPatientInOneSubset(report.dataset());
        assertThat(new DatasetFiles().load(out.resolve("data"))).isEqualTo(report.dataset());
    }

    @Test
    void chestXraysByFractions() {
        ImportReport report = run("cxr-pneumonia-224", Optional.of(CHEST_PATIENT),
                new SplitRule.Fractions(0.70, 0.15, 0.15));

        assertThat(report.counts().samples(Subset.TRAIN)).isBetween(1270, 1290);
        assertThat(report.counts().samples(Subset.VALIDATION)).isBetween(268, 280);
        assertThat(report.counts().samples(Subset.TEST)).isBetween(268, 280);
        assertEachPatientInOneSubset(report.dataset());
    }

    @Test
    void bloodCellsOfOddSizesWithAClassOfThree() {
        ImportReport report = run("wbc-bccd-cropped", Optional.empty(), new SplitRule.Fractions(0.70, 0.15, 0.15));

        assertThat(report.dataset().samples()).hasSize(351);
        assertThat(report.defects()).isEmpty();
        assertThat(report.counts().samples(Subset.TRAIN, "Neutrophil")).isBetween(143, 147);
        for (Subset subset : Subset.values()) {
            assertThat(report.counts().samples(subset, "Basophil")).as(subset.text()).isEqualTo(1);
        }
        assertThat(report.problems()).extracting(problem -> problem.checkId())
                .contains("dataset.category-small", "dataset.imbalance", "dataset.no-patient");
        assertThat(report.passedOver()).containsExactly(new PassedOver("SOURCE.txt", "is no image by its name"));
    }

    private ImportReport run(String folder, Optional<Pattern> patient, SplitRule split) {
        ImageFolderOptions options = new ImageFolderOptions(TestData.folder(folder), out.resolve("data"), folder,
                patient, split, 42);
        return new ImageFolderImport(ColumnReaders.standard(), options).run(Progress.none());
    }

    private static int together(Map<Subset, Map<String, Integer>> counts, String category) {
        return counts.get(Subset.TRAIN).get(category) + counts.get(Subset.VALIDATION).get(category);
    }

    private static void assertEachPatientInOneSubset(Dataset dataset) {
        Map<String, String> subsets = new HashMap<>();
        for (Sample sample : dataset.samples()) {
            String earlier = subsets.putIfAbsent(sample.value("patient"), sample.value("part"));
            assertThat(earlier).isIn(null, sample.value("part"));
        }
    }
}
