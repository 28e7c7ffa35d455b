// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.parallel.ParallelWork;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.tensor.ArrayLoader;
import org.vesalius.worker.spi.Tensor;

/** Image files that a user gives, decoded batch by batch in memory: nothing of them is written anywhere. */
public final class GivenImages {
    private final ArrayLoader loader;
    private final Finish finish;
    private final List<Path> files;
    private final Map<Integer, String> unreadable = new ConcurrentSkipListMap<>();

    /**
     * The files, in the order of their numbers from 0.
     *
     * @param loader makes numbers of them
     * @param finish what is done with the numbers of each
     */
    public GivenImages(ArrayLoader loader, Finish finish, List<Path> files) {
        this.loader = Objects.requireNonNull(loader, "loader");
        this.finish = Objects.requireNonNull(finish, "finish");
        this.files = files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
    }

    /** Makes of the numbers of a file what the network was trained on. */
    @FunctionalInterface
    public interface Finish {
        /**
         * Changes the numbers of one file where they lie.
         *
         * @throws UnreadableImageException if they can't be used
         */
        void apply(float[] values, int offset, int length) throws UnreadableImageException;
    }

    /**
     * Some decoded images.
     *
     * @param numbers of those that can be read
     * @param tensor their values, the first axis counting them
     */
    public record Decoded(int[] numbers, Tensor tensor) {
    }

    /** For networks that nothing stands in for gaps of: the numbers stay as they are. */
    public static void refuseGaps(float[] values, int offset, int length) throws UnreadableImageException {
        for (int i = offset; i < offset + length; i++) {
            if (Float.isNaN(values[i])) {
                throw new UnreadableImageException("has gaps, values that are no numbers");
            }
        }
    }

    /** How many files there are. */
    public int count() {
        return files.size();
    }

    /** Numbers of the files that could not be read so far, with the reasons, fit to follow "It". */
    public Map<Integer, String> unreadable() {
        return Collections.unmodifiableMap(unreadable);
    }

    /**
     * Decodes the files whose numbers lie between two.
     *
     * @throws IOException if the disk can't be read
     */
    public Decoded decode(int begin, int end) throws IOException {
        Tensor all = zeros(end - begin);
        new ParallelWork(end - begin, i -> load(begin + i, all.values(), i * loader.length()))
                .run("Decoding images", Progress.none());
        return readable(begin, end, all);
    }

    private void load(int number, float[] destination, int offset) throws IOException {
        Path file = files.get(number);
        Path root = file.getRoot();
        try {
            loader.load(root, root.relativize(file).toString(), destination, offset);
            finish.apply(destination, offset, loader.length());
        } catch (UnreadableImageException e) {
            if (e.getCause() instanceof OutOfMemoryError memory) {
                throw memory;
            }
            unreadable.put(number, e.getMessage());
        }
    }

    private Decoded readable(int begin, int end, Tensor all) {
        int[] numbers = IntStream.range(begin, end).filter(number -> !unreadable.containsKey(number)).toArray();
        int length = loader.length();
        Tensor kept = zeros(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            System.arraycopy(all.values(), (numbers[i] - begin) * length, kept.values(), i * length, length);
        }
        return new Decoded(numbers, kept);
    }

    private Tensor zeros(int count) {
        return Tensor.zeros(IntStream.concat(IntStream.of(count), Arrays.stream(loader.shape())).toArray());
    }
}
