// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Changes the sizes of arrays. */
sealed interface ShapeStep extends Step {
}

/** The axes whose sizes steps change: those through space, or the first where there are none. */
record SizedAxes(ArrayDescription description, List<Integer> axes) {

    static SizedAxes of(ArrayDescription description) {
        List<Integer> spatial = IntStream.range(0, description.axes().size())
                .filter(axis -> description.axes().get(axis).spatial()).boxed().toList();
        return new SizedAxes(description, spatial.isEmpty() ? List.of(0) : spatial);
    }

    Axis axis(int number) {
        return description.axes().get(axes.get(number));
    }

    /** One number for each axis; a single one stands for all. */
    double[] each(double[] numbers) throws UnreadableImageException {
        if (numbers.length == 1) {
            return axes.stream().mapToDouble(axis -> numbers[0]).toArray();
        }
        if (numbers.length != axes.size()) {
            throw new UnreadableImageException("is " + description.display() + ", and preprocessing names sizes for "
                    + numbers.length + " axes");
        }
        return numbers;
    }

    int[] each(int[] sizes) throws UnreadableImageException {
        return Arrays.stream(each(Arrays.stream(sizes).asDoubleStream().toArray())).mapToInt(size -> (int) size)
                .toArray();
    }
}

/** Changes sizes along axes by interpolation, keeping what the array shows. */
record Resize(boolean nearest) {

    TypedArray apply(TypedArray array, int[] sizes) throws UnreadableImageException {
        SizedAxes axes = SizedAxes.of(array.description());
        TypedArray resized = array;
        for (int i = 0; i < sizes.length; i++) {
            if (axes.axis(i).size() != sizes[i]) {
                resized = along(resized, axes.axes().get(i), sizes[i]);
            }
        }
        return resized;
    }

    private TypedArray along(TypedArray array, int number, int size) throws UnreadableImageException {
        ArrayDescription description = array.description();
        Axis axis = description.axes().get(number);
        List<Axis> axes = new ArrayList<>(description.axes());
        axes.set(number, axis.resized(size, axis.step() * axis.size() / size));
        ArrayDescription resized = described(nearest ? description : description.as(ElementType.F32), axes);
        int inner = axes.subList(number + 1, axes.size()).stream().mapToInt(Axis::size).reduce(1, (a, b) -> a * b);
        int outer = array.length() / inner / axis.size();
        float[] values = new float[resized.length()];
        float[] from = array.floats();
        AxisWeights weights = AxisWeights.of(axis.size(), size);
        for (int block = 0; block < outer; block++) {
            for (int place = 0; place < size; place++) {
                if (nearest) {
                    int old = Math.min(axis.size() - 1, (int) ((place + 0.5) * axis.size() / size));
                    System.arraycopy(from, (block * axis.size() + old) * inner, values, (block * size + place) * inner,
                            inner);
                } else {
                    weights.addRows(place, block, axis.size(), from, inner, values);
                }
            }
        }
        return TypedArray.of(resized, values);
    }

    static ArrayDescription described(ArrayDescription before, List<Axis> axes) throws UnreadableImageException {
        try {
            return before.with(axes);
        } catch (IllegalArgumentException e) {
            throw new UnreadableImageException("would become too large by its preprocessing", e);
        }
    }

    String words() {
        return nearest ? ", nearest values" : ", interpolated";
    }
}

/** Brings arrays to a distance of their places in millimetres. */
record ToSpacing(double[] spacing, Resize resize) implements ShapeStep {
    static Step of(StepText text) {
        double[] spacing = text.numbers("spacing");
        if (Arrays.stream(spacing).anyMatch(step -> step <= 0)) {
            throw text.invalid("spacings are above 0 mm");
        }
        return new ToSpacing(spacing, Resample.method(text));
    }

    @Override
    public TypedArray apply(TypedArray array) throws UnreadableImageException {
        SizedAxes axes = SizedAxes.of(array.description());
        double[] wanted = axes.each(spacing);
        int[] sizes = new int[wanted.length];
        for (int i = 0; i < sizes.length; i++) {
            Axis axis = axes.axis(i);
            if (axis.step() == 0) {
                throw new UnreadableImageException("doesn't say how far apart its values are along " + axis.name()
                        + ", so it can't be brought to a spacing");
            }
            double size = axis.size() * axis.step() / wanted[i];
            sizes[i] = (int) Math.max(1, Math.min(Math.rint(size), ArrayDescription.MOST_VALUES));
        }
        return resize.apply(array, sizes);
    }

