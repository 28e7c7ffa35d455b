// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.vesalius.evaluation.metric.PlaceGrid;

/**
 * What one Output layer should say: the truth, encoded as the output encodes its answers. {@link #read} is a pure
 * function, and may be called by any thread.
 */
public interface TargetSource extends Closeable {
    /** Name of the Output layer. */
    String layer();

    /**
     * Sizes of the axes of one sample, without the batch axis: those of what the output says. For Cox's likelihood 2: a
     * time and 1 for an event, 0 for the end of a follow-up.
     */
    int[] shape();

    /** Whether anything is known of the truth of a sample. */
    boolean known(int sample);

    /**
     * Whether a value of the truth of a sample is known. A category is, even if it weighs nothing in training.
     *
     * @param weight what {@link #read} gives for the value
     */
    default boolean known(int sample, float weight) {
        return weight > 0;
    }

    /** Where the places of the truth of a sample are; empty where it has none, such as a category. */
    default Optional<PlaceGrid> grid(int sample) {
        return Optional.empty();
    }

    /**
     * Reads the truth of one sample.
     *
     * @param sample number of the sample in the opened data
     * @param epoch number of the epoch, as for the inputs: what is augmented there is augmented here alike
     * @param truth gets the values, row-major; they are 0 before, and stay so where the truth isn't known
     * @param weights gets the factor on the loss of each value; they are 0 before, and stay so where the truth isn't
     *        known
     * @param offset where in both they begin
     */
    void read(int sample, int epoch, float[] truth, float[] weights, int offset);

    @Override
    default void close() throws IOException {
        // most sources hold nothing open
    }
}
