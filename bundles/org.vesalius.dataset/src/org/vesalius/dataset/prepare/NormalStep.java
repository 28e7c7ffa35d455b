// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.prepare;

import java.util.Arrays;
import java.util.List;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.TypedArray;

/** Normalises the values of an array by what they are, all together or each channel by itself. NaN stays NaN. */
abstract class NormalStep implements Step {
    private final boolean byChannel;

    NormalStep(boolean byChannel) {
        this.byChannel = byChannel;
    }

    static boolean byChannel(StepText text) {
        return text.word("per", "sample", "sample", "channel").equals("channel");
    }

    @Override
    public TypedArray apply(TypedArray array) {
        float[] values = array.floats().clone();
        List<Axis> axes = array.description().axes();
        Axis last = axes.get(axes.size() - 1);
        int channels = byChannel && last.name().equals(Axis.CHANNEL) ? last.size() : 1;
        for (int channel = 0; channel < channels; channel++) {
            normalise(values, channel, channels);
        }
        return Step.floats(array, values);
    }

    private void normalise(float[] values, int first, int stride) {
        float[] own = new float[values.length / stride];
        int count = 0;
        for (int i = first; i < values.length; i += stride) {
            if (!Float.isNaN(values[i])) {
                own[count++] = values[i];
            }
        }
        if (count > 0) {
            Scale scale = scale(Arrays.copyOf(own, count));
            for (int i = first; i < values.length; i += stride) {
                values[i] = scale.of(values[i]);
            }
        }
    }

    /** What becomes of values, by the values there are; these may be sorted. */
    abstract Scale scale(float[] values);

    String place() {
        return byChannel ? "each channel of each sample" : "each sample";
    }

    /** New values. */
    @FunctionalInterface
    interface Scale {
        float of(float value);
    }
}

/** To the mean 0 and the standard deviation 1 (of the population); constant values become 0. */
final class ZScore extends NormalStep {
    ZScore(boolean byChannel) {
        super(byChannel);
    }

    static Step of(StepText text) {
        text.only("per");
        return text.word("per", "sample", "sample", "channel", "training").equals("training") ? new TrainingScore(text)
                : new ZScore(byChannel(text));
    }

    @Override
    Scale scale(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / values.length);
        return value -> deviation == 0 ? value - (float) mean : (float) ((value - mean) / deviation);
    }

    @Override
    public String words() {
        return "mean 0 and standard deviation 1 in " + place();
    }
}

/** As {@link ZScore}, of each channel over all training samples: those are known when a run opens its data. */
record TrainingScore(StepText text) implements Step {
    @Override
    public TypedArray apply(TypedArray array) {
        return array;
    }

    @Override
    public boolean keepsType() {
        return true;
    }

    @Override
    public void refuseAsEarlier() {
        throw text.invalid("what is fitted to the training samples comes after all other steps");
    }

    @Override
    public String words() {
        return "mean 0 and standard deviation 1 of each channel over the training samples";
    }
}

/** Two percentiles to 0 and 1, what lies beyond bounded; interpolated as NumPy does. Constant values become 0. */
final class Percentile extends NormalStep {
    private final double low;
    private final double high;

    Percentile(double low, double high, boolean byChannel) {
        super(byChannel);
        this.low = low;
        this.high = high;
    }

    static Step of(StepText text) {
        text.only("low", "high", "per");
        double low = text.number("low", 0);
        double high = text.number("high", 100);
        if (low < 0 || high > 100 || low >= high) {
            throw text.invalid("percentiles lie from 0 to 100, and low is below high");
        }
        return new Percentile(low, high, byChannel(text));
    }

    @Override
    Scale scale(float[] values) {
        Arrays.sort(values);
        double black = at(values, low);
        double range = at(values, high) - black;
        return value -> Float.isNaN(value) ? value
                : range == 0 ? 0 : (float) Math.min(Math.max((value - black) / range, 0), 1);
    }

    private static double at(float[] sorted, double percent) {
        double place = percent / 100 * (sorted.length - 1);
        int below = (int) place;
        double share = place - below;
        return share == 0 ? sorted[below] : sorted[below] * (1 - share) + sorted[below + 1] * share;
    }

    @Override
    public String words() {
        return "percentiles " + ValueStep.text(low) + " to " + ValueStep.text(high) + " of " + place() + " to 0…1";
    }
}
