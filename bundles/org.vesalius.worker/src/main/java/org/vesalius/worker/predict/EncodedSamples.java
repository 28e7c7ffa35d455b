// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.predict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.parallel.ParallelWork;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.tensor.ArrayLoader;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.Tensor;

/** Samples that a user gives, read batch by batch in memory: nothing of them is written anywhere. */
public final class EncodedSamples {
    private final GivenSamples samples;
    private final List<SampleInput> inputs;
    private final UnsaidScale unsaid;
    private final Map<Integer, String> unreadable = new ConcurrentSkipListMap<>();

    /**
     * The samples, in the order of their numbers from 0.
     *
     * @param inputs make numbers of them
     */
    public EncodedSamples(GivenSamples samples, List<SampleInput> inputs) {
        this(samples, inputs, new UnsaidScale());
    }

    EncodedSamples(GivenSamples samples, List<SampleInput> inputs, UnsaidScale unsaid) {
        this.samples = Objects.requireNonNull(samples, "samples");
        this.inputs = List.copyOf(inputs);
        this.unsaid = Objects.requireNonNull(unsaid, "unsaid");
    }

    /**
     * Files for one input of arrays, in which nothing stands in for gaps.
     *
     * @param layer name of the Input layer
     * @param column how they are read and prepared
     * @param shape sizes of the axes that the input takes
     * @throws org.vesalius.core.ReportedException if the column's reader is missing, or its options are wrong
     */
    public static EncodedSamples ofFiles(String layer, Column column, int[] shape, List<Path> files,
            ColumnReaders readers) {
        FileSamples samples = new FileSamples(files.stream().map(Path::toString).toList(), readers);
        return new EncodedSamples(samples, List.of(new ArrayInput(layer, new ArrayLoader(column, shape, readers),
                ArrayInput::refuseGaps, column, samples)));
    }

    /**
     * Some samples.
     *
     * @param numbers of those that can be read
     * @param batch what the network gets of them, in their order
     */
    public record Encoded(int[] numbers, Batch batch) {
    }

    /** The samples. */
    public GivenSamples samples() {
        return samples;
    }

    /** Numbers of the samples that could not be used so far, with the reasons, fit to follow "It". */
    public Map<Integer, String> unreadable() {
        return Collections.unmodifiableMap(unreadable);
    }

    /** What the user has to know of those that were encoded so far. */
    public List<String> remarks() {
        return unsaid.text().stream().toList();
    }

    /**
     * Encodes the samples whose numbers lie between two.
     *
     * @throws IOException if the disk can't be read
     */
    public Encoded encode(int begin, int end) throws IOException {
        List<Tensor> all = inputs.stream().map(input -> zeros(input, end - begin)).toList();
        new ParallelWork(end - begin, i -> read(begin + i, i, all)).run("Reading samples", Progress.none());
        int[] numbers = IntStream.range(begin, end).filter(number -> !unreadable.containsKey(number)).toArray();
        Map<String, Tensor> kept = new LinkedHashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            kept.put(inputs.get(i).layer(), rows(inputs.get(i), all.get(i), begin, numbers));
        }
        return new Encoded(numbers, Batch.toPredict(kept, numbers.length));
    }

    private void read(int number, int row, List<Tensor> all) throws IOException {
        Optional<String> defect = samples.defect(number);
        if (defect.isPresent()) {
            unreadable.put(number, defect.get());
            return;
        }
        try {
            for (int i = 0; i < inputs.size(); i++) {
                inputs.get(i).read(number, all.get(i).values(), row * inputs.get(i).length());
            }
        } catch (UnreadableImageException e) {
            if (e.getCause() instanceof OutOfMemoryError memory) {
                throw memory;
            }
            unreadable.put(number, e.getMessage());
        }
    }

    private static Tensor rows(SampleInput input, Tensor all, int begin, int[] numbers) {
        int length = input.length();
        Tensor kept = zeros(input, numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            System.arraycopy(all.values(), (numbers[i] - begin) * length, kept.values(), i * length, length);
        }
        return kept;
    }

    private static Tensor zeros(SampleInput input, int count) {
        return Tensor.zeros(IntStream.concat(IntStream.of(count), Arrays.stream(input.shape())).toArray());
    }
}
