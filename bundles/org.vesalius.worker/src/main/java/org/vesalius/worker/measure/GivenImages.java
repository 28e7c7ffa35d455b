// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.phantom.ChestPhantom;
import org.vesalius.dataset.reader.ImageFileReader;
import org.vesalius.dataset.reader.ImageReaders;
import org.vesalius.dataset.tensor.CachedImages;
import org.vesalius.dataset.tensor.TensorCache;
import org.vesalius.dataset.tensor.TensorSpec;
import org.vesalius.experiment.binding.BoundInput;
import org.vesalius.experiment.run.FolderTree;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.Tensor;

/**
 * Image files that a user gives, prepared like the images of the run's data set. What is decoded is kept in a temporary
 * folder only, which {@link #close} deletes if the system lets it.
 */
final class GivenImages implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GivenImages.class);
    private static final String COLUMN = "image";

    private final BoundInput input;
    private final List<Path> files;
    private final Path temporary;
    private final CachedImages images;

    /**
     * Decodes the files.
     *
     * @param input the input of the network, bound to a column of images
     * @param files the files
     * @param readers the readers of images
     * @throws ReportedException if the input takes no images, or they are on several drives
     * @throws IOException if there is no room for temporary files
     */
    GivenImages(BoundInput input, List<Path> files, ImageReaders readers) throws IOException {
        requireImages(input);
        this.input = input;
        this.files = files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
        temporary = Files.createTempDirectory("vesalius-predict");
        try {
            images = open(readers);
        } catch (RuntimeException e) {
            FolderTree.deleteIfExists(temporary);
            throw e;
        }
    }

    /** Numbers of the files that can't be read. */
    Set<Integer> unreadable() {
        return images.defects().stream().map(Defect::sampleId).map(Integer::valueOf).collect(Collectors.toSet());
    }

    /** A batch of some of the files, by their numbers. */
    Batch batch(int[] numbers) {
        TensorSpec spec = spec();
        Tensor tensor = Tensor.zeros(numbers.length, spec.height(), spec.width(), spec.channels());
        for (int i = 0; i < numbers.length; i++) {
            images.read(numbers[i], tensor.values(), i * tensor.sampleSize());
        }
        float[] ones = new float[numbers.length];
        Arrays.fill(ones, 1);
        return new Batch(Map.of(input.layer().getName(), tensor), Map.of(), ones, numbers.length);
    }

    @Override
    public void close() {
        images.close();
        try {
            FolderTree.deleteIfExists(temporary);
        } catch (IOException e) {
            // Windows deletes no file that was mapped; the predictions are made, and not worth losing for it
            LOG.warn("{} could not be deleted; it holds decoded images", temporary, e);
        }
    }

    private static void requireImages(BoundInput input) {
        if (input.column().type() != ColumnType.IMAGE) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "Input '" + input.layer().getName() + "' of this run takes no images.",
                    "Predict images with a run whose network has one input, bound to a column of images.");
        }
    }

    private CachedImages open(ImageReaders readers) {
        List<Path> drives = files.stream().map(Path::getRoot).distinct().toList();
        if (drives.size() > 1) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The images are on several drives.",
                    "Predict those of one drive at a time.");
        }
        Path root = drives.get(0);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            samples.add(new Sample(Integer.toString(i), Map.of(COLUMN, root.relativize(files.get(i)).toString())));
        }
        Column column = Column.image(COLUMN, reader(), input.column().options());
        Dataset dataset = new Dataset(temporary, "given images", root, List.of(column), samples);
        return new TensorCache(temporary, readers).open(dataset, column, spec(), samples, Progress.none());
    }

    /** Drawn images have no files, so files are then read as what they are. */
    private String reader() {
        String reader = input.column().reader();
        return reader.equals(ChestPhantom.ID) ? ImageFileReader.ID : reader;
    }

    private TensorSpec spec() {
        Shape shape = input.shape();
        return new TensorSpec(shape.size(0), shape.size(1), shape.size(2));
    }

    /** The numbers of all files that can be read. */
    int[] readable() {
        Set<Integer> defects = unreadable();
        return IntStream.range(0, files.size()).filter(number -> !defects.contains(number)).toArray();
    }
}
