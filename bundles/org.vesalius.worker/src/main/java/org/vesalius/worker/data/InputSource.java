// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.io.Closeable;
import java.io.IOException;

/** Where the values of one Input layer come from. {@link #read} is a pure function, and may be called by any thread. */
public interface InputSource extends Closeable {
    /** The epoch to name for samples as they are, without augmentation. */
    int PLAIN = 0;

    /** Name of the Input layer. */
    String layer();

    /** Sizes of the axes of one sample, without the batch axis. */
    int[] shape();

    /**
     * Reads one sample.
     *
     * @param sample number of the sample in the opened data
     * @param epoch number of the epoch, which augmentation depends on; {@link #PLAIN} for none
     * @param target gets the values, row-major
     * @param offset where in the target they begin
     */
    void read(int sample, int epoch, float[] target, int offset);

    @Override
    default void close() throws IOException {
        // most sources hold nothing open
    }
}
