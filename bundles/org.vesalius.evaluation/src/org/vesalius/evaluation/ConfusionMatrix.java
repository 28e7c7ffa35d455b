// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

import java.util.Arrays;

/**
 * How many samples of each true category were taken for each category.
 *
 * <p>Rates that have nothing to count are NaN, never 0 or 1.
 */
public final class ConfusionMatrix {
    private final long[][] counts;

    /**
     * Counts samples.
     *
     * @param categories how many categories there are
     * @param truth the number of the true category of each sample
     * @param predicted the number of the category each sample was taken for, as many
     */
    public ConfusionMatrix(int categories, int[] truth, int[] predicted) {
        if (truth.length != predicted.length) {
            throw new IllegalArgumentException(truth.length + " true and " + predicted.length + " predicted samples");
        }
        counts = new long[categories][categories];
        for (int i = 0; i < truth.length; i++) {
            counts[truth[i]][predicted[i]]++;
        }
    }

    private ConfusionMatrix(long[][] counts) {
        this.counts = counts;
    }

    /**
     * The matrix of samples that were counted before.
     *
     * @param counts rows are the true categories, columns those the samples were taken for; as many of both
     * @throws IllegalArgumentException if it is no square
     */
    public static ConfusionMatrix of(long[][] counts) {
        if (Arrays.stream(counts).anyMatch(row -> row.length != counts.length)) {
            throw new IllegalArgumentException("a confusion matrix has as many columns as rows");
        }
        return new ConfusionMatrix(Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new));
    }

    /** How many categories there are. */
    public int categories() {
        return counts.length;
    }

    /** How many samples of this category there are. */
    public long samples(int category) {
        return inRow(category);
    }

    /** The counts: rows are the true categories, columns those the samples were taken for. */
    public long[][] counts() {
        return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    }

    /** How many samples were counted. */
    public long total() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /** The share of samples that were taken for what they are. */
    public double accuracy() {
        long right = 0;
        for (int category = 0; category < counts.length; category++) {
            right += counts[category][category];
        }
        return (double) right / total();
    }

    /** Of the samples of this category, the share that was taken for it (recall, true positive rate). */
    public double sensitivity(int category) {
        return (double) counts[category][category] / inRow(category);
    }

    /** Of the samples of other categories, the share that was not taken for this one (true negative rate). */
    public double specificity(int category) {
        long others = total() - inRow(category);
        long takenForIt = Arrays.stream(counts).mapToLong(row -> row[category]).sum();
        long falsePositives = takenForIt - counts[category][category];
        return (double) (others - falsePositives) / others;
    }

    /** Of the samples that were taken for this category, the share that is of it (positive predictive value). */
    public double precision(int category) {
        return (double) counts[category][category] / Arrays.stream(counts).mapToLong(row -> row[category]).sum();
    }

    private long inRow(int category) {
        return Arrays.stream(counts[category]).sum();
    }
}
