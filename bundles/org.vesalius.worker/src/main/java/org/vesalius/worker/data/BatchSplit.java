// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a row of samples into batches; the last one holds what is left. */
public final class BatchSplit {
    private BatchSplit() {
    }

    /**
     * Cuts.
     *
     * @param samples numbers of samples in their order
     * @param batchSize largest number of samples of a batch, at least 1
     */
    public static List<int[]> of(int[] samples, int batchSize) {
        List<int[]> batches = new ArrayList<>();
        for (int start = 0; start < samples.length; start += batchSize) {
            batches.add(Arrays.copyOfRange(samples, start, Math.min(samples.length, start + batchSize)));
        }
        return batches;
    }
}
