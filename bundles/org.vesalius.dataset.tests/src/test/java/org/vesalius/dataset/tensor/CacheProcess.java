// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.reader.ColumnReaders;

/** Opens a cache of a thousand images as a process of its own and prints the sum of what it reads. */
final class CacheProcess {
    private static final int IMAGES = 1000;

    private CacheProcess() {
    }

    public static void main(String[] arguments) {
        String[] values = IntStream.range(0, IMAGES).mapToObj(i -> String.valueOf(i % 250)).toArray(String[]::new);
        Dataset dataset = TensorCacheTest.dataset(Map.of("scale", "1"), values);
        TensorCache cache = new TensorCache(Path.of(arguments[0]), new ColumnReaders(List.of(new CountingReader())));
        CachedArrays images = cache.open(dataset, dataset.columns().get(0), new int[] {1, 2, 1},
                dataset.samples(), Progress.none());
        float[] image = new float[2];
        long sum = 0;
        for (int i = 0; i < images.size(); i++) {
            images.read(i, image, 0);
            sum += (long) image[0] + (i - i % 250);
        }
        System.out.println("sum " + sum);
    }
}
