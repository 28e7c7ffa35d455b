// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vesalius.experiment.ClassWeight;
import org.vesalius.experiment.ClassWeighting;
import org.vesalius.experiment.TrainingSettings;

/** How much the loss of a sample counts, by its category. */
public final class ClassWeights {
    private ClassWeights() {
    }

    /**
     * The weight of each category. Balanced: n / (k n<sub>c</sub>) with n training samples, k categories and n<sub>c</sub>
     * training samples of the category, so that the categories count the same and the mean weight is 1 (King and Zeng,
     * Logistic Regression in Rare Events Data, Political Analysis 9, 2001).
     *
     * @param settings says how to weight
     * @param target the truth
     * @param training numbers of the training samples
     * @return a factor on the loss of a sample for each category
     */
    public static float[] of(TrainingSettings settings, CategoryTarget target, int[] training) {
        double[] numbers = numbers(settings, target, training);
        float[] weights = new float[numbers.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) numbers[i];
        }
        return weights;
    }

    /** The weight of each category, in the order of their numbers; empty where losses are not weighted. */
    public static Map<String, Double> byCategory(TrainingSettings settings, TargetSource target, int[] training) {
        Map<String, Double> weights = new LinkedHashMap<>();
        if (settings.getClassWeighting() == ClassWeighting.NONE || !(target instanceof CategoryTarget categorical)) {
            return weights;
        }
        double[] numbers = numbers(settings, categorical, training);
        for (int i = 0; i < numbers.length; i++) {
            weights.put(categorical.categories().get(i), numbers[i]);
        }
        return weights;
    }

    private static double[] numbers(TrainingSettings settings, CategoryTarget target, int[] training) {
        return switch (settings.getClassWeighting()) {
            case NONE -> ones(target);
            case BALANCED -> balanced(target, training);
            case CUSTOM -> custom(settings, target);
        };
    }

    private static double[] balanced(CategoryTarget target, int[] training) {
        int categories = target.categories().size();
        double[] counts = new double[categories];
        int known = 0;
        for (int sample : training) {
            if (target.known(sample)) {
                counts[target.truth()[sample]]++;
                known++;
            }
        }
        double n = known;
        return Arrays.stream(counts).map(count -> count == 0 ? 1 : n / (categories * count)).toArray();
    }

    private static double[] custom(TrainingSettings settings, CategoryTarget target) {
        double[] weights = ones(target);
        for (ClassWeight weight : settings.getClassWeights()) {
            weights[target.categories().indexOf(weight.getCategory())] = weight.getWeight();
        }
        return weights;
    }

    private static double[] ones(CategoryTarget target) {
        double[] ones = new double[target.categories().size()];
        Arrays.fill(ones, 1);
        return ones;
    }
}
