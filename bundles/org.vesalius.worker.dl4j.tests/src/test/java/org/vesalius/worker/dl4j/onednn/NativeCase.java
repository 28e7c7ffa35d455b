// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.onednn;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Shapes and arguments of one of ND4J's operations with windows, the channels last. The first axis has the window that is
 * tried, the others one of 2 with steps of 1.
 *
 * @param operation its name
 * @param arguments its integer arguments
 * @param inputs shapes of its inputs: the array and, of a convolution, kernel and bias
 * @param output shape of its result
 */
record NativeCase(String operation, long[] arguments, List<long[]> inputs, long[] output) {

    private static final int SAMPLES = 2;
    private static final int CHANNELS = 2;
    private static final int FILTERS = 3;
    private static final int OTHER = 4;

    static NativeCase of(String operation, boolean same, AxisWindow window) {
        int axes = operation.contains("3d") ? 3 : 2;
        boolean pooling = operation.contains("pool");
        long[] input = array(window.size(), OTHER, axes, CHANNELS);
        if (pooling) {
            return new NativeCase(operation, arguments(same, window, axes, 0, 1), List.of(input),
                    array(window.places(same), same ? OTHER : OTHER - 1, axes, CHANNELS));
        }
        long[] arguments = arguments(same, window, axes, 1, 0);
        if (operation.startsWith("deconv")) {
            long[] output = array(window.grown(same), same ? OTHER : OTHER + 1, axes, FILTERS);
            return new NativeCase(operation, arguments,
                    List.of(input, kernel(window, axes, FILTERS, CHANNELS), new long[] {FILTERS}), output);
        }
        boolean depthwise = operation.startsWith("depthwise");
        long filters = depthwise ? CHANNELS : FILTERS;
        long[] kernel = kernel(window, axes, CHANNELS, depthwise ? 1 : FILTERS);
        return new NativeCase(operation, arguments, List.of(input, kernel, new long[] {filters}),
                array(window.places(same), same ? OTHER : OTHER - 1, axes, filters));
    }

    private static long[] array(long first, long other, int axes, long channels) {
        return axes == 2 ? new long[] {SAMPLES, first, other, channels}
                : new long[] {SAMPLES, first, other, other, channels};
    }

    private static long[] kernel(AxisWindow window, int axes, long first, long second) {
        return axes == 2 ? new long[] {window.kernel(), 2, first, second}
                : new long[] {window.kernel(), 2, 2, first, second};
    }

    private static long[] arguments(boolean same, AxisWindow window, int axes, long... format) {
        return Stream.of(LongStream.of(window.kernel()), constant(2, axes - 1), LongStream.of(window.stride()),
                constant(1, axes - 1), constant(0, axes), constant(1, axes), LongStream.of(same ? 1 : 0),
                LongStream.of(format)).flatMapToLong(part -> part).toArray();
    }

    private static LongStream constant(long value, int count) {
        return LongStream.generate(() -> value).limit(count);
    }
}
