// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.encoding;

import java.util.List;

/**
 * How the arrays of an input are standardised, channel by channel.
 *
 * @param means what is taken off the values of each channel
 * @param deviations what they are divided by then; above 0
 */
public record ArrayScale(List<Double> means, List<Double> deviations) {
    /** Copies the lists, which have one value a channel. */
    public ArrayScale {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        if (means.isEmpty() || means.size() != deviations.size() || deviations.stream().anyMatch(value -> !(value > 0))) {
            throw new IllegalArgumentException("a scale has a mean and a deviation for each channel");
        }
    }

    /**
     * Standardises an array where it lies. What is no number, such as a gap in a sequence, becomes 0, the mean.
     *
     * @param values hold the array, its last axis the channels
     * @param offset where it begins
     * @param length how many values it has
     */
    public void standardise(float[] values, int offset, int length) {
        for (int i = 0; i < length; i++) {
            int channel = i % means.size();
            float value = values[offset + i];
            values[offset + i] = Float.isNaN(value) ? 0
                    : (value - means.get(channel).floatValue()) * (float) (1 / deviations.get(channel));
        }
    }
}
