// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

import java.util.List;

/**
 * What a network says of many samples.
 *
 * @param categories the categories in the order of their numbers, at least two
 * @param rows one prediction a sample
 */
public record Predictions(List<String> categories, List<Prediction> rows) {

    /** Copies, and checks that each prediction has as many scores as it should and a known label or none. */
    public Predictions {
        categories = List.copyOf(categories);
        rows = List.copyOf(rows);
        if (categories.size() < 2) {
            throw new IllegalArgumentException("predictions need two categories or more");
        }
        for (Prediction row : rows) {
            requireFitting(categories, row);
        }
    }

    private static void requireFitting(List<String> categories, Prediction row) {
        int expected = scoresPerSample(categories);
        int found = row.scores().length;
        if (found != expected) {
            throw new IllegalArgumentException(
                    "sample " + row.sample() + " has " + found + " scores instead of " + expected);
        }
        if (!row.label().isEmpty() && !categories.contains(row.label())) {
            throw new IllegalArgumentException("sample " + row.sample() + " has an unknown label");
        }
    }

    /** How many scores each prediction has. */
    public int scoresPerSample() {
        return scoresPerSample(categories);
    }

    static int scoresPerSample(List<String> categories) {
        return categories.size() == 2 ? 1 : categories.size();
    }

    /** Whether there are two categories, so that one score tells both. */
    public boolean binary() {
        return categories.size() == 2;
    }

    /** Only the predictions for this subset. */
    public Predictions ofSubset(String subset) {
        return new Predictions(categories, rows.stream().filter(row -> row.subset().equals(subset)).toList());
    }
}
