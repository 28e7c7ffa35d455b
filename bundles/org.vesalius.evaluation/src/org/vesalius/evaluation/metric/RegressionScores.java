// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.metric;

/**
 * How well quantities are told. Each value is NaN if nothing was added.
 *
 * <p>Adds up pairs one by one, by Welford's method, so that quantities far from 0 lose no digits (Technometrics 4, 1962).
 */
public final class RegressionScores {
    private long count;
    private double absolute;
    private double squared;
    private double difference;
    private double mean;
    private double spread;

    /** Adds a value; a truth that isn't known, NaN, doesn't count. */
    public void add(double truth, double predicted) {
        if (Double.isNaN(truth)) {
            return;
        }
        count++;
        double error = predicted - truth;
        absolute += Math.abs(error);
        squared += error * error;
        difference += error;
        double before = truth - mean;
        mean += before / count;
        spread += before * (truth - mean);
    }

    /** How many values were added. */
    public long count() {
        return count;
    }

    /** Mean of |ŷ − y|, in the unit of the quantity. */
    public double meanAbsoluteError() {
        return absolute / count;
    }

    /** Root of the mean of (ŷ − y)², in the unit of the quantity. */
    public double rootMeanSquaredError() {
        return Math.sqrt(squared / count);
    }

    /** Mean of ŷ − y: by how much is told too much. */
    public double bias() {
        return difference / count;
    }

    /** Root of the mean of (ȳ − y)²: the error of who always says the mean of these truths. */
    public double deviation() {
        return Math.sqrt(spread / count);
    }

    /**
     * The coefficient of determination, 1 − Σ(y − ŷ)²/Σ(y − ȳ)²: the share of the variation of the truth that is
     * explained. 0 for who always says the mean of these samples, below 0 for who is worse; NaN if all truths are equal.
     */
    public double determination() {
        return spread > 0 ? 1 - squared / spread : Double.NaN;
    }
}
