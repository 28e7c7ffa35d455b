// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.compute;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.number.NumberArray;
import org.vesalius.network.Input;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.spi.Tensor;

/**
 * Samples in the shape that an input takes.
 *
 * @param tensor the samples
 * @param remark what was done to them, in the user's words; may be empty
 */
record FittedInput(Tensor tensor, String remark) {
    /**
     * Fits samples to an input, whose open sizes are taken from them. Where channels come first in the array and last in
     * the network, as in PyTorch and ONNX, they are moved.
     *
     * @throws ReportedException if they have another shape
     */
    static FittedInput of(NumberArray array, Input input) {
        int[] shape = array.shape();
        if (shape.length == 1 && input.getShape() != null && input.getShape().rank() == 1) {
            return of(new NumberArray(new int[] {shape[0], 1}, array.values()), input);
        }
        int[] sample = shape.length == 0 ? shape : Arrays.copyOfRange(shape, 1, shape.length);
        boolean asItIs = shape.length > 1 && fits(sample, input.getShape());
        boolean moved = sample.length >= 2 && fits(channelsLast(sample), input.getShape());
        if (!asItIs && !moved) {
            throw other(array, input);
        }
        NumberArray fitted = asItIs ? array : channelsLast(array);
        input.setShape(completed(input.getShape(), Arrays.copyOfRange(fitted.shape(), 1, fitted.shape().length)));
        String remark = !asItIs ? "'" + input.getName() + "' was given channels first and is computed channels last"
                : moved && sample[0] > 1 ? "'" + input.getName() + "' is taken as it is, channels last" : "";
        return new FittedInput(new Tensor(fitted.shape(), fitted.values()), remark);
    }

    private static boolean fits(int[] sample, Shape shape) {
        if (shape == null || shape.rank() == 0) {
            return true;
        }
        return shape.rank() == sample.length && IntStream.range(0, sample.length)
                .allMatch(axis -> !shape.axes().get(axis).known() || shape.size(axis) == sample[axis]);
    }

    private static int[] channelsLast(int[] sample) {
        int[] moved = Arrays.copyOfRange(sample, 1, sample.length + 1);
        moved[sample.length - 1] = sample[0];
        return moved;
    }

    private static NumberArray channelsLast(NumberArray array) {
        int[] sample = Arrays.copyOfRange(array.shape(), 1, array.shape().length);
        int channels = sample[0];
        int points = IntStream.of(sample).skip(1).reduce(1, Math::multiplyExact);
        float[] from = array.values();
        float[] to = new float[from.length];
        for (int i = 0; i < from.length; i++) {
            int place = i % (channels * points);
            to[i - place + place % points * channels + place / points] = from[i];
        }
        int[] shape = new int[array.shape().length];
        shape[0] = array.shape()[0];
        System.arraycopy(channelsLast(sample), 0, shape, 1, sample.length);
        return new NumberArray(shape, to);
    }

    private static Shape completed(Shape shape, int[] sample) {
        List<Axis> axes = shape == null ? List.of() : shape.axes();
        return new Shape(IntStream.range(0, sample.length).mapToObj(axis -> new Axis(
                axes.isEmpty() ? "axis" + (axis + 1) : axes.get(axis).name(), sample[axis])).toList());
    }

    private static ReportedException other(NumberArray array, Input input) {
        return new ReportedException(ErrorKind.INVALID_INPUT, "The input '" + input.getName() + "' takes samples of "
                + (input.getShape() == null ? "another shape" : input.getShape().display()) + ", and what is given is "
                + array.display(), "Give an array whose first axis counts the samples");
    }
}
