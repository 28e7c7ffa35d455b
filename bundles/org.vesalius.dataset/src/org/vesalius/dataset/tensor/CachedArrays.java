// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import java.io.Closeable;
import java.nio.MappedByteBuffer;
import java.util.List;
import org.vesalius.dataset.Defect;

/**
 * Arrays of one shape, mapped into memory; may be read by many threads at once. Their indexes are those of the
 * samples the cache was opened for.
 */
public final class CachedArrays implements Closeable {
    private final KeptForm form;
    private final int size;
    private final int perMap;
    private final List<Defect> defects;
    private final List<String> fingerprints;
    private volatile MappedByteBuffer[] maps;

    CachedArrays(KeptForm form, CacheFile.Content content, List<Defect> defects, List<String> fingerprints) {
        this.form = form;
        this.size = content.count();
        this.perMap = content.perMap();
        this.maps = content.maps();
        this.defects = List.copyOf(defects);
        this.fingerprints = List.copyOf(fingerprints);
    }

    /** How many there are, unreadable ones included. */
    public int size() {
        return size;
    }

    /** Sizes of the axes of each array. */
    public int[] shape() {
        return form.shape();
    }

    /** The samples that can't be read, and why; they read as zeros. */
    public List<Defect> defects() {
        return defects;
    }

    /** For each array a text that tells its content, such as the hash of its file, read when the cache was opened. */
    public List<String> fingerprints() {
        return fingerprints;
    }

    /**
     * Copies an array. The values of pictures are scaled as the column says (to 0…1 if it says nothing), those of others
     * are what its preprocessing made of them.
     *
     * @param index which one, from 0
     * @param destination where to: row-major
     * @param offset where in the destination to begin
     */
    public void read(int index, float[] destination, int offset) {
        MappedByteBuffer[] open = maps;
        if (open == null) {
            throw new IllegalStateException("the arrays are closed");
        }
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        byte[] stored = new byte[form.bytes()];
        open[index / perMap].get(index % perMap * stored.length, stored);
        form.restore(stored, destination, offset);
    }

    /** Lets go of the memory; the platform frees it when it next collects garbage. */
    @Override
    public void close() {
        maps = null;
    }
}
