// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.util.Arrays;
import java.util.List;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.encoding.ArrayScale;

/**
 * Gives arrays standardised: each channel (the last axis) less its mean in the training samples, divided by its standard
 * deviation there. What is no number, such as a gap in a sequence, becomes 0, the mean.
 *
 * @param source gives the arrays
 * @param scale of as many channels
 */
record StandardisedSource(InputSource source, ArrayScale scale) implements ChangedSource {
    StandardisedSource {
        if (scale.means().size() != channels(source)) {
            throw new IllegalArgumentException("a scale of " + scale.means().size() + " channels for " + channels(source));
        }
    }

    /**
     * The scale of some samples. Channels that hold nothing but 0 and 1, such as masks, keep their values; so does
     * one without any number. Of a constant one only the mean is taken off.
     *
     * @param training numbers of the samples
     */
    static ArrayScale fit(InputSource source, int[] training) {
        double[] means = new double[channels(source)];
        double[] deviations = new double[means.length];
        boolean[] marks = new boolean[means.length];
        Arrays.fill(marks, true);
        long[] counts = sums(source, training, means, new double[means.length], marks, false);
        for (int i = 0; i < means.length; i++) {
            means[i] = marks[i] || counts[i] == 0 ? 0 : means[i] / counts[i];
        }
        sums(source, training, deviations, means, marks, true);
        for (int i = 0; i < means.length; i++) {
            double deviation = counts[i] == 0 ? 0 : StrictMath.sqrt(deviations[i] / counts[i]);
            deviations[i] = marks[i] || deviation == 0 ? 1 : deviation;
        }
        return new ArrayScale(list(means), list(deviations));
    }

    /** Adds up values, or squares of their distances from the means, by channels; counts the numbers. */
    private static long[] sums(InputSource source, int[] training, double[] sums, double[] means, boolean[] marks,
            boolean squares) {
        long[] counts = new long[sums.length];
        float[] values = new float[Sizes.product(source.shape())];
        for (int sample : training) {
            source.read(sample, PLAIN, values, 0);
            for (int i = 0; i < values.length; i++) {
                int channel = i % sums.length;
                if (!Float.isNaN(values[i])) {
                    double distance = values[i] - means[channel];
                    sums[channel] += squares ? distance * distance : distance;
                    marks[channel] &= values[i] == 0 || values[i] == 1;
                    counts[channel]++;
                }
            }
        }
        return counts;
    }

    private static int channels(InputSource source) {
        int[] shape = source.shape();
        return shape.length == 0 ? 1 : shape[shape.length - 1];
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    @Override
    public void read(int sample, int epoch, float[] target, int offset) {
        source.read(sample, epoch, target, offset);
        scale.standardise(target, offset, Sizes.product(shape()));
    }

    /** The same arrays, in which gaps stay no numbers. */
    InputSource withGaps() {
        return new WithGaps(source, scale);
    }

    private record WithGaps(InputSource source, ArrayScale scale) implements ChangedSource {
        @Override
        public void read(int sample, int epoch, float[] target, int offset) {
            int length = Sizes.product(shape());
            source.read(sample, epoch, target, offset);
            float[] values = Arrays.copyOfRange(target, offset, offset + length);
            scale.standardise(target, offset, length);
            for (int i = 0; i < length; i++) {
                target[offset + i] = Float.isNaN(values[i]) ? values[i] : target[offset + i];
            }
        }
    }
}

/**
 * Gives arrays as they are, and refuses those with values that are no numbers: a network would learn nothing any more.
 *
 * @param source gives the arrays
 * @param ids of the samples, in the order of their numbers
 */
record GaplessSource(InputSource source, List<String> ids) implements ChangedSource {
    @Override
    public void read(int sample, int epoch, float[] target, int offset) {
        source.read(sample, epoch, target, offset);
        for (int i = offset; i < offset + Sizes.product(shape()); i++) {
            if (Float.isNaN(target[i])) {
                throw new ReportedException(ErrorKind.INVALID_INPUT, "Sample " + ids.get(sample) + " has gaps, values that"
                        + " are no numbers, for the input '" + layer() + "'.",
                        "Bind the column with the encoding 'standardised': gaps then become the mean of the training"
                                + " samples.");
            }
        }
    }
}
