// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.Objects;
import java.util.Optional;

import org.vesalius.network.shape.Shape;

/**
 * What flows out of a vertex of the DL4J graph.
 *
 * @param vertex name of the vertex
 * @param shape shape of one sample; the array is {@code [samples, shape…]}, row-major
 * @param mask of a sequence, which of its steps count: {@code [samples, time]} of 0 and 1; empty where all do
 */
public record Signal(String vertex, Shape shape, Optional<Signal> mask) {

    /** No component may be null. */
    public Signal {
        Objects.requireNonNull(vertex, "vertex");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(mask, "mask");
    }

    /** A signal without a mask. */
    public Signal(String vertex, Shape shape) {
        this(vertex, shape, Optional.empty());
    }

    /** Sizes of the axes of one sample. */
    public long[] sizes() {
        return shape.axes().stream().mapToLong(axis -> axis.size()).toArray();
    }

    /** Size of the last axis: channels of an image, features of a sequence. */
    public int channels() {
        return shape.last().size();
    }
}
