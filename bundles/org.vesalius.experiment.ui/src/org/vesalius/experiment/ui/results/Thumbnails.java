// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.ImageData;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.reader.PictureReader;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.io.OutsideGuard;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.ui.file.SmallImage;

/** Reads images of the samples of a run and makes them small, in the background. */
final class Thumbnails extends Job {

    private final RunFolder folder;
    private final ExperimentContext context;
    private final List<String> samples;
    private final int side;
    private final Consumer<Result> listener;

    /** What became of the image of a sample, called from the thread of the job. */
    sealed interface Result {
        /** Identifier of the sample. */
        String sample();
    }

    /**
     * A small image.
     *
     * @param where the image as the data set names it, for its users' eyes only: paths may name patients
     * @param file the file it was read from; empty when it is made from something else
     */
    record Made(String sample, ImageData image, String where, Optional<Path> file) implements Result {
    }

    /** No image, and why. */
    record Refused(String sample, String reason) implements Result {
    }

    /** No image, as in a data set of records. */
    record Imageless(String sample) implements Result {
    }

    /** Makes images that fit into a square of {@code side} pixels. */
    Thumbnails(RunFolder folder, ExperimentContext context, List<String> samples, int side, Consumer<Result> listener) {
        super("Read the worst cases of " + folder.name());
        this.folder = folder;
        this.context = context;
        this.samples = samples;
        this.side = side;
        this.listener = listener;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            Dataset dataset = new DatasetFiles().load(folder.dataset());
            Path manifest = folder.dataset().resolve(DatasetFiles.MANIFEST);
            new OutsideGuard(context.outside(), manifest).require("folder of the images", dataset.root());
            return read(dataset, monitor);
        } catch (ReportedException e) {
            samples.forEach(sample -> listener.accept(new Refused(sample, e.getMessage())));
            return Status.OK_STATUS;
        }
    }

    private IStatus read(Dataset dataset, IProgressMonitor monitor) {
        Map<String, Sample> byId = dataset.samples().stream().collect(Collectors.toMap(Sample::id, Function.identity()));
        Optional<Column> images = dataset.columns().stream().filter(each -> each.type() == ColumnType.IMAGE).findFirst();
        if (images.isEmpty()) {
            samples.forEach(sample -> listener.accept(new Imageless(sample)));
            return Status.OK_STATUS;
        }
        Column column = images.get();
        PictureReader reader = new PictureReader(context.readers().of(column));
        SubMonitor progress = SubMonitor.convert(monitor, samples.size());
        for (String sample : samples) {
            if (progress.isCanceled()) {
                return Status.CANCEL_STATUS;
            }
            listener.accept(byId.containsKey(sample) ? read(dataset, reader, column, byId.get(sample))
                    : new Refused(sample, "The data set has no such sample."));
            progress.worked(1);
        }
        return Status.OK_STATUS;
    }

    private Result read(Dataset dataset, PictureReader reader, Column column, Sample sample) {
        try {
            String where = sample.value(column);
            ImageData image = reader.read(dataset.root(), where, column.options(), whole -> SmallImage.of(whole, side));
            return new Made(sample.id(), image, where, file(dataset.root(), where));
        } catch (IOException | ReportedException e) {
            // the message may name a path, and paths may name patients
            return new Refused(sample.id(), "The image can't be read.");
        }
    }

    private static Optional<Path> file(Path root, String where) {
        try {
            return Optional.of(root.resolve(where)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
