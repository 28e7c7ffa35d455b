// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Sizes of axes that the graph computes as it runs.
 *
 * @param sizes the sizes, {@link #UNKNOWN} where they depend on the data, as the number of samples does
 * @param single whether it is a single number rather than a row of one
 */
record Sizes(List<Long> sizes, boolean single) implements Value {
    /** A size that depends on the data. */
    static final long UNKNOWN = Long.MIN_VALUE;
    /** More sizes than any shape needs. */
    static final int MOST = 64;

    Sizes {
        sizes = List.copyOf(sizes);
    }

    /** Sizes for people, "?" where they are not known. */
    static String text(List<? extends Number> sizes) {
        return sizes.isEmpty() ? "a single number" : sizes.stream()
                .map(size -> size.longValue() < 0 ? "?" : size.toString()).collect(Collectors.joining("×"));
    }

    /** These sizes, as a constant where all are known. */
    static Value of(List<Long> sizes, boolean single) {
        if (sizes.contains(UNKNOWN)) {
            return new Sizes(sizes, single);
        }
        ForeignArray row = ForeignArray.ofLongs(sizes);
        return single ? row.reshaped(List.of()) : row;
    }
}