    @Override
    public boolean keepsType() {
        return resize.nearest();
    }

    @Override
    public String words() {
        return "resampled to " + Arrays.stream(spacing).mapToObj(ValueStep::text).collect(Collectors.joining("×"))
                + " mm" + resize.words();
    }
}

/** Brings arrays to a size; with the aspect kept, they are made to fit into it and the rest is filled. */
record Resample(int[] sizes, boolean aspect, double fill, Resize resize) implements ShapeStep {
    static Step of(StepText text) {
        text.only("size", "spacing", "aspect", "fill", "method");
        if (text.has("spacing")) {
            text.only("spacing", "method");
            return ToSpacing.of(text);
        }
        boolean keep = text.word("aspect", "free", "free", "keep").equals("keep");
        return new Resample(text.sizes("size"), keep, text.number("fill", 0), method(text));
    }

    static Resize method(StepText text) {
        return new Resize(text.word("method", "linear", "linear", "nearest").equals("nearest"));
    }

    @Override
    public TypedArray apply(TypedArray array) throws UnreadableImageException {
        SizedAxes axes = SizedAxes.of(array.description());
        int[] wanted = axes.each(sizes);
        if (!aspect) {
            return resize.apply(array, wanted);
        }
        double scale = IntStream.range(0, wanted.length).mapToDouble(i -> (double) wanted[i] / axes.axis(i).size()).min()
                .orElseThrow();
        int[] fitted = IntStream.range(0, wanted.length)
                .map(i -> Math.max(1, (int) Math.rint(axes.axis(i).size() * scale))).toArray();
        return new Fit(wanted, fill).apply(resize.apply(array, fitted));
    }

    @Override
    public boolean keepsType() {
        return resize.nearest() && fill == 0;
    }

    @Override
    public String words() {
        return "resampled to " + Fit.text(sizes) + (aspect ? ", the aspect kept" : "") + resize.words();
    }
}

/** Crops or pads around the middle. */
record Fit(int[] sizes, double fill) implements ShapeStep {
    static Step of(StepText text) {
        text.only("size", "fill");
        return new Fit(text.sizes("size"), text.number("fill", 0));
    }

    @Override
    public TypedArray apply(TypedArray array) throws UnreadableImageException {
        SizedAxes axes = SizedAxes.of(array.description());
        int[] wanted = axes.each(sizes);
        TypedArray fitted = array;
        for (int i = 0; i < wanted.length; i++) {
            if (axes.axis(i).size() != wanted[i]) {
                fitted = along(fitted, axes.axes().get(i), wanted[i]);
            }
        }
        return fitted;
    }

    private TypedArray along(TypedArray array, int number, int size) throws UnreadableImageException {
        Axis axis = array.description().axes().get(number);
        List<Axis> axes = new ArrayList<>(array.description().axes());
        axes.set(number, axis.resized(size, axis.step()));
        ArrayDescription description = Resize.described(array.description(), axes);
        int inner = axes.subList(number + 1, axes.size()).stream().mapToInt(Axis::size).reduce(1, (a, b) -> a * b);
        int outer = array.length() / inner / axis.size();
        int shift = (axis.size() - size) / 2;
        int from = Math.max(0, shift);
        int to = Math.max(0, -shift);
        int kept = Math.min(axis.size(), size);
        float[] values = new float[description.length()];
        Arrays.fill(values, (float) fill);
        float[] old = array.floats();
        for (int block = 0; block < outer; block++) {
            System.arraycopy(old, (block * axis.size() + from) * inner, values, (block * size + to) * inner,
                    kept * inner);
        }
        return TypedArray.of(description, values);
    }

    @Override
    public boolean keepsType() {
        return fill == 0;
    }

    static String text(int[] sizes) {
        return Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining("×"));
    }

    @Override
    public String words() {
        return "cropped or padded to " + text(sizes) + (fill == 0 ? "" : " with " + ValueStep.text(fill));
    }
}
