// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.Subset;
import org.vesalius.phantom.record.FluModel.Symptom;
import org.vesalius.phantom.truth.Ranking;
import org.vesalius.phantom.truth.Truth;

class FluModelTest {
    private final Truth truth = new Truth("symptoms", sample -> !sample.value(FluModel.PCR).equals(FluModel.NOT_TESTED));
    private final boolean[] ill = truth.which(Subset.TEST, FluModelTest::ill);

    @Test
    void statesWhatCanBeLearnedAtBestAndByLogisticRegression() {
        double best = Ranking.auc(truth.numbers(Subset.TEST, FluModelTest::logit), ill);
        double linear = Ranking.auc(truth.logistic(row -> inputs(row, true), FluModelTest::ill), ill);

        truth.assertStated(best, linear);
        assertThat(Ranking.auc(truth.logistic(row -> inputs(row, false), FluModelTest::ill), ill))
                .as("not tested as if it were negative").isLessThan(linear - 0.005);
    }

    private static boolean ill(Map<String, String> row) {
        return row.get(FluModel.PCR).equals(FluModel.POSITIVE);
    }

    /** Bayes: the symptoms and the test are independent of each other in the ill, and in the others. */
    private static double logit(Map<String, String> row) {
        int age = Integer.parseInt(row.get(FluModel.AGE));
        double logit = Math.log(FluModel.PREVALENCE / (1 - FluModel.PREVALENCE));
        for (Symptom symptom : Symptom.values()) {
            logit += ratio(FluModel.has(row, symptom), symptom.share(true, age), symptom.share(false, age));
        }
        String test = row.get(FluModel.TEST);
        return test.equals(FluModel.NOT_TESTED) ? logit
                : logit + ratio(test.equals(FluModel.POSITIVE), FluModel.positives(true), FluModel.positives(false));
    }

    private static double ratio(boolean there, double ill, double others) {
        return Math.log(there ? ill / others : (1 - ill) / (1 - others));
    }

    private static double[] inputs(Map<String, String> row, boolean apart) {
        String test = row.get(FluModel.TEST);
        double[] tests = {test.equals(FluModel.POSITIVE) ? 1 : 0, apart && test.equals(FluModel.NEGATIVE) ? 1 : 0};
        return DoubleStream.concat(DoubleStream.concat(DoubleStream.of(Double.parseDouble(row.get(FluModel.AGE))),
                DoubleStream.of(tests)), Arrays.stream(Symptom.values()).mapToDouble(symptom -> FluModel.has(row, symptom) ? 1 : 0))
                .toArray();
    }
}
