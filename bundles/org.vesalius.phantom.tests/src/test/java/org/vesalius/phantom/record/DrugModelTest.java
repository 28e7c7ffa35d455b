// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.Subset;
import org.vesalius.phantom.record.DrugModel.Diagnosis;
import org.vesalius.phantom.record.DrugModel.Drug;
import org.vesalius.phantom.truth.Ranking;
import org.vesalius.phantom.truth.Truth;

class DrugModelTest {
    private final Truth truth = new Truth("drugs", sample -> !sample.value(DrugModel.DRUGS).isEmpty());

    @Test
    void statesWhatCanBeLearnedAtBestAndByLogisticRegression() {
        truth.assertStated(microAveragePrecision(drug -> truth.numbers(Subset.TEST, row -> probability(drug, row))),
                microAveragePrecision(drug -> probabilities(truth.logistic(DrugModelTest::inputs, row -> gets(row, drug)))));
    }

    private double microAveragePrecision(Function<Drug, double[]> scores) {
        List<double[]> all = new ArrayList<>();
        List<double[]> given = new ArrayList<>();
        for (Drug drug : Drug.values()) {
            all.add(scores.apply(drug));
            given.add(truth.numbers(Subset.TEST, row -> gets(row, drug) ? 1.0 : 0.0));
        }
        double[] joined = Ranking.joined(given);
        boolean[] positive = new boolean[joined.length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = joined[i] > 0;
        }
        return Ranking.averagePrecision(Ranking.joined(all), positive);
    }

    private static double[] probabilities(double[] logits) {
        return DoubleStream.of(logits).map(RecordModel::probability).toArray();
    }

    private static boolean gets(Map<String, String> row, Drug drug) {
        return cell(row, DrugModel.DRUGS).contains(DrugModel.word(drug));
    }

    private static double probability(Drug drug, Map<String, String> row) {
        Set<String> cell = cell(row, DrugModel.DIAGNOSES);
        Set<Diagnosis> has = Arrays.stream(Diagnosis.values()).filter(diagnosis -> cell.contains(DrugModel.word(diagnosis)))
                .collect(Collectors.toSet());
        return RecordModel.probability(drug.logit(Double.parseDouble(row.get(DrugModel.AGE)),
                Double.parseDouble(row.get(DrugModel.KIDNEYS)), has));
    }

    private static double[] inputs(Map<String, String> row) {
        Set<String> cell = cell(row, DrugModel.DIAGNOSES);
        return DoubleStream.concat(DoubleStream.of(Double.parseDouble(row.get(DrugModel.AGE)),
                Double.parseDouble(row.get(DrugModel.KIDNEYS))),
                Arrays.stream(Diagnosis.values())
                        .mapToDouble(diagnosis -> cell.contains(DrugModel.word(diagnosis)) ? 1 : 0))
                .toArray();
    }

    private static Set<String> cell(Map<String, String> row, String column) {
        return Set.of(row.get(column).split("\\|"));
    }
}
