// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.vesalius.evaluation.metric.PlaceGrid;

/** The truth is what a source reads: the samples of an input, or an array. What is no number isn't known. */
final class ArrayTarget implements TargetSource {
    private final String layer;
    private final InputSource source;
    private final boolean owned;

    /**
     * @param layer name of the Output layer
     * @param source gives the truth
     * @param owned whether the source is closed with this
     */
    ArrayTarget(String layer, InputSource source, boolean owned) {
        this.layer = layer;
        this.source = source;
        this.owned = owned;
    }

    @Override
    public String layer() {
        return layer;
    }

    @Override
    public int[] shape() {
        return source.shape();
    }

    @Override
    public boolean known(int sample) {
        return true;
    }

    @Override
    public void read(int sample, int epoch, float[] truth, float[] weights, int offset) {
        source.read(sample, epoch, truth, offset);
        for (int i = offset; i < offset + Sizes.product(shape()); i++) {
            boolean missing = Float.isNaN(truth[i]);
            truth[i] = missing ? 0 : truth[i];
            weights[i] = missing ? 0 : 1;
        }
    }

    @Override
    public void close() throws IOException {
        if (owned) {
            source.close();
        }
    }
}

/**
 * The truth is a category for each place of an array. Categories named by numbers, as many as the output has units if
 * it has several, are these numbers in the array; others are 0, 1, 2 … One unit gets 1 for all but the first category, several get the
 * category one-hot. Where there is no number, or none of a category, the truth isn't known.
 */
final class PlaceTarget implements TargetSource {
    private final String layer;
    private final int[] shape;
    private final InputSource source;
    private final Map<Integer, Integer> categories;
    private final IntFunction<PlaceGrid> grids;

    /**
     * @param layer name of the Output layer
     * @param shape sizes of what the output says; the last is the number of units
     * @param source gives a number for each place
     * @param names of the categories in the array; may be empty
     * @param grids where the places of each sample are
     */
    PlaceTarget(String layer, int[] shape, InputSource source, List<String> names, IntFunction<PlaceGrid> grids) {
        this.grids = grids;
        this.layer = layer;
        this.shape = shape;
        this.source = source;
        categories = categories(names, shape[shape.length - 1]);
    }

    /** The category of each number; empty where numbers are those of the categories. */
    private static Map<Integer, Integer> categories(List<String> names, int units) {
        if (units > 1 && names.size() != units || !names.stream().allMatch(name -> name.matches("\\d{1,9}"))) {
            return Map.of();
        }
        Map<Integer, Integer> categories = new HashMap<>();
        names.forEach(name -> categories.put(Integer.valueOf(name), categories.size()));
        return categories;
    }

    @Override
    public String layer() {
        return layer;
    }

    @Override
    public int[] shape() {
        return shape;
    }

    @Override
    public boolean known(int sample) {
        return true;
    }

    @Override
    public void read(int sample, int epoch, float[] truth, float[] weights, int offset) {
        int units = shape[shape.length - 1];
        float[] places = new float[Sizes.product(shape) / units];
        source.read(sample, epoch, places, 0);
        for (int i = 0; i < places.length; i++) {
            place(places[i], units, truth, weights, offset + i * units);
        }
    }

    @Override
    public Optional<PlaceGrid> grid(int sample) {
        return Optional.of(grids.apply(sample));
    }

    private void place(float number, int units, float[] truth, float[] weights, int offset) {
        int category = Float.isNaN(number) ? -1 : category(Math.round(number));
        if (category < 0 || units > 1 && category >= units) {
            return;
        }
        Arrays.fill(weights, offset, offset + units, 1);
        if (units == 1) {
            truth[offset] = category > 0 ? 1 : 0;
        } else {
            truth[offset + category] = 1;
        }
    }

    private int category(int number) {
        return categories.isEmpty() ? number : categories.getOrDefault(number, -1);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
