// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Evaluates predictions. Samples without a label don't count.
 *
 * <p>With two categories a score of {@value #THRESHOLD} or more means the second; with more, the highest score wins,
 * the first of equals. Means over categories leave out those that can't be computed because no sample, or every
 * sample, is of them.
 */
public final class Evaluation {
    /** From which probability on a sample is taken for positive. */
    public static final double THRESHOLD = 0.5;

    private final Predictions predictions;
    private final double[][] scores;
    private final int[] truth;

    private Evaluation(Predictions predictions) {
        List<String> categories = predictions.categories();
        List<Prediction> labelled = predictions.rows().stream().filter(row -> !row.label().isEmpty()).toList();
        this.predictions = predictions;
        this.scores = labelled.stream().map(Prediction::scores).toArray(double[][]::new);
        this.truth = labelled.stream().mapToInt(row -> categories.indexOf(row.label())).toArray();
    }

    /** How good these predictions are. */
    public static EvaluationResult of(Predictions predictions) {
        Evaluation evaluation = new Evaluation(predictions);
        return predictions.binary() ? evaluation.binary() : evaluation.multiClass();
    }

    private EvaluationResult binary() {
        double[] positiveScores = column(0);
        ConfusionMatrix confusion = confusion(i -> Decision.of(scores[i]));
        double[] labels = IntStream.of(truth).asDoubleStream().toArray();
        double loss = Losses.binaryCrossEntropy(labels, positiveScores);
        return result(loss, auc(1, positiveScores), confusion, confusion.sensitivity(1), confusion.specificity(1));
    }

    private EvaluationResult multiClass() {
        ConfusionMatrix confusion = confusion(i -> Decision.of(scores[i]));
        double loss = Losses.categoricalCrossEntropy(truth, scores);
        double auc = mean(category -> auc(category, column(category)));
        return result(loss, auc, confusion, mean(confusion::sensitivity), mean(confusion::specificity));
    }

    private EvaluationResult result(double loss, double auc, ConfusionMatrix confusion, double sensitivity,
            double specificity) {
        return new EvaluationResult(loss, confusion.accuracy(), auc, sensitivity, specificity, confusion.counts(),
                truth.length);
    }

    private ConfusionMatrix confusion(IntUnaryOperator taken) {
        int[] predicted = IntStream.range(0, truth.length).map(taken).toArray();
        return new ConfusionMatrix(predictions.categories().size(), truth, predicted);
    }

    private double auc(int category, double[] categoryScores) {
        boolean[] positive = new boolean[truth.length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = truth[i] == category;
        }
        return RocAuc.of(positive, categoryScores);
    }

    private double[] column(int score) {
        double[] column = new double[scores.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = scores[i][score];
        }
        return column;
    }

    private double mean(IntToDoubleFunction ofCategory) {
        return IntStream.range(0, predictions.categories().size()).mapToDouble(ofCategory)
                .filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN);
    }
}
