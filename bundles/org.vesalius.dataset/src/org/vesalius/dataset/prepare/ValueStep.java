// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.prepare;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.vesalius.dataset.array.TypedArray;

/** Changes each value by itself. */
interface ValueStep extends Step {
    /** The new value; of NaN NaN. */
    double of(double value);

    @Override
    default TypedArray apply(TypedArray array) {
        float[] values = new float[array.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) of(array.value(i));
        }
        return Step.floats(array, values);
    }

    /** A number as people write it. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }
}

/** Multiplies and adds. */
record Rescale(double slope, double intercept) implements ValueStep {
    static Step of(StepText text) {
        text.only("slope", "intercept");
        return new Rescale(text.number("slope", 1), text.number("intercept", 0));
    }

    @Override
    public double of(double value) {
        return value * slope + intercept;
    }

    @Override
    public String words() {
        return "times " + ValueStep.text(slope) + (intercept == 0 ? "" : ", plus " + ValueStep.text(intercept));
    }
}

/** Bounds the values. */
record Clip(double low, double high) implements ValueStep {
    static Step of(StepText text) {
        text.only("low", "high");
        Clip clip = new Clip(text.number("low", Double.NEGATIVE_INFINITY), text.number("high", Double.POSITIVE_INFINITY));
        if (clip.low >= clip.high || Double.isInfinite(clip.low) && Double.isInfinite(clip.high)) {
            throw text.invalid("it needs 'low', 'high' or both, and low is below high");
        }
        return clip;
    }

    @Override
    public double of(double value) {
        return Double.isNaN(value) ? value : Math.min(Math.max(value, low), high);
    }

    @Override
    public String words() {
        return "bounded to " + (Double.isInfinite(low) ? "" : "at least " + ValueStep.text(low))
                + (Double.isInfinite(low) || Double.isInfinite(high) ? "" : " and ")
                + (Double.isInfinite(high) ? "" : "at most " + ValueStep.text(high));
    }
}

/** Brings the values of a window to 0…1 and bounds them, by the function LINEAR of DICOM PS3.3, C.11.2.1.2.1. */
record Window(double center, double width) implements ValueStep {
    /** In Hounsfield units, as radiologists use them (Radiopaedia, Windowing (CT)). */
    private static final Map<String, Window> PRESETS = new TreeMap<>(Map.of("brain", new Window(40, 80),
            "lung", new Window(-600, 1500), "mediastinum", new Window(50, 350), "abdomen", new Window(50, 400),
            "liver", new Window(30, 150), "bone", new Window(400, 1800)));

    static Step of(StepText text) {
        text.only("centre", "width", "preset");
        Window window = text.has("preset") ? preset(text) : new Window(text.number("centre"), text.number("width"));
        if (window.width < 1) {
            throw text.invalid("a window is at least 1 wide");
        }
        return window;
    }

    private static Window preset(StepText text) {
        if (text.settings().size() > 1) {
            throw text.invalid("it takes a preset, or centre and width, but not both");
        }
        return Objects.requireNonNull(PRESETS.get(text.word("preset", "", PRESETS.keySet().toArray(String[]::new))));
    }

    @Override
    public double of(double value) {
        double middle = center - 0.5;
        double half = (width - 1) / 2;
        if (value <= middle - half) {
            return 0;
        }
        return value > middle + half ? 1 : (value - middle) / (width - 1) + 0.5;
    }

    @Override
    public String words() {
        return "window with centre " + ValueStep.text(center) + " and width " + ValueStep.text(width) + " to 0…1";
    }
}
