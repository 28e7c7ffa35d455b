// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import java.util.List;
import org.vesalius.evaluation.Evaluation;

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
        return answer.known()[0] ? categories.get(number(answer.truth(), 0, answer.truth().length)) : "";
    }

    /** The number of the category that a row tells. */
    static int number(float[] values, int start, int columns) {
        if (columns == 1) {
            return values[start] >= Evaluation.THRESHOLD ? 1 : 0;
        }
        int highest = 0;
        for (int i = 1; i < columns; i++) {
            highest = values[start + i] > values[start + highest] ? i : highest;
        }
        return highest;
    }
}
