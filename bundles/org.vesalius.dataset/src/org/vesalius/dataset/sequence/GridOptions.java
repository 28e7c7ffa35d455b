// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * How measurements become an array, as options of a column: the grid, and what is done about its gaps.
 *
 * @param grid the steps of time
 * @param forward whether gaps get the last value before them
 * @param mask whether a channel more for each one says where something was measured
 * @param since whether a channel more for each one counts the time since the last value, in whole lengths of the sequence
 */
public record GridOptions(TimeGrid grid, boolean forward, boolean mask, boolean since) {
    /** Seconds of a step. */
    public static final String STEP = "step";
    /** How many steps there are. */
    public static final String STEPS = "steps";
    /** When the first step begins. */
    public static final String START = "start";
    /** How several values of a step become one. */
    public static final String AGGREGATION = "aggregation";
    /** What is done about gaps. */
    public static final String GAPS = "gaps";
    private static final String FIRST = "first";
    private static final List<String> GAP_RULES = List.of("forward", "mask", "since");

    /** As options of a column. */
    public Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        options.put(STEP, String.valueOf(grid.step()));
        options.put(AGGREGATION, grid.aggregation().text());
        options.put(START, Double.isNaN(grid.start()) ? FIRST : String.valueOf(grid.start()));
        if (grid.length() > 0) {
            options.put(STEPS, String.valueOf(grid.length()));
        }
        List<String> rules = new ArrayList<>();
        boolean[] given = {forward, mask, since};
        for (int i = 0; i < given.length; i++) {
            if (given[i]) {
                rules.add(GAP_RULES.get(i));
            }
        }
        if (!rules.isEmpty()) {
            options.put(GAPS, String.join(" ", rules));
        }
        return options;
    }

    /**
     * What the options of a column say.
     *
     * @throws UnreadableImageException if they can't be
     */
    public static GridOptions of(Map<String, String> options) throws UnreadableImageException {
        try {
            String start = options.getOrDefault(START, "0");
            TimeGrid grid = new TimeGrid(start.equals(FIRST) ? Double.NaN : Double.parseDouble(start),
                    Double.parseDouble(options.getOrDefault(STEP, "1")),
                    Integer.parseInt(options.getOrDefault(STEPS, "0")),
                    Aggregation.of(options.getOrDefault(AGGREGATION, "mean")).orElseThrow(IllegalArgumentException::new));
            List<String> rules = gapRules(options.getOrDefault(GAPS, ""));
            return new GridOptions(grid, rules.contains("forward"), rules.contains("mask"), rules.contains("since"));
        } catch (IllegalArgumentException e) {
            throw new UnreadableImageException("can't be read: the options step, steps, start, aggregation or gaps of its"
                    + " column can't be used", e);
        }
    }

    /**
     * The rules for gaps that are written like this.
     *
     * @throws IllegalArgumentException if one is unknown
     */
    public static List<String> gapRules(String text) {
        List<String> rules = Arrays.stream(text.split("[\\s,+]+")).filter(rule -> !rule.isEmpty()).toList();
        if (!GAP_RULES.containsAll(rules)) {
            throw new IllegalArgumentException("an unknown rule for gaps");
        }
        return rules;
    }

    /** The names of the channels that come out: the given ones, then those that tell of gaps. */
    public List<String> channels(List<String> measured) {
        List<String> all = new ArrayList<>(measured);
        if (mask) {
            measured.forEach(name -> all.add(name + " measured"));
        }
        if (since) {
            measured.forEach(name -> all.add(name + " age"));
        }
        return all;
    }

    /**
     * Brings values in equal steps into the form that the options ask for.
     *
     * @param values time × channel, row-major; NaN in gaps
     * @param channels how many there are
     * @return time × the channels of {@link #channels}
     */
    public float[] arranged(float[] values, int channels) {
        List<float[]> blocks = new ArrayList<>(List.of(forward ? Gaps.carriedForward(values, channels) : values));
        if (mask) {
            blocks.add(Gaps.mask(values));
        }
        if (since) {
            blocks.add(inLengths(Gaps.stepsSince(values, channels), values.length / channels));
        }
        float[] all = new float[values.length * blocks.size()];
        int width = channels * blocks.size();
        for (int i = 0; i < values.length; i++) {
            for (int block = 0; block < blocks.size(); block++) {
                all[i / channels * width + block * channels + i % channels] = blocks.get(block)[i];
            }
        }
        return all;
    }

    private static float[] inLengths(float[] steps, int length) {
        for (int i = 0; i < steps.length; i++) {
            steps[i] /= length;
        }
        return steps;
    }
}
