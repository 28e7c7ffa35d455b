// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.metric;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.vesalius.evaluation.Evaluation;
import org.vesalius.evaluation.RocAuc;

/**
 * How well several findings that may occur together are told. What isn't known of a sample doesn't count. A finding
 * that no sample, or every sample, has can't be told from its absence: it is left out of means, which are over the
 * findings that are {@link #defined}. A finding is decided for from {@value Evaluation#THRESHOLD} on.
 */
public final class MultiLabelScores {
    private final double[][] truth;
    private final double[][] scores;
    private final int labels;

    /**
     * @param truth for each sample and finding 1, 0, or NaN where it isn't known
     * @param scores for each sample and finding its probability
     * @param labels number of findings
     */
    public MultiLabelScores(double[][] truth, double[][] scores, int labels) {
        if (truth.length != scores.length) {
            throw new IllegalArgumentException(truth.length + " truths and " + scores.length + " predictions");
        }
        this.truth = truth;
        this.scores = scores;
        this.labels = labels;
    }

    /** How many samples are known to have a finding. */
    public int positives(int label) {
        return (int) Arrays.stream(truth).filter(row -> row[label] == 1).count();
    }

    /** Of how many samples it is known whether they have a finding. */
    public int known(int label) {
        return (int) Arrays.stream(truth).filter(row -> !Double.isNaN(row[label])).count();
    }

    /** Whether some samples have a finding and some don't. */
    public boolean defined(int label) {
        int positives = positives(label);
        return positives > 0 && positives < known(label);
    }

    /** The area under the ROC curve of a finding; NaN if it isn't {@link #defined}. */
    public double auc(int label) {
        return column(label).auc();
    }

    /** The average precision of a finding; NaN if no sample has it. */
    public double averagePrecision(int label) {
        return column(label).averagePrecision();
    }

    /** Mean area under the ROC curve over the findings that are defined. */
    public double macroAuc() {
        return mean(this::auc);
    }

    /** Mean average precision over the findings that some sample has. */
    public double meanAveragePrecision() {
        return mean(this::averagePrecision);
    }

    /** Average precision of all samples and findings taken together. */
    public double microAveragePrecision() {
        return pooled().averagePrecision();
    }

    /** Area under the ROC curve of all samples and findings taken together. */
    public double microAuc() {
        return pooled().auc();
    }

    /** The share of the known findings that is decided wrongly. */
    public double hammingLoss() {
        double wrong = 0;
        for (int label = 0; label < labels; label++) {
            Decisions decided = column(label).decisions();
            wrong += decided.falsePositives() + decided.falseNegatives();
        }
        return wrong / IntStream.range(0, labels).map(this::known).sum();
    }

    /** The share of the samples of which all findings are known that are decided rightly in all of them. */
    public double subsetAccuracy() {
        int[] whole = IntStream.range(0, truth.length).filter(i -> Arrays.stream(truth[i]).noneMatch(Double::isNaN))
                .toArray();
        long right = Arrays.stream(whole).filter(i -> IntStream.range(0, labels)
                .allMatch(label -> decision(scores[i][label]) == (truth[i][label] == 1))).count();
        return right / (double) whole.length;
    }

    /** F1 of all decisions taken together; NaN if nothing is positive. */
    public double microF1() {
        return pooled().decisions().f1();
    }

    /** Mean F1 over the findings that are positive in a truth or a decision. */
    public double macroF1() {
        return mean(label -> column(label).decisions().f1());
    }

    /**
     * Label ranking average precision: for each true finding of a sample the share of true ones among those that score
     * as high, averaged. A sample without a finding, or with all, counts 1 (Tsoumakas, Katakis and Vlahavas, Mining
     * Multi-label Data, 2010).
     */
    public double rankingPrecision() {
        return IntStream.range(0, truth.length).filter(i -> Arrays.stream(truth[i]).anyMatch(y -> !Double.isNaN(y)))
                .mapToDouble(this::rankingPrecision).average().orElse(Double.NaN);
    }

    private double rankingPrecision(int sample) {
        double[] y = truth[sample];
        double[] p = scores[sample];
        int[] known = IntStream.range(0, labels).filter(label -> !Double.isNaN(y[label])).toArray();
        return Arrays.stream(known).filter(label -> y[label] == 1).mapToDouble(label -> {
            long asHigh = Arrays.stream(known).filter(other -> p[other] >= p[label]).count();
            long trueOnes = Arrays.stream(known).filter(other -> p[other] >= p[label] && y[other] == 1).count();
            return trueOnes / (double) asHigh;
        }).average().orElse(1);
    }

    private static boolean decision(double score) {
        return score >= Evaluation.THRESHOLD;
    }

    private Column column(int label) {
        int[] known = IntStream.range(0, truth.length).filter(i -> !Double.isNaN(truth[i][label])).toArray();
        boolean[] positive = new boolean[known.length];
        double[] values = new double[known.length];
        for (int i = 0; i < known.length; i++) {
            positive[i] = truth[known[i]][label] == 1;
            values[i] = scores[known[i]][label];
        }
        return new Column(positive, values);
    }

    private Column pooled() {
        Column[] columns = IntStream.range(0, labels).mapToObj(this::column).toArray(Column[]::new);
        int size = Arrays.stream(columns).mapToInt(column -> column.positive().length).sum();
        boolean[] positive = new boolean[size];
        double[] values = new double[size];
        int next = 0;
        for (Column column : columns) {
            System.arraycopy(column.positive(), 0, positive, next, column.positive().length);
            System.arraycopy(column.values(), 0, values, next, column.values().length);
            next += column.positive().length;
        }
        return new Column(positive, values);
    }

    private double mean(IntToDoubleFunction ofLabel) {
        return IntStream.range(0, labels).mapToDouble(ofLabel).filter(value -> !Double.isNaN(value)).average()
                .orElse(Double.NaN);
    }

    /** The known samples of one finding. */
    private record Column(boolean[] positive, double[] values) {
        double auc() {
            return RocAuc.of(positive, values);
        }

        double averagePrecision() {
            return AveragePrecision.of(positive, values);
        }

        Decisions decisions() {
            int[] counts = new int[4];
            for (int i = 0; i < values.length; i++) {
                counts[(positive[i] ? 2 : 0) + (decision(values[i]) ? 1 : 0)]++;
            }
            return new Decisions(counts[3], counts[1], counts[2]);
        }
    }

    /** How often was decided for a finding, rightly and wrongly, and how often wrongly against it. */
    private record Decisions(int truePositives, int falsePositives, int falseNegatives) {
        double f1() {
            // 0/0 where neither truth nor decision is positive
            return 2.0 * truePositives / (2.0 * truePositives + falsePositives + falseNegatives);
        }
    }
}
