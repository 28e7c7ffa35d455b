// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.util.Arrays;
import java.util.List;
import org.vesalius.evaluation.output.OutputKind;

/**
 * The truth is one category a sample: one unit gets its number, 0 or 1, several units get it one-hot.
 *
 * @param layer name of the Output layer
 * @param categories the categories in the order of their numbers
 * @param units number of values of one sample
 * @param truth for each sample the number of its category; -1 where it isn't known
 * @param classWeights factor on the loss of a sample, by the number of its category
 */
public record CategoryTarget(String layer, List<String> categories, int units, int[] truth, float[] classWeights)
        implements TargetSource {
    /** What {@link #truth} holds where the category isn't known. */
    public static final int UNKNOWN = -1;

    /** Copies the categories. */
    public CategoryTarget {
        categories = List.copyOf(categories);
    }

    /** All categories count the same. */
    public CategoryTarget(String layer, List<String> categories, int units, int[] truth) {
        this(layer, categories, units, truth, ones(categories.size()));
    }

    /** The same with other weights. */
    public CategoryTarget weighted(float[] weights) {
        return new CategoryTarget(layer, categories, units, truth, weights);
    }

    @Override
    public OutputKind kind() {
        return OutputKind.categories(layer, categories);
    }

    @Override
    public int[] shape() {
        return new int[] {units};
    }

    @Override
    public boolean known(int sample) {
        return truth[sample] != UNKNOWN;
    }

    @Override
    public void read(int sample, int epoch, float[] values, float[] weights, int offset) {
        if (!known(sample)) {
            return;
        }
        if (units == 1) {
            values[offset] = truth[sample];
        } else {
            values[offset + truth[sample]] = 1;
        }
        Arrays.fill(weights, offset, offset + units, classWeights[truth[sample]]);
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
