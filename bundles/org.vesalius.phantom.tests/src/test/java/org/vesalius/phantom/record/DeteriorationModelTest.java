// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Subset;
import org.vesalius.phantom.truth.Ranking;
import org.vesalius.phantom.truth.Truth;

class DeteriorationModelTest {
    private final Truth truth = new Truth("image-and-record", sample -> true);

    /** Both together tell more than either, so that a network that looks at one of them only is found out. */
    @Test
    void statesWhatBothTellAtBestAndTheRecordAloneByLogisticRegression() {
        double record = auc(DeteriorationModel::ofRecord);
        double image = auc(DeteriorationModel::ofImage);
        double both = auc(row -> DeteriorationModel.ofRecord(row) + DeteriorationModel.ofImage(row));
        double logistic = Ranking.auc(truth.logistic(this::inputs, DeteriorationModelTest::worse), worse(Subset.TEST));
        System.out.printf("image-and-record: record %.4f, image %.4f at best%n", record, image);

        truth.assertStated(both, logistic);
        assertThat(both).isGreaterThan(record + 0.05).isGreaterThan(image + 0.05);
    }

    private double auc(ToDoubleFunction<Map<String, String>> score) {
        return Ranking.auc(truth.numbers(Subset.TEST, score::applyAsDouble), worse(Subset.TEST));
    }

    private boolean[] worse(Subset part) {
        return truth.which(part, DeteriorationModelTest::worse);
    }

    private static boolean worse(Map<String, String> row) {
        return row.get(DeteriorationModel.OUTCOME).equals("worse");
    }

    private double[] inputs(Map<String, String> row) {
        return truth.dataset().columns().stream()
                .filter(column -> column.role() == ColumnRole.INPUT && column.type() == ColumnType.NUMBER).map(Column::name)
                .mapToDouble(name -> Double.parseDouble(row.get(name))).toArray();
    }
}
