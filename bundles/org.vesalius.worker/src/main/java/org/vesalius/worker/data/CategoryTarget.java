// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.util.Arrays;
import java.util.List;

/**
 * The truth is one category a sample. One unit gets its number; several get it one-hot or, for categories in their order,
 * 1 for each category after the first that the sample reaches.
 *
 * @param layer name of the Output layer
 * @param categories the categories in the order of their numbers
 * @param shape sizes of what the output says
 * @param ordered whether several units tell the category by its order
 * @param truth for each sample the number of its category; {@link #UNKNOWN} where it isn't known
 * @param classWeights factor on the loss of a sample, by the number of its category
 */
public record CategoryTarget(String layer, List<String> categories, int[] shape, boolean ordered, int[] truth,
        float[] classWeights) implements TargetSource {
    /** What {@link #truth} holds where the category isn't known. */
    public static final int UNKNOWN = -1;

    /** Copies the categories. */
    public CategoryTarget {
        categories = List.copyOf(categories);
    }

    /** All categories count the same. */
    public CategoryTarget(String layer, List<String> categories, int[] shape, boolean ordered, int[] truth) {
        this(layer, categories, shape, ordered, truth, ones(categories.size()));
    }

    /** The same with other weights. */
    public CategoryTarget weighted(float[] weights) {
        return new CategoryTarget(layer, categories, shape, ordered, truth, weights);
    }

    @Override
    public boolean known(int sample) {
        return truth[sample] != UNKNOWN;
    }

    @Override
    public boolean known(int sample, float weight) {
        return known(sample);
    }

    @Override
    public void read(int sample, int epoch, float[] values, float[] weights, int offset) {
        if (!known(sample)) {
            return;
        }
        int units = Sizes.product(shape);
        if (units == 1) {
            values[offset] = truth[sample];
        } else if (ordered) {
            Arrays.fill(values, offset, offset + truth[sample], 1);
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
