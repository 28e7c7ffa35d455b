// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

import java.util.Arrays;
import java.util.Objects;

/**
 * What a network says of one sample.
 *
 * @param sample the sample's id
 * @param subset the subset of the data set it belongs to: train, validation or test; empty if to none
 * @param label the true category; empty where it isn't known
 * @param scores with two categories one value, the probability of the second; otherwise one probability for each
 */
public record Prediction(String sample, String subset, String label, double[] scores) {

    /** Copies the scores; no component may be null. */
    public Prediction {
        Objects.requireNonNull(sample, "sample");
        Objects.requireNonNull(subset, "subset");
        Objects.requireNonNull(label, "label");
        scores = scores.clone();
    }

    /** The scores, a copy. */
    @Override
    public double[] scores() {
        return scores.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Prediction that && sample.equals(that.sample) && subset.equals(that.subset)
                && label.equals(that.label) && Arrays.equals(scores, that.scores);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sample, subset, label, Arrays.hashCode(scores));
    }
}
