// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.dataset.Subset;

class MonitoredMetricTest {
    @ParameterizedTest
    @CsvSource({
        "validation-loss, VALIDATION, '', validation loss",
        "training-accuracy, TRAIN, '', training accuracy",
        "validation-auc:grade, VALIDATION, grade, validation AUC of grade",
        "validation-hamming-loss:a:b, VALIDATION, a:b, validation Hamming loss of a:b",
        "validation-concordance, VALIDATION, '', validation concordance",
        "validation-iou:left lung, VALIDATION, left lung, validation IoU of left lung"})
    void theIdNamesSubsetMetricAndOutput(String id, Subset subset, String output, String words) {
        MonitoredMetric monitored = MonitoredMetric.of(id).orElseThrow();

        assertThat(monitored.subset()).isEqualTo(subset);
        assertThat(monitored.output()).isEqualTo(output);
        assertThat(monitored.words()).isEqualTo(words);
        assertThat(monitored.id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"validation-other", "loss", "test-loss", "", "validation-", "validation-:grade"})
    void whatIsNotMeasuredIsNotKnown(String id) {
        assertThat(MonitoredMetric.of(id)).isEqualTo(Optional.empty());
    }

    @Test
    void aValueOfAnOutputHasAKeyOfItsOwn() {
        Metric auc = Metric.of("auc").orElseThrow();
        MetricValues values = MetricValues.NONE.with(auc, 0.5).with(MetricValues.key(auc, "grade"), 0.75);

        assertThat(values.of(auc)).isEqualTo(0.5);
        assertThat(values.of("auc:grade")).isEqualTo(0.75);
        assertThat(MetricValues.metric("auc:grade")).contains(auc);
        assertThat(MetricValues.name("auc:grade")).isEqualTo("AUC of grade");
        assertThat(MetricValues.name("lift:grade")).isEqualTo("lift:grade");
    }
}
