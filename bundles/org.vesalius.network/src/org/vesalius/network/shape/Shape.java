// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The axes of an array that holds one sample; the batch is no part of it. The last axis is the innermost one: the
 * channels of an image, the features of a sequence.
 *
 * @param axes at least one axis, outermost first, at most {@link #MAX_RANK}
 */
public record Shape(List<Axis> axes) {
    /** More axes than any layer takes; bounds what a file can ask for. */
    public static final int MAX_RANK = 8;

    /** @throws IllegalArgumentException if there is no axis or there are too many */
    public Shape {
        axes = List.copyOf(axes);
        if (axes.isEmpty() || axes.size() > MAX_RANK) {
            throw new IllegalArgumentException("A shape has 1 to " + MAX_RANK + " axes, not " + axes.size() + ".");
        }
    }

    /** An image: height × width × channels. */
    public static Shape image(int height, int width, int channels) {
        return new Shape(List.of(new Axis("height", height), new Axis("width", width), new Axis("channels", channels)));
    }

    /** A sequence: time steps × features of each step. */
    public static Shape sequence(int time, int features) {
        return new Shape(List.of(new Axis("time", time), new Axis("features", features)));
    }

    /** A row of numbers. */
    public static Shape vector(int features) {
        return new Shape(List.of(new Axis("features", features)));
    }

    /**
     * Reads {@code height:128 width:128 channels:3}, or without names {@code 128x128x3} (an image), {@code 100x32} (a
     * sequence) or {@code 30} (a vector); {@code ?} is an unknown size.
     *
     * @throws IllegalArgumentException with a message for the user if the text is none of these
     */
    public static Shape valueOf(String text) {
        return ShapeText.parse(text);
    }

    /** Number of axes. */
    public int rank() {
        return axes.size();
    }

    /** The size along an axis, {@link Axis#UNKNOWN} where it is not known. */
    public int size(int axis) {
        return axes.get(axis).size();
    }

    /** The innermost axis. */
    public Axis last() {
        return axes.get(axes.size() - 1);
    }

    /** Whether every size is known. */
    public boolean known() {
        return axes.stream().allMatch(Axis::known);
    }

    /** How many numbers an array of this shape holds, at most {@link Long#MAX_VALUE}; empty while a size is unknown. */
    public OptionalLong elements() {
        if (!known()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(axes.stream().mapToLong(Axis::size).reduce(1, Saturated::times));
    }

    /** The same shape with another size along one axis. */
    public Shape withSize(int axis, int size) {
        List<Axis> changed = new ArrayList<>(axes);
        changed.set(axis, axes.get(axis).withSize(size));
        return new Shape(changed);
    }

    /** The same shape with another size along the last axis. */
    public Shape withLast(int size) {
        return withSize(rank() - 1, size);
    }

    /** Whether both have as many axes and no two known sizes differ. */
    public boolean agreesWith(Shape other) {
        if (rank() != other.rank()) {
            return false;
        }
        for (int i = 0; i < rank(); i++) {
            if (axes.get(i).known() && other.axes.get(i).known() && size(i) != other.size(i)) {
                return false;
            }
        }
        return true;
    }

    /** For people: {@code 128×128×3}. */
    public String display() {
        return axes.stream().map(Axis::display).collect(Collectors.joining("×"));
    }

    /** For people, with what the axes mean: {@code 128×128×3 (height × width × channels)}. */
    public String describe() {
        return display() + axes.stream().map(Axis::name).collect(Collectors.joining(" × ", " (", ")"));
    }

    /** The text that {@link #valueOf} reads: {@code height:128 width:128 channels:3}. */
    @Override
    public String toString() {
        return axes.stream().map(Axis::toString).collect(Collectors.joining(" "));
    }
}
