// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import java.io.Closeable;
import java.nio.MappedByteBuffer;
import java.util.List;
import org.vesalius.dataset.Defect;

/**
 * Images of one shape, mapped into memory; may be read by many threads at once. Their indexes are those of the
 * samples the cache was opened for.
 */
public final class CachedImages implements Closeable {
    private final TensorSpec spec;
    private final int size;
    private final int perMap;
    private final ValueScale scale;
    private final List<Defect> defects;
    private final List<String> fingerprints;
    private volatile MappedByteBuffer[] maps;

    CachedImages(TensorSpec spec, CacheFile.Content content, ValueScale scale, List<Defect> defects,
            List<String> fingerprints) {
        this.spec = spec;
        this.size = content.count();
        this.perMap = content.perMap();
        this.maps = content.maps();
        this.scale = scale;
        this.defects = List.copyOf(defects);
        this.fingerprints = List.copyOf(fingerprints);
    }

    /** How many images there are, unreadable ones included. */
    public int size() {
        return size;
    }

    /** The shape of each image. */
    public TensorSpec spec() {
        return spec;
    }

    /** The samples that can't be read, and why; they read as zeros. */
    public List<Defect> defects() {
        return defects;
    }

    /** For each image a text that tells its content, such as the hash of its file, read when the cache was opened. */
    public List<String> fingerprints() {
        return fingerprints;
    }

    /**
     * Copies an image, its values scaled as the column says (to 0…1 if it says nothing).
     *
     * @param index which one, from 0
     * @param destination where to: {@code spec().length()} values in the order HWC
     * @param offset where in the destination to begin
     */
    public void read(int index, float[] destination, int offset) {
        MappedByteBuffer[] open = maps;
        if (open == null) {
            throw new IllegalStateException("the images are closed");
        }
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        byte[] stored = new byte[scale.bytes(spec)];
        open[index / perMap].get(index % perMap * stored.length, stored);
        scale.restore(stored, destination, offset);
    }

    /** Lets go of the memory; the platform frees it when it next collects garbage. */
    @Override
    public void close() {
        maps = null;
    }
}
