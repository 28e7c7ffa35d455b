// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.array;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an array holds.
 *
 * @param axes one to four, with different names; the last varies fastest (row-major). Networks take their channels last:
 *        pictures are {@code y, x, channel}, volumes {@code z, y, x} or {@code z, y, x, channel}, records {@code time,
 *        channel}
 * @param type of the numbers
 * @param unit of the values, such as {@code HU} or {@code mV}; empty where it isn't known
 * @param orientation where the axes x, y and z lead to in the patient: three of the letters R L A P S I, such as
 *        {@code RAS} (to the right, to the front, upwards); empty where it isn't known
 * @param brightness which values of a picture are black and white
 */
public record ArrayDescription(List<Axis> axes, ElementType type, String unit, String orientation,
        Brightness brightness) {
    /** The most axes. */
    public static final int MOST_AXES = 4;
    /** The most values of an array: 1 GiB in single precision. */
    public static final int MOST_VALUES = 1 << 28;

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if there are no axes or more than {@value #MOST_AXES}, two of one name, or more
     *         than {@value #MOST_VALUES} values
     */
    public ArrayDescription {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(orientation, "orientation");
        Objects.requireNonNull(brightness, "brightness");
        axes = List.copyOf(axes);
        if (axes.isEmpty() || axes.size() > MOST_AXES) {
            throw new IllegalArgumentException("no array has " + axes.size() + " axes");
        }
        if (axes.stream().map(Axis::name).distinct().count() < axes.size()) {
            throw new IllegalArgumentException("two axes of an array have the same name");
        }
        if (values(axes) > MOST_VALUES) {
            throw new IllegalArgumentException("an array of " + display(axes) + " is too large");
        }
    }

    /** An array whose type alone tells what is black and white, if it is a picture. */
    public ArrayDescription(List<Axis> axes, ElementType type, String unit, String orientation) {
        this(axes, type, unit, orientation, Brightness.of(type));
    }

    /** An array of which no more is known. */
    public static ArrayDescription of(ElementType type, Axis... axes) {
        return new ArrayDescription(List.of(axes), type, "", "");
    }

    /** The sizes of the axes, in their order. */
    public int[] shape() {
        return axes.stream().mapToInt(Axis::size).toArray();
    }

    /** How many values there are. */
    public int length() {
        return (int) values(axes);
    }

    /** Bytes that the values take. */
    public long bytes() {
        return values(axes) * type.bytes();
    }

    /** The axis of this name. */
    public Optional<Axis> axis(String name) {
        return axes.stream().filter(axis -> axis.name().equals(name)).findFirst();
    }

    /** Distances of neighbours in millimetres along each spatial axis, in the order of the axes; 0 where unknown. */
    public List<Double> spacing() {
        return axes.stream().filter(Axis::spatial).map(Axis::step).toList();
    }

    /** Seconds between two measurements; 0 where unknown or there is no axis of time. */
    public double timeStep() {
        return axis(Axis.TIME).map(Axis::step).orElse(0.0);
    }

    /** The same with numbers of another type, whose brightness is that of the type. */
    public ArrayDescription as(ElementType newType) {
        return new ArrayDescription(axes, newType, unit, orientation, Brightness.of(newType));
    }

    /** The same with other axes. */
    public ArrayDescription with(List<Axis> newAxes) {
        return new ArrayDescription(newAxes, type, unit, orientation, brightness);
    }

    /** The same with another brightness. */
    public ArrayDescription with(Brightness newBrightness) {
        return new ArrayDescription(axes, type, unit, orientation, newBrightness);
    }

    /** For people: {@code 35×51×35 (z, y, x), u8}. */
    public String display() {
        return display(axes) + ", " + type.text();
    }

    private static String display(List<Axis> axes) {
        return axes.stream().map(axis -> Integer.toString(axis.size())).collect(Collectors.joining("×")) + " ("
                + axes.stream().map(Axis::name).collect(Collectors.joining(", ")) + ")";
    }

    /** Saturates: no product overflows. */
    private static long values(List<Axis> axes) {
        long values = 1;
        for (Axis axis : axes) {
            values = Math.min(values * axis.size(), Integer.MAX_VALUE);
        }
        return values;
    }
}
