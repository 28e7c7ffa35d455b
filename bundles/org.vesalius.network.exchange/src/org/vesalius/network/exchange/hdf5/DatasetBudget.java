// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.hdf5;

import io.jhdf.api.Dataset;
import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.shape.Saturated;

/** Holds arrays to what their file can contain, so that a small file can't claim a billion numbers. */
final class DatasetBudget {
    /** The most that deflate, which Keras files use where they are compressed at all, can make of a byte. */
    private static final long MOST_PER_BYTE = 1032;

    private final long fileBytes;
    private long left = Runtime.getRuntime().maxMemory() / 2;

    DatasetBudget(long fileBytes) {
        this.fileBytes = fileBytes;
    }

    /** The sizes of the axes of an array that may be read. */
    List<Integer> take(Dataset dataset) {
        List<Integer> shape = new ArrayList<>();
        long numbers = 1;
        for (long size : dataset.getDimensionsAsLong()) {
            numbers = Saturated.times(numbers, Math.max(size, 0));
            shape.add(Math.toIntExact(size));
        }
        long stored = Saturated.times(numbers, Math.max(1, dataset.getDataType().getSize()));
        long most = dataset.getFilters().isEmpty() ? fileBytes : Saturated.times(fileBytes, MOST_PER_BYTE);
        long held = Saturated.times(numbers, Float.BYTES);
        if (stored > most || dataset.getStorageInBytes() > fileBytes) {
            throw new IllegalStateException("an array claims more numbers than the file has room for");
        }
        if (held > left) {
            throw new IllegalStateException("the arrays are larger than the memory of this program");
        }
        left -= held;
        return shape;
    }
}
