// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vesalius.experiment.ClassWeight;
import org.vesalius.experiment.TrainingSettings;

/** How much the loss of a sample counts, by its category. */
public final class ClassWeights {
    private ClassWeights() {
    }

    /**
     * The weight of each sample. Balanced: n / (k n<sub>c</sub>) with n training samples, k categories and n<sub>c</sub>
     * training samples of the category, so that the categories count the same and the mean weight is 1 (King and Zeng,
     * Logistic Regression in Rare Events Data, Political Analysis 9, 2001).
     *
     * @param settings says how to weight
     * @param target the truth; weights need categories
     * @param training numbers of the training samples
     * @return a factor for each sample of the opened data; 1 where the truth isn't known
     */
    public static float[] of(TrainingSettings settings, TargetSource target, int[] training) {
        float[] weights = new float[target.truth().length];
        Arrays.fill(weights, 1);
        double[] byCategory = numbers(settings, target, training);
        for (int i = 0; i < weights.length && byCategory.length > 0; i++) {
            weights[i] = target.known(i) ? (float) byCategory[(int) target.truth()[i]] : 1;
        }
        return weights;
    }

    /** The weight of each category, in the order of their numbers; empty where losses are not weighted. */
    public static Map<String, Double> byCategory(TrainingSettings settings, TargetSource target, int[] training) {
        double[] numbers = numbers(settings, target, training);
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            weights.put(target.categories().get(i), numbers[i]);
        }
        return weights;
    }

    private static double[] numbers(TrainingSettings settings, TargetSource target, int[] training) {
        if (!target.categorical()) {
            return new double[0];
        }
        return switch (settings.getClassWeighting()) {
            case NONE -> new double[0];
            case BALANCED -> balanced(target, training);
            case CUSTOM -> custom(settings, target);
        };
    }

    private static double[] balanced(TargetSource target, int[] training) {
        int categories = target.categories().size();
        double[] counts = new double[categories];
        for (int sample : training) {
            counts[(int) target.truth()[sample]]++;
        }
        return Arrays.stream(counts).map(count -> count == 0 ? 1 : training.length / (categories * count)).toArray();
    }

    private static double[] custom(TrainingSettings settings, TargetSource target) {
        double[] weights = new double[target.categories().size()];
        Arrays.fill(weights, 1);
        for (ClassWeight weight : settings.getClassWeights()) {
            weights[target.categories().indexOf(weight.getCategory())] = weight.getWeight();
        }
        return weights;
    }
}
