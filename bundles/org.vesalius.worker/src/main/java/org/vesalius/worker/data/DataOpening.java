// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Defects;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.augment.Augmentation;
import org.vesalius.dataset.augment.Augmenter;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.tensor.CachedImages;
import org.vesalius.dataset.tensor.TensorCache;
import org.vesalius.dataset.tensor.TensorSpec;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.binding.Bindings.BoundInput;
import org.vesalius.experiment.binding.Bindings;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.run.RunIntegrity;
import org.vesalius.experiment.run.SampleHashes;
import org.vesalius.network.shape.Shape;

/** Opens the data of a run: decodes what isn't in the cache yet, and sorts out what can't be read. */
public final class DataOpening {
    private final LoadedExperiment loaded;
    private final TensorCache cache;
    private final List<Sample> samples;
    private final Map<String, Defect> unreadable = new LinkedHashMap<>();
    private SampleHashes hashes;

    /**
     * @param loaded the frozen experiment of the run
     * @param readers the readers of images
     * @param cache the folder of the cache
     */
    public DataOpening(LoadedExperiment loaded, ColumnReaders readers, Path cache) {
        Dataset dataset = loaded.dataset();
        this.loaded = loaded;
        this.cache = new TensorCache(cache, readers);
        samples = RunIntegrity.samples(dataset);
        hashes = SampleHashes.of(dataset, samples);
        samples.forEach(sample -> dataset.defect(sample).ifPresent(reason -> leaveOut(sample.id(), reason)));
    }

    /**
     * Opens the data of all subsets.
     *
     * @param needed the subsets whose samples have to be readable
     * @param progress told how far decoding is; can cancel it
     * @throws ReportedException if samples can't be read and may not be left out, none is left to train on, or the
     * cache can't be written
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public OpenedData open(Set<Subset> needed, Progress progress) {
        Bindings bindings = loaded.bindings();
        TrainingSettings settings = loaded.experiment().getTraining();
        List<InputSource> inputs = new ArrayList<>();
        for (BoundInput input : bindings.inputs()) {
            boolean image = input.column().type() == ColumnType.IMAGE;
            inputs.add(image ? images(input, settings, progress) : numbers(input));
        }
        refuseUnreadable(settings, needed);
        List<TargetSource> unweighted = bindings.outputs().stream().map(output -> Targets.of(output, samples)).toList();
        Subsets subsets = subsets(unweighted);
        if (needed.contains(Subset.TRAIN) && subsets.training().length == 0) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "No sample is left to train on.",
                    "Training samples have the subset 'train', a known label, and files that can be read.");
        }
        List<TargetSource> targets =
                unweighted.stream().map(target -> weighted(target, settings, subsets.training())).toList();
        return new OpenedData(samples, subsets, inputs, targets, new BatchAssembler(inputs, targets),
                unreadable.size(), hashes);
    }

    private static TargetSource weighted(TargetSource target, TrainingSettings settings, int[] training) {
        return target instanceof CategoryTarget categorical
                ? categorical.weighted(ClassWeights.of(settings, categorical, training)) : target;
    }

    private InputSource images(BoundInput input, TrainingSettings settings, Progress progress) {
        Shape shape = input.shape();
        TensorSpec spec = new TensorSpec(shape.size(0), shape.size(1), shape.size(2));
        CachedImages images = cache.open(loaded.dataset(), input.column(), spec, samples, progress);
        images.defects().forEach(defect -> leaveOut(defect.sampleId(), defect.reason()));
        hashes = hashes.with(input.column().name(), images.fingerprints());
        List<Augmentation> changes = Augmentations.of(settings);
        Augmenter augmenter = changes.isEmpty() ? null : new Augmenter(changes, settings.getSeed());
        return new ImageSource(input.layer().getName(), images, spec, samples, augmenter);
    }

    private InputSource numbers(BoundInput input) {
        float[] numbers = new float[samples.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(samples.get(i).value(input.column()));
            if (Float.isNaN(numbers[i])) {
                leaveOut(samples.get(i).id(), "has no number in '" + input.column().name() + "'");
            }
        }
        int[] shape = IntStream.range(0, input.shape().rank()).map(axis -> 1).toArray();
        return new NumberSource(input.layer().getName(), shape, numbers);
    }

    private void leaveOut(String sample, String reason) {
        unreadable.putIfAbsent(sample, new Defect(sample, "", reason));
    }

    private static float number(String text) {
        try {
            return Float.parseFloat(text);
        } catch (NumberFormatException e) {
            // counted as unreadable
            return Float.NaN;
        }
    }

    private void refuseUnreadable(TrainingSettings settings, Set<Subset> needed) {
        List<Sample> wanted = samples.stream()
                .filter(sample -> loaded.dataset().subset(sample).filter(needed::contains).isPresent()).toList();
        List<Defect> missing = wanted.stream().map(sample -> unreadable.get(sample.id())).filter(Objects::nonNull)
                .toList();
        if (!missing.isEmpty() && !Files.isDirectory(loaded.dataset().root())) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The folder of the data set's images is gone; it was"
                    + " looked for in " + places() + ".", loaded.dataset().root(),
                    "Bring it back or mount its disk, or say where it is now: --data FOLDER of 'resume' and 'evaluate'.");
        }
        if (!missing.isEmpty() && !settings.isLeaveOutUnreadable()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    missing.size() + " of " + wanted.size() + " samples can't be read: "
                            + new Defects(missing).text() + ".",
                    // a run keeps its settings: only a new one leaves out what this one was to learn from
                    "samples.csv names the file of each: bring these files back, or start a new run without them: "
                            + "'vesalius train' with --leave-out-unreadable.");
        }
    }

    private String places() {
        return String.join(" and ",
                new DatasetFiles().roots(loaded.dataset().folder()).stream().map(Path::toString).toList());
    }

    private Subsets subsets(List<TargetSource> targets) {
        IntPredicate known = sample -> targets.stream().allMatch(target -> target.known(sample));
        return new Subsets(samplesOf(Subset.TRAIN, known), samplesOf(Subset.VALIDATION, known),
                samplesOf(Subset.TEST, sample -> true));
    }

    private int[] samplesOf(Subset subset, IntPredicate wanted) {
        return IntStream.range(0, samples.size())
                .filter(i -> loaded.dataset().subset(samples.get(i)).filter(subset::equals).isPresent())
                .filter(i -> !unreadable.containsKey(samples.get(i).id())).filter(wanted).toArray();
    }
}
