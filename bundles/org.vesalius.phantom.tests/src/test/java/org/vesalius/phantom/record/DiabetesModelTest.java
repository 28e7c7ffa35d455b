// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.random.SeededRandom;
import org.vesalius.phantom.truth.Ranking;
import org.vesalius.phantom.truth.Truth;

class DiabetesModelTest {
    /** Values of a standard variable, each as likely. */
    private static final double[] USUAL = quantiles();

    private final Truth truth = new Truth("patient-record", sample -> true);

    @Test
    void statesWhatCanBeLearnedAtBestAndByLogisticRegression() {
        boolean[] ill = truth.which(Subset.TEST, DiabetesModelTest::ill);
        double best = Ranking.auc(truth.numbers(Subset.TEST, DiabetesModelTest::probability), ill);
        double linear = Ranking.auc(truth.logistic(this::inputs, DiabetesModelTest::ill), ill);

        truth.assertStated(best, linear);
    }

    @Test
    void oneInEightGetsIt() {
        assertThat(truth.rows(Subset.TRAIN).stream().filter(DiabetesModelTest::ill).count() / (double) truth.rows(Subset.TRAIN).size())
                .isBetween(0.1, 0.15);
    }

    private static boolean ill(Map<String, String> row) {
        return row.get(DiabetesModel.OUTCOME).equals("yes");
    }

    /** Of one of whom the row is known: the mean over what may be behind what is missing. */
    private static double probability(Map<String, String> row) {
        double age = Double.parseDouble(row.get(DiabetesModel.AGE));
        int smoking = List.of("never", "former", "current").indexOf(row.get(DiabetesModel.SMOKING));
        boolean male = row.get(DiabetesModel.SEX).equals("male");
        String family = row.get(DiabetesModel.FAMILY);
        double diabetic = family.equals("unknown") ? DiabetesModel.FAMILY_SHARE : family.equals("yes") ? 1 : 0;
        return mean(row.get(DiabetesModel.BMI), DiabetesModel.MEAN_BMI, DiabetesModel.BMI_DEVIATION, bmi -> mean(
                row.get(DiabetesModel.GLUCOSE), DiabetesModel.meanGlucose(age, bmi), DiabetesModel.GLUCOSE_DEVIATION,
                glucose -> diabetic * RecordModel.probability(DiabetesModel.logit(age, male, bmi, glucose, true, smoking))
                        + (1 - diabetic) * RecordModel.probability(DiabetesModel.logit(age, male, bmi, glucose, false, smoking))));
    }

    private static double mean(String cell, double mean, double deviation, DoubleUnaryOperator of) {
        return cell.isEmpty() ? DoubleStream.of(USUAL).map(x -> of.applyAsDouble(mean + deviation * x)).average().orElseThrow()
                : of.applyAsDouble(Double.parseDouble(cell));
    }

    private static double[] quantiles() {
        SeededRandom random = new SeededRandom(1);
        double[] draws = DoubleStream.generate(random::nearNormal).limit(20_000).sorted().toArray();
        return java.util.stream.IntStream.range(0, 100).mapToDouble(i -> draws[200 * i + 100]).toArray();
    }

    private double[] inputs(Map<String, String> row) {
        String family = row.get(DiabetesModel.FAMILY);
        return new double[] {Double.parseDouble(row.get(DiabetesModel.AGE)), is(row.get(DiabetesModel.SEX).equals("male")),
            number(row, DiabetesModel.BMI), is(row.get(DiabetesModel.BMI).isEmpty()), number(row, DiabetesModel.GLUCOSE),
            is(row.get(DiabetesModel.GLUCOSE).isEmpty()), Double.parseDouble(row.get(DiabetesModel.PRESSURE)),
            is(row.get(DiabetesModel.SMOKING).equals("former")), is(row.get(DiabetesModel.SMOKING).equals("current")),
            is(family.equals("yes")), is(family.equals("unknown"))};
    }

    private double number(Map<String, String> row, String column) {
        return row.get(column).isEmpty() ? median(column) : Double.parseDouble(row.get(column));
    }

    private double median(String column) {
        double[] there = truth.rows(Subset.TRAIN).stream().map(row -> row.get(column)).filter(cell -> !cell.isEmpty())
                .mapToDouble(Double::parseDouble).toArray();
        Arrays.sort(there);
        return there[there.length / 2];
    }

    private static double is(boolean fact) {
        return fact ? 1 : 0;
    }
}
