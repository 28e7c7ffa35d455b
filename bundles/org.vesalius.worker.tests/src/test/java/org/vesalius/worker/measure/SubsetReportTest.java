// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.MissingValues;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.SubsetCounts;
import org.vesalius.evaluation.output.Answer;
import org.vesalius.evaluation.output.OutputKind;

class SubsetReportTest {
    @Test
    void patientsWhoAreNotKnownAreNotCounted() {
        Column patient = Column.text("patient", ColumnRole.PATIENT).with(MissingValues.marked(List.of("NA")));
        List<Sample> samples = List.of(of("s1", "p1"), of("s2", "NA"), of("s3", "p2"), of("s4", ""), of("s5", "p1"));
        Dataset dataset = new Dataset(Path.of("x"), "x", Path.of("x"),
                List.of(patient, Column.text("part", ColumnRole.SUBSET)), samples);
        SubsetReport report = new SubsetReport(Subset.TEST, dataset, List.of(OutputKind.categories("out", List.of("a", "b"))), 3);

        samples.forEach(sample -> report.take(sample, List.of(new Answer(new float[] {1}, new float[] {1}, new boolean[] {true}))));

        assertThat(report.toJson(List.of(0.5)).get("patients").getAsInt()).isEqualTo(2);
        assertThat(report.toJson(List.of(0.5)).get("incomplete").getAsInt()).isEqualTo(3);
        assertThat(SubsetCounts.of(dataset).patients(Subset.TEST, "")).isEqualTo(2);
    }

    @Test
    void patientsOfWhomNoTruthIsKnownAreNotCounted() {
        List<Sample> samples = List.of(of("s1", "p1"), of("s2", "p2"), of("s3", "p3"));
        Dataset dataset = new Dataset(Path.of("x"), "x", Path.of("x"),
                List.of(Column.text("patient", ColumnRole.PATIENT), Column.text("part", ColumnRole.SUBSET)), samples);
        SubsetReport report = new SubsetReport(Subset.TEST, dataset, List.of(OutputKind.categories("out", List.of("a", "b"))), 0);

        report.take(samples.get(0), List.of(new Answer(new float[] {1}, new float[] {1}, new boolean[] {true})));
        report.take(samples.get(1), List.of(new Answer(new float[] {0}, new float[] {0}, new boolean[] {true})));
        report.take(samples.get(2), List.of(Answer.unknown(new float[] {1})));

        assertThat(report.toJson(List.of(0.5)).get("patients").getAsInt()).isEqualTo(2);
        assertThat(report.toJson(List.of(0.5)).get("n").getAsInt()).isEqualTo(2);
    }

    /** As in training, for example the focal loss, and not always the cross-entropy; Cox's loss is that of its measure. */
    @Test
    void theLossIsThatOfTheOutput() {
        Dataset dataset = new Dataset(Path.of("x"), "x", Path.of("x"), List.of(Column.text("part", ColumnRole.SUBSET)), List.of());
        SubsetReport report = new SubsetReport(Subset.TEST, dataset, List.of(OutputKind.categories("out", List.of("a", "b"))), 0);

        report.take(of("s1", ""), List.of(new Answer(new float[] {0.5f}, new float[] {1}, new boolean[] {true})));

        assertThat(report.toJson(List.of(0.25)).get("loss").getAsDouble()).isEqualTo(0.25);
        assertThat(report.toJson(List.of(Double.NaN)).get("loss").getAsDouble()).isCloseTo(Math.log(2), within(1e-9));
    }

    private static Sample of(String id, String patient) {
        return new Sample(id, Map.of("patient", patient, "part", "test"));
    }
}
