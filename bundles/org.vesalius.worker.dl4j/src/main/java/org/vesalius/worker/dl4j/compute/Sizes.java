// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

/** Sizes of arrays. */
public final class Sizes {

    private Sizes() {
    }

    /** Sizes of a batch from those of one sample. */
    public static long[] ofBatch(long samples, long[] sample) {
        long[] sizes = new long[sample.length + 1];
        sizes[0] = samples;
        System.arraycopy(sample, 0, sizes, 1, sample.length);
        return sizes;
    }
}
