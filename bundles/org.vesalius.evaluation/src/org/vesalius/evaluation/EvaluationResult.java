// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

import java.util.Arrays;
import java.util.Objects;

/**
 * How good predictions are. A value that can't be computed is NaN.
 *
 * @param loss mean cross-entropy in nats
 * @param accuracy share of samples taken for what they are
 * @param auc area under the ROC curve; with more than two categories the mean of each against the rest
 * @param sensitivity of the second category where there are two; otherwise the mean of each against the rest
 * @param specificity likewise
 * @param confusion rows are the true categories, columns those the samples were taken for
 * @param n how many samples were evaluated
 */
public record EvaluationResult(double loss, double accuracy, double auc, double sensitivity, double specificity,
        long[][] confusion, int n) {

    /** Copies the matrix. */
    public EvaluationResult {
        confusion = copy(confusion);
    }

    /** The confusion matrix, a copy. */
    @Override
    public long[][] confusion() {
        return copy(confusion);
    }

    private static long[][] copy(long[][] matrix) {
        return Arrays.stream(matrix).map(long[]::clone).toArray(long[][]::new);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EvaluationResult that && Double.compare(loss, that.loss) == 0
                && Double.compare(accuracy, that.accuracy) == 0 && Double.compare(auc, that.auc) == 0
                && Double.compare(sensitivity, that.sensitivity) == 0
                && Double.compare(specificity, that.specificity) == 0
                && Arrays.deepEquals(confusion, that.confusion) && n == that.n;
    }

    @Override
    public int hashCode() {
        return Objects.hash(loss, accuracy, auc, sensitivity, specificity, Arrays.deepHashCode(confusion), n);
    }
}
