// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import java.util.List;
import org.vesalius.evaluation.Decision;

/** What an output says of one category, and what is true, in the form that predictions are kept in. */
final class CategoryScores {
    private CategoryScores() {
    }

    /**
     * The scores of one sample: with two categories the probability of the second, whether the network has one unit or
     * two; otherwise one score for each category.
     *
     * @param said what the output says
     * @param categories number of categories
     */
    static double[] of(float[] said, int categories) {
        if (categories == 2) {
            return new double[] {said[said.length - 1]};
        }
        double[] scores = new double[said.length];
        for (int i = 0; i < said.length; i++) {
            scores[i] = said[i];
        }
        return scores;
    }

    /** The true category; empty where it isn't known. */
    static String label(Answer answer, List<String> categories) {
        return answer.known()[0] ? categories.get(Decision.of(answer.truth(), 0, answer.truth().length)) : "";
    }
}
