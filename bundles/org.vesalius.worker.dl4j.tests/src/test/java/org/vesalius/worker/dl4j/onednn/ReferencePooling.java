// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.onednn;

import java.util.Arrays;

/** Pooling by its definition: averages over what lies inside the image, gradients of maxima to the largest sample. */
record ReferencePooling(ReferenceWindow window, boolean maximum) {

    Images forward(Images input) {
        Images output = window.output(input, input.channels());
        int[] counts = counts(input, output);
        Arrays.fill(output.values(), maximum ? Double.NEGATIVE_INFINITY : 0);
        window.forEach(input, (image, outY, outX, y, x, k) -> {
            for (int c = 0; c < input.channels(); c++) {
                int out = output.index(image, outY, outX, c);
                double value = input.values()[input.index(image, y, x, c)];
                output.values()[out] =
                        maximum ? Math.max(output.values()[out], value) : output.values()[out] + value / counts[out];
            }
        });
        return output;
    }

    Images backward(Images input, Images epsilon) {
        Images output = forward(input);
        Images gradient = new Images(input.count(), input.height(), input.width(), input.channels());
        int[] counts = counts(input, output);
        window.forEach(input, (image, outY, outX, y, x, k) -> {
            for (int c = 0; c < input.channels(); c++) {
                int in = input.index(image, y, x, c);
                int out = output.index(image, outY, outX, c);
                double share = 1.0 / counts[out];
                if (maximum) {
                    share = input.values()[in] == output.values()[out] ? 1 : 0;
                }
                gradient.values()[in] += share * epsilon.values()[out];
            }
        });
        return gradient;
    }

    private int[] counts(Images input, Images output) {
        int[] counts = new int[output.values().length];
        window.forEach(input, (image, outY, outX, y, x, k) -> {
            for (int c = 0; c < input.channels(); c++) {
                counts[output.index(image, outY, outX, c)]++;
            }
        });
        return counts;
    }
}
