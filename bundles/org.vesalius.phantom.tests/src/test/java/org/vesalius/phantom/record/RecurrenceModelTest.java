// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.record;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.Subset;
import org.vesalius.phantom.truth.LinearModel;
import org.vesalius.phantom.truth.Ranking;
import org.vesalius.phantom.truth.Truth;

class RecurrenceModelTest {
    private final Truth truth = new Truth("recurrence", sample -> true);

    @Test
    void statesWhatCanBeLearnedAtBestAndByALinearModelOfCox() {
        LinearModel linear = LinearModel.cox(truth.inputs(Subset.TRAIN, RecurrenceModelTest::inputs), times(Subset.TRAIN),
                events(Subset.TRAIN));

        truth.assertStated(concordance(truth.numbers(Subset.TEST, RecurrenceModelTest::logHazard)),
                concordance(linear.scores(truth.inputs(Subset.TEST, RecurrenceModelTest::inputs))));
    }

    private double concordance(double[] risks) {
        return Ranking.concordance(risks, times(Subset.TEST), events(Subset.TEST));
    }

    private double[] times(Subset part) {
        return truth.numbers(part, row -> Double.parseDouble(row.get(RecurrenceModel.MONTHS)));
    }

    private boolean[] events(Subset part) {
        return truth.which(part, row -> is(row, RecurrenceModel.EVENT));
    }

    private static boolean is(Map<String, String> row, String column) {
        return row.get(column).equals("yes");
    }

    private static double logHazard(Map<String, String> row) {
        return RecurrenceModel.logHazard(Double.parseDouble(row.get(RecurrenceModel.AGE)),
                Double.parseDouble(row.get(RecurrenceModel.NODES)), Integer.parseInt(row.get(RecurrenceModel.GRADE)) - 1,
                is(row, RecurrenceModel.RECEPTORS), is(row, RecurrenceModel.THERAPY));
    }

    private static double[] inputs(Map<String, String> row) {
        return new double[] {Double.parseDouble(row.get(RecurrenceModel.AGE)), Double.parseDouble(row.get(RecurrenceModel.NODES)),
            row.get(RecurrenceModel.GRADE).equals("2") ? 1 : 0, row.get(RecurrenceModel.GRADE).equals("3") ? 1 : 0,
            is(row, RecurrenceModel.RECEPTORS) ? 1 : 0, is(row, RecurrenceModel.THERAPY) ? 1 : 0};
    }
}
