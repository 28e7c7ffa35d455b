// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.pixel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.volume.ArrayTarget;
import org.vesalius.dataset.volume.PatientAxes;

/** Slices of one series as a volume of the axes z, y and x, upwards, to the front and to the right of the patient (RAS+). */
public final class Volume {
    private final List<Slice> slices;
    private final SliceStack stack;
    private final PatientAxes axes;
    private final ArrayDescription description;

    /**
     * A slice.
     *
     * @param image the file that it is in
     * @param frame its number there
     */
    public record Slice(DicomImage image, int frame) {
    }

    private Volume(List<Slice> slices, SliceStack stack) throws IOException {
        this.slices = slices;
        this.stack = stack;
        this.axes = PatientAxes.of(stack.affine(), new double[3]);
        this.description = describe();
    }

    /**
     * The volume of slices, in any order.
     *
     * @throws UnreadableImageException if they make none, with the reason
     */
    public static Volume of(List<Slice> slices) throws IOException {
        PixelFormat first = slices.get(0).image().format();
        Optional<String> series = slices.get(0).image().series();
        List<SliceStack.Place> places = new ArrayList<>();
        for (Slice slice : slices) {
            if (!slice.image().series().equals(series)) {
                throw new UnreadableImageException("holds slices of two or more series; say which one is meant");
            }
            PixelFormat format = slice.image().format();
            if (!format.grey()) {
                throw new UnreadableImageException("holds slices in colours, which make no volume");
            }
            if (format.width() != first.width() || format.height() != first.height()) {
                throw new UnreadableImageException("holds slices of different sizes, which make no volume");
            }
            places.add(slice.image().place(slice.frame()));
        }
        return new Volume(List.copyOf(slices), SliceStack.of(places));
    }

    private ArrayDescription describe() throws IOException {
        int[] sizes = sizes();
        List<Axis> described = new ArrayList<>();
        String[] names = {Axis.X, Axis.Y, Axis.Z};
        for (int axis = 2; axis >= 0; axis--) {
            int stored = axes.stored()[axis];
            boolean unknown = stored == 2 && slices.size() == 1;
            described.add(new Axis(names[axis], sizes[stored], unknown ? 0 : axes.steps()[axis]));
        }
        DicomImage.Range range = slices.get(0).image().range(slices.get(0).frame());
        for (Slice slice : slices) {
            range = range.with(slice.image().range(slice.frame()));
        }
        try {
            return new ArrayDescription(described, range.type(), range.unit(), "RAS");
        } catch (IllegalArgumentException e) {
            throw new UnreadableImageException("holds more values than can be read", e);
        }
    }

    private int[] sizes() {
        PixelFormat format = slices.get(0).image().format();
        return new int[] {format.width(), format.height(), slices.size()};
    }

    /** What the array holds. */
    public ArrayDescription description() {
        return description;
    }

    /** Decodes all slices. */
    public TypedArray read() throws IOException {
        int[] sizes = sizes();
        int[] strides = new int[3];
        int start = 0;
        int stride = 1;
        for (int axis = 0; axis < 3; axis++) {
            int stored = axes.stored()[axis];
            strides[stored] = axes.flipped()[axis] ? -stride : stride;
            start += axes.flipped()[axis] ? stride * (sizes[stored] - 1) : 0;
            stride *= sizes[stored];
        }
        ArrayTarget target = ArrayTarget.of(description);
        for (int k = 0; k < stack.order().length; k++) {
            Slice slice = slices.get(stack.order()[k]);
            slice.image().put(slice.frame(), target, new DicomImage.Raster(start + k * strides[2], strides[1], strides[0]));
        }
        return target.array(description);
    }
}
