// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import org.vesalius.worker.spi.Tensor;

/** What a network says about one sample, in the form that predictions are kept in. */
final class CategoryScores {
    private CategoryScores() {
    }

    /**
     * The scores of one sample: with two categories the probability of the second, whether the network has one unit or
     * two; otherwise one score for each category.
     *
     * @param said what the output says about a batch
     * @param row number of the sample in the batch
     * @param categories number of categories
     */
    static double[] of(Tensor said, int row, int categories) {
        int units = said.sampleSize();
        if (categories == 2) {
            return new double[] {said.values()[(row + 1) * units - 1]};
        }
        double[] scores = new double[units];
        for (int i = 0; i < units; i++) {
            scores[i] = said.values()[row * units + i];
        }
        return scores;
    }
}
