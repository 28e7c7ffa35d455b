// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.pixel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.vesalius.core.English;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * How slices make a volume: sorted along the normal of their planes, all at the same distance.
 *
 * @param order numbers of the slices from the first to the last along the normal
 * @param affine rows of the matrix that brings columns, rows and slices to millimetres to the right, the front and upwards
 */
record SliceStack(int[] order, double[][] affine) {
    private static final double SAME_DIRECTION = 1e-3;
    private static final double SAME_PLACE = 1e-3;
    private static final double MISSING = 1.5;
    /** How far a slice may be from where it would be if all distances were the same, as a share of these. */
    private static final double UNEVEN = 0.1;
    /** Places are often rounded to tenths of a millimetre. */
    private static final double ROUNDED = 0.06;

    /**
     * Where a slice lies.
     *
     * @param position of the middle of its first pixel, in millimetres to the left, to the back and upwards (PS3.3, C.7.6.2.1.1)
     * @param orientation the directions of its rows and of its columns
     * @param spacing distances of rows and of columns in millimetres
     */
    record Place(double[] position, double[] orientation, double[] spacing) {

        private void require() throws UnreadableImageException {
            if (position.length != 3 || orientation.length != 6) {
                throw new UnreadableImageException("doesn't say where its slices lie in the patient");
            }
            if (!(spacing[0] > 0)) {
                throw new UnreadableImageException("doesn't say how far its pixels are from each other");
            }
            double across = length(orientation, 0);
            double down = length(orientation, 3);
            double angle = orientation[0] * orientation[3] + orientation[1] * orientation[4] + orientation[2] * orientation[5];
            if (Math.abs(across - 1) > 0.01 || Math.abs(down - 1) > 0.01 || Math.abs(angle) > 0.01) {
                throw new UnreadableImageException("is damaged: the orientation of its slices makes no sense");
            }
        }

        private static double length(double[] of, int from) {
            return Math.sqrt(of[from] * of[from] + of[from + 1] * of[from + 1] + of[from + 2] * of[from + 2]);
        }

        private double along(double[] direction) {
            return position[0] * direction[0] + position[1] * direction[1] + position[2] * direction[2];
        }
    }

    /** The direction that follows that of rows and that of columns as z follows x and y. */
    static double[] normal(double[] o) {
        return new double[] {o[1] * o[5] - o[2] * o[4], o[2] * o[3] - o[0] * o[5], o[0] * o[4] - o[1] * o[3]};
    }

    /**
     * The stack of slices.
     *
     * @throws UnreadableImageException if they make no volume: two at one place, some missing, or not all parallel and in line
     */
    static SliceStack of(List<Place> places) throws UnreadableImageException {
        for (Place place : places) {
            place.require();
        }
        Place first = places.get(0);
        requireAlike(places, first);
        double[] normal = normal(first.orientation());
        int[] order = IntStream.range(0, places.size()).boxed()
                .sorted(Comparator.comparingDouble(i -> places.get(i).along(normal))).mapToInt(i -> i).toArray();
        double[] along = Arrays.stream(order).mapToDouble(i -> places.get(i).along(normal)).toArray();
        requireEven(along);
        requireInLine(places, order, first);
        double[] start = places.get(order[0]).position();
        double[] end = places.get(order[order.length - 1]).position();
        double[][] affine = new double[3][3];
        for (int axis = 0; axis < 3; axis++) {
            // x and y of DICOM lead to the left and to the back
            double side = axis < 2 ? -1 : 1;
            affine[axis][0] = side * first.orientation()[axis] * first.spacing()[1];
            affine[axis][1] = side * first.orientation()[3 + axis] * first.spacing()[0];
            affine[axis][2] = side * (order.length == 1 ? normal[axis] : (end[axis] - start[axis]) / (order.length - 1));
        }
        return new SliceStack(order, affine);
    }

    private static void requireAlike(List<Place> places, Place first) throws UnreadableImageException {
        for (Place place : places) {
            for (int i = 0; i < 6; i++) {
                if (Math.abs(place.orientation()[i] - first.orientation()[i]) > SAME_DIRECTION) {
                    throw new UnreadableImageException("holds slices of different orientations, which make no volume");
                }
            }
            for (int i = 0; i < 2; i++) {
                if (Math.abs(place.spacing()[i] / first.spacing()[i] - 1) > SAME_DIRECTION) {
                    throw new UnreadableImageException("holds slices whose pixels are of different sizes, which make no volume");
                }
            }
        }
    }

    /** Whether all slices are as far from the next. */
    private static void requireEven(double[] along) throws UnreadableImageException {
        if (along.length == 1) {
            return;
        }
        double[] steps = IntStream.range(1, along.length).mapToDouble(i -> along[i] - along[i - 1]).toArray();
        long doubled = Arrays.stream(steps).filter(step -> step < SAME_PLACE).count();
        if (doubled > 0) {
            throw new UnreadableImageException("holds " + English.quantity(doubled, "slice") + " at the place of another");
        }
        double usual = Arrays.stream(steps).sorted().toArray()[(steps.length - 1) / 2];
        double missing = Arrays.stream(steps).filter(step -> step > MISSING * usual).map(step -> Math.rint(step / usual) - 1).sum();
        if (missing > 0) {
            throw new UnreadableImageException("lacks " + English.quantity((long) missing, "slice") + ": " + along.length
                    + " are there, mostly " + usual + " mm apart");
        }
        double mean = (along[along.length - 1] - along[0]) / steps.length;
        double most = Math.max(UNEVEN * mean, ROUNDED);
        if (IntStream.range(0, along.length).anyMatch(i -> Math.abs(along[i] - along[0] - i * mean) > most)) {
            throw new UnreadableImageException("holds slices at different distances, which make no volume");
        }
    }

    /** Slices that are shifted against each other, as by a tilted gantry, would be taken for straight ones. */
    private static void requireInLine(List<Place> places, int[] order, Place first) throws UnreadableImageException {
        for (int direction = 0; direction < 6; direction += 3) {
            double[] along = Arrays.copyOfRange(first.orientation(), direction, direction + 3);
            double most = Arrays.stream(order).mapToDouble(i -> places.get(i).along(along)).max().orElse(0);
            double least = Arrays.stream(order).mapToDouble(i -> places.get(i).along(along)).min().orElse(0);
            if (most - least > first.spacing()[direction == 0 ? 1 : 0]) {
                throw new UnreadableImageException("holds slices that are shifted against each other, as by a tilted gantry, and "
                        + "make no straight volume");
            }
        }
    }
}
