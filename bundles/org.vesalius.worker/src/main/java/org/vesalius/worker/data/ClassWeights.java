// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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

    /**
     * The weights of labels that may occur together. Balanced: n / (2 n<sub>v</sub>) for the n<sub>v</sub> of n known
     * training samples that have the label, or don't, so that both count the same; custom: for those that have it.
     *
     * @param names the labels, in the order of their values
     * @param target the truth, whose weights are 1 where it is known
     */
    static NumberTarget ofLabels(TrainingSettings settings, List<String> names, NumberTarget target, int[] training) {
        float[] weights = target.weights().clone();
        for (int label = 0; label < names.size() && settings.getClassWeighting() != ClassWeighting.NONE; label++) {
            double[] factors = settings.getClassWeighting() == ClassWeighting.BALANCED
                    ? balanced(target, names.size(), label, training) : new double[] {1, custom(settings, names.get(label))};
            for (int i = label; i < weights.length; i += names.size()) {
                weights[i] *= (float) factors[target.truth()[i] > 0 ? 1 : 0];
            }
        }
        return new NumberTarget(target.layer(), target.shape(), target.truth(), weights);
    }

    private static double[] balanced(NumberTarget target, int labels, int label, int[] training) {
        double[] counts = new double[2];
        for (int sample : training) {
            int place = sample * labels + label;
            counts[target.truth()[place] > 0 ? 1 : 0] += target.weights()[place] > 0 ? 1 : 0;
        }
        double known = counts[0] + counts[1];
        return Arrays.stream(counts).map(count -> count == 0 ? 1 : known / (2 * count)).toArray();
    }

    private static double custom(TrainingSettings settings, String label) {
        return settings.getClassWeights().stream().filter(weight -> label.equals(weight.getCategory()))
                .mapToDouble(ClassWeight::getWeight).findFirst().orElse(1);
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
            int category = target.categories().indexOf(weight.getCategory());
            if (category >= 0) {
                weights[category] = weight.getWeight();
            }
        }
        return weights;
    }

    private static double[] ones(CategoryTarget target) {
        double[] ones = new double[target.categories().size()];
        Arrays.fill(ones, 1);
        return ones;
    }
}
