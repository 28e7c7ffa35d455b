// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.util.List;

/**
 * What one Output layer should say: the truth, encoded as the output encodes its answers.
 *
 * @param layer name of the Output layer
 * @param column name of the column the truth comes from
 * @param categories the categories in the order of their numbers; empty for a column of numbers
 * @param units number of values of one sample
 * @param truth for each sample the number of its category, or the number itself; NaN where it isn't known
 */
public record TargetSource(String layer, String column, List<String> categories, int units, float[] truth) {
    /** Copies the categories. */
    public TargetSource {
        categories = List.copyOf(categories);
    }

    /** Whether the truth is a category. */
    public boolean categorical() {
        return !categories.isEmpty();
    }

    /** Whether the truth of a sample is known. */
    public boolean known(int sample) {
        return !Float.isNaN(truth[sample]);
    }

    /**
     * Writes the truth of one sample: one value as it is, several as one-hot.
     *
     * @param sample number of the sample in the opened data
     * @param target gets {@link #units} values; they are 0 before
     * @param offset where in the target they begin
     */
    public void write(int sample, float[] target, int offset) {
        if (units == 1) {
            target[offset] = truth[sample];
        } else {
            target[offset + (int) truth[sample]] = 1;
        }
    }
}
