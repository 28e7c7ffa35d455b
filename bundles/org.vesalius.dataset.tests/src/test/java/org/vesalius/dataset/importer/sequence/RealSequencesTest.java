// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.TestData;
import org.vesalius.dataset.importer.kind.ImportReport;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.ImportRun;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.sequence.reading.SequenceReader;

/** Imports real sequences; counts are those of SOURCE.txt, sums were computed with NumPy. */
class RealSequencesTest {
    private static final int PARAMETERS = 37;
    private static final ColumnReaders READERS = new ColumnReaders(List.of(new SequenceReader()));

    @TempDir
    private Path out;

    @Test
    void beatsOfEcg5000() throws IOException {
        Dataset dataset = run(TestData.folder("ecg").resolve("ucr/ECG5000_TRAIN.txt"), Map.of()).dataset();
        Map<String, Integer> counts = new HashMap<>();
        dataset.samples().forEach(sample -> counts.merge(sample.value("class"), 1, Integer::sum));
        assertThat(counts).isEqualTo(Map.of("1", 292, "2", 177, "3", 10, "4", 19, "5", 2));
        double sum = 0;
        for (Sample sample : dataset.samples()) {
            float[] values = array(dataset, sample);
            assertThat(values).hasSize(140);
            for (float value : values) {
                sum += value;
            }
        }
        assertThat(sum).isEqualTo(0, within(0.01));
        float[] last = array(dataset, dataset.samples().get(499));
        assertThat(last[0]).isEqualTo(-1.1336738f);
        assertThat(last[139]).isEqualTo(-0.12263937f);
    }

    @Test
    @Tag("nightly")
    void firstTwoDaysOfIntensiveCare() throws IOException {
        Path folder = TestData.folder("icu-physionet2012");
        ImportReport report = run(folder.resolve("set-a"), Map.of("table", List.of(folder.resolve("Outcomes-a.txt").toString()),
                "label", List.of("In-hospital_death"), "missing", List.of("-1"), "step", List.of("1h"), "duration", List.of("48h")));
        Dataset dataset = report.dataset();
        assertThat(dataset.samples()).hasSize(600);
        assertThat(dataset.samples()).filteredOn(sample -> sample.value("In-hospital_death").equals("1")).hasSize(150);
        assertThat(dataset.columns()).extracting(Column::name).contains("Age", "Gender", "Height", "SAPS-I");
        int measured = 0;
        for (Sample sample : dataset.samples()) {
            float[] values = array(dataset, sample);
            for (int i = 0; i < values.length; i++) {
                measured += i % (3 * PARAMETERS) / PARAMETERS == 1 && values[i] == 1 ? 1 : 0;
            }
        }
        assertThat(measured).isEqualTo(215_638);
        assertBlocks(array(dataset, dataset.samples().get(0)), 49_181.635, 259, 549.1875);
        assertThat(report.remarks()).contains("468 values had the time of another value of the same thing; they are joined by the"
                + " rule 'mean'", "3400 rows of the table without a sequence were left out");
    }

    /** Sums of what was carried forward, of the masks, and of the times since. */
    private static void assertBlocks(float[] values, double... sums) {
        double[] found = new double[3];
        for (int i = 0; i < values.length; i++) {
            found[i % (3 * PARAMETERS) / PARAMETERS] += Float.isNaN(values[i]) ? 0 : values[i];
        }
        assertThat(found).containsExactly(sums, within(0.01));
    }

    private ImportReport run(Path source, Map<String, List<String>> settings) {
        Path folder = out.resolve("data");
        return new ImportRun(new SequenceKind().of(new ImportRequest(List.of(source), folder, "test", settings)), folder, READERS)
                .run(Progress.none());
    }

    private static float[] array(Dataset dataset, Sample sample) throws IOException {
        Column column = dataset.column("sequence").orElseThrow();
        return READERS.of(column).read(dataset.root(), sample.value(column), column.options()).floats();
    }
}
