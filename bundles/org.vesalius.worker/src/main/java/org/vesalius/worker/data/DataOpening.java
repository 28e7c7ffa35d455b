// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
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
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Defects;
import org.vesalius.dataset.MissingValues.Treatment;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.augment.Augmentation;
import org.vesalius.dataset.augment.Augmenter;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.tensor.CachedArrays;
import org.vesalius.dataset.tensor.TensorCache;
import org.vesalius.dataset.tensor.TensorSpec;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.binding.Bindings.BoundInput;
import org.vesalius.experiment.binding.Bindings.BoundOutput;
import org.vesalius.experiment.binding.Bindings;
import org.vesalius.experiment.binding.BoundColumn;
import org.vesalius.experiment.binding.TargetKind;
import org.vesalius.experiment.encoding.CellCode;
import org.vesalius.experiment.encoding.FittedEncodings;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.run.RunIntegrity;
import org.vesalius.experiment.run.SampleHashes;
import org.vesalius.network.shape.Shape;

/** Opens the data of a run: decodes what isn't in the cache yet, and sorts out what can't be read. */
public final class DataOpening {
    private final LoadedExperiment loaded;
    private final FittedEncodings encodings;
    private final TensorCache cache;
    private final List<Sample> samples;
    private final Map<String, Defect> unreadable = new LinkedHashMap<>();
    private final Set<String> unused = new HashSet<>();
    private SampleHashes hashes;

    /**
     * @param loaded the frozen experiment of the run
     * @param encodings how its columns become numbers
     * @param readers the readers of images
     * @param cache the folder of the cache
     */
    public DataOpening(LoadedExperiment loaded, FittedEncodings encodings, ColumnReaders readers, Path cache) {
        Dataset dataset = loaded.dataset();
        this.loaded = loaded;
        this.encodings = encodings;
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
            if (!input.takesArrays()) {
                inputs.add(numbers(input));
            } else {
                inputs.add(input.column().type() == ColumnType.IMAGE ? images(input, settings, progress)
                        : arrays(input, progress));
            }
        }
        List<TargetSource> unweighted = bindings.outputs().stream().map(output -> target(output, inputs)).toList();
        refuseUnreadable(settings, needed);
        Subsets subsets = subsets(unweighted);
        if (needed.contains(Subset.TRAIN) && subsets.training().length == 0) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "No sample is left to train on.",
                    "Training samples have the subset 'train', a known label, and files that can be read.");
        }
        List<TargetSource> targets = IntStream.range(0, unweighted.size())
                .mapToObj(i -> weighted(bindings.outputs().get(i), unweighted.get(i), subsets.training())).toList();
        return new OpenedData(samples, subsets, inputs, targets, new BatchAssembler(inputs, targets),
                unreadable.size(), hashes);
    }

    private TargetSource target(BoundOutput output, List<InputSource> inputs) {
        return switch (output.kind()) {
            case INPUT -> new ArrayTarget(output.layer().getName(), inputs.stream()
                    .filter(input -> input.layer().equals(output.input())).findFirst().orElseThrow(),
                    false);
            default -> new Targets(samples, encodings).of(output);
        };
    }

    private TargetSource weighted(BoundOutput output, TargetSource target, int[] training) {
        TrainingSettings settings = loaded.experiment().getTraining();
        if (target instanceof CategoryTarget categories) {
            return categories.weighted(ClassWeights.of(settings, categories, training));
        }
        return target instanceof NumberTarget numbers && output.kind() == TargetKind.LABELS
                ? ClassWeights.ofLabels(settings, output.names(), numbers, training) : target;
    }

    private InputSource images(BoundInput input, TrainingSettings settings, Progress progress) {
        Shape shape = input.shape();
        TensorSpec spec = new TensorSpec(shape.size(0), shape.size(1), shape.size(2));
        CachedArrays images = cached(input, progress);
        List<Augmentation> changes = Augmentations.of(settings);
        Augmenter augmenter = changes.isEmpty() ? null : new Augmenter(changes, settings.getSeed());
        return new ImageSource(input.layer().getName(), images, spec, samples, augmenter);
    }

    private InputSource arrays(BoundInput input, Progress progress) {
        return new ArraySource(input.layer().getName(), cached(input, progress));
    }

    private CachedArrays cached(BoundInput input, Progress progress) {
        int[] shape = IntStream.range(0, input.shape().rank()).map(input.shape()::size).toArray();
        CachedArrays arrays = cache.open(loaded.dataset(), input.column(), shape, samples, progress);
        arrays.defects().forEach(defect -> leaveOut(defect.sampleId(), defect.reason()));
        hashes = hashes.with(input.column().name(), arrays.fingerprints());
        return arrays;
    }

    private InputSource numbers(BoundInput input) {
        List<CellCode> codes = encodings.of(input.layer().getName()).stream().map(CellCode::new).toList();
        int width = codes.stream().mapToInt(CellCode::width).sum();
        float[] values = new float[Math.multiplyExact(samples.size(), width)];
        for (int i = 0; i < samples.size(); i++) {
            int offset = i * width;
            for (int j = 0; j < codes.size(); j++) {
                BoundColumn column = input.columns().get(j);
                if (!codes.get(j).encode(column.cell(samples.get(i)), values, offset)) {
                    missing(samples.get(i).id(), column.column());
                }
                offset += codes.get(j).width();
            }
        }
        return new RecordSource(input.layer().getName(), Targets.sizes(input.shape()), values);
    }

    private void missing(String sample, Column column) {
        if (column.missing().treatment() == Treatment.LEAVE_OUT) {
            unused.add(sample);
        } else {
            leaveOut(sample, "has no value in '" + column.name() + "'");
        }
    }

    private void leaveOut(String sample, String reason) {
        unreadable.putIfAbsent(sample, new Defect(sample, "", reason));
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
        IntPredicate known = sample -> targets.stream().anyMatch(target -> target.known(sample));
        return new Subsets(samplesOf(Subset.TRAIN, known), samplesOf(Subset.VALIDATION, known),
                samplesOf(Subset.TEST, sample -> true));
    }

    private int[] samplesOf(Subset subset, IntPredicate wanted) {
        return IntStream.range(0, samples.size())
                .filter(i -> loaded.dataset().subset(samples.get(i)).filter(subset::equals).isPresent())
                .filter(i -> !unreadable.containsKey(samples.get(i).id()) && !unused.contains(samples.get(i).id())).filter(wanted)
                .toArray();
    }
}
