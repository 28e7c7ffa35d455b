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
import java.util.TreeMap;
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
import org.vesalius.dataset.augment.Augmentation.Brightness;
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
import org.vesalius.experiment.binding.MovedPlaces;
import org.vesalius.experiment.binding.TargetKind;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.encoding.ArrayScale;
import org.vesalius.experiment.encoding.CellCode;
import org.vesalius.experiment.encoding.FittedEncodings;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.run.RunIntegrity;
import org.vesalius.experiment.run.SampleHashes;
import org.vesalius.network.shape.Shape;

/** Opens the data of a run: decodes what isn't in the cache yet, and sorts out what can't be read. */
public final class DataOpening {
    private static final float HALF_WHITE = 0.5f;

    private final LoadedExperiment loaded;
    private final FittedEncodings encodings;
    private final Map<String, ArrayScale> scales;
    private final ColumnReaders readers;
    private final TensorCache cache;
    private final List<Sample> samples;
    private final Map<String, Defect> unreadable = new LinkedHashMap<>();
    private final Set<String> unused = new HashSet<>();
    private SampleHashes hashes;

    /**
     * @param loaded the frozen experiment of the run
     * @param encodings how its columns become numbers
     * @param scales how arrays are standardised, as far as that is known
     * @param readers the readers of images
     * @param cache the folder of the cache
     */
    public DataOpening(LoadedExperiment loaded, FittedEncodings encodings, Map<String, ArrayScale> scales,
            ColumnReaders readers, Path cache) {
        Dataset dataset = loaded.dataset();
        this.loaded = loaded;
        this.encodings = encodings;
        this.scales = new TreeMap<>(scales);
        this.readers = readers;
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
        List<TargetSource> unweighted = bindings.outputs().stream().map(output -> target(output, inputs, progress)).toList();
        refuseUnreadable(settings, needed);
        Subsets subsets = subsets(unweighted);
        if (needed.contains(Subset.TRAIN) && subsets.training().length == 0) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "No sample is left to train on.",
                    "Training samples have the subset 'train', a known label, and files that can be read.");
        }
        List<TargetSource> targets = IntStream.range(0, unweighted.size())
                .mapToObj(i -> weighted(bindings.outputs().get(i), unweighted.get(i), subsets.training())).toList();
        return new OpenedData(samples, subsets, inputs, targets, new BatchAssembler(inputs, targets),
                unreadable.size(), incomplete(), hashes);
    }

    private Incomplete incomplete() {
        return Incomplete.of(samples.stream()
                .filter(sample -> unused.contains(sample.id()) && !unreadable.containsKey(sample.id()))
                .flatMap(sample -> loaded.dataset().subset(sample).stream()).toList());
    }

    private TargetSource target(BoundOutput output, List<InputSource> inputs, Progress progress) {
        return switch (output.kind()) {
            case INPUT -> givenBack(output, inputs);
            case PLACES, ARRAY -> arrays(output, progress);
            default -> new Targets(samples, encodings).of(output);
        };
    }

    /** Gaps of the input that is given back are nothing to compare with, whatever stands in for them in the input. */
    private static TargetSource givenBack(BoundOutput output, List<InputSource> inputs) {
        InputSource input = inputs.stream().filter(found -> found.layer().equals(output.input())).findFirst()
                .orElseThrow();
        return new ArrayTarget(output.layer().getName(), withGaps(input), false);
    }

    private static InputSource withGaps(InputSource input) {
        if (input instanceof AugmentedArrays moved) {
            return new AugmentedArrays(withGaps(moved.source()), moved.samples(), moved.augmenter(), moved.nearest());
        }
        return input instanceof StandardisedSource standardised ? standardised.withGaps() : input;
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
        String layer = input.layer().getName();
        ArraySource arrays = new ArraySource(layer, cached(input, progress));
        if (input.columns().get(0).encoding() != Encoding.STANDARDISED) {
            return augmented(input, new GaplessSource(arrays, samples.stream().map(Sample::id).toList()));
        }
        int[] training = samplesOf(Subset.TRAIN, sample -> true);
        return augmented(input, new StandardisedSource(arrays,
                scales.computeIfAbsent(layer, unknown -> StandardisedSource.fit(arrays, training))));
    }

    private InputSource augmented(BoundInput input, InputSource arrays) {
        TrainingSettings settings = loaded.experiment().getTraining();
        List<Augmentation> changes = Augmentations.of(settings);
        return changes.isEmpty() || !MovedPlaces.of(input) ? arrays
                : new AugmentedArrays(arrays, samples, new Augmenter(changes, settings.getSeed()), false);
    }

    private CachedArrays cached(BoundInput input, Progress progress) {
        return cached(input.column(), Targets.sizes(input.shape()), progress);
    }

    private CachedArrays cached(Column column, int[] shape, Progress progress) {
        CachedArrays arrays = cache.open(loaded.dataset(), column, shape, samples, progress);
        arrays.defects().forEach(defect -> leaveOut(defect.sampleId(), defect.reason()));
        hashes = hashes.with(column.name(), arrays.fingerprints());
        return arrays;
    }

    /** An array tells the truth: its values, or the category of each place. */
    private TargetSource arrays(BoundOutput output, Progress progress) {
        String layer = output.layer().getName();
        int[] shape = Targets.sizes(output.shape());
        Column column = output.column();
        if (output.kind() == TargetKind.ARRAY) {
            return new ArrayTarget(layer, changed(output, cached(column, shape, progress), shape), true);
        }
        int[] places = shape.clone();
        places[places.length - 1] = 1;
        CachedArrays masks = cached(column, places, progress);
        boolean pictures = column.type() == ColumnType.IMAGE;
        if (pictures && column.categories().isEmpty()) {
            requireWhite(column, masks, Sizes.product(places));
        }
        MaskGrids grids = MaskGrids.of(loaded.dataset().root(), column, readers.of(column), samples, shape);
        return new PlaceTarget(layer, shape, changed(output, masks, places),
                pictures ? List.of() : column.categories(), grids::of);
    }

    /** Pictures mark places by white. Those that hold 0 and 1, which is as good as black, would all count as empty. */
    private void requireWhite(Column column, CachedArrays masks, int count) {
        int[] training = samplesOf(Subset.TRAIN, known -> true);
        if (training.length == 0) {
            return;
        }
        float[] places = new float[count];
        for (int sample : training) {
            masks.read(sample, places, 0);
            for (float place : places) {
                if (place >= HALF_WHITE) {
                    return;
                }
            }
        }
        throw new ReportedException(ErrorKind.INVALID_INPUT, "No mask of a training sample in column '" + column.name()
                + "' has a place that is at least half as bright as white, so that nothing is marked.",
                "Masks in pictures mark places by white (255 of 8 bits). Import those that hold 0 and 1, or the numbers"
                        + " of categories, with 'dataset import masks', which finds out what their values are.");
    }

    /** What tells the truth of places is changed in training epochs as the inputs are, but for their brightness. */
    private InputSource changed(BoundOutput output, CachedArrays arrays, int[] shape) {
        TrainingSettings settings = loaded.experiment().getTraining();
        String layer = output.layer().getName();
        Column column = output.column();
        List<Augmentation> changes = Augmentations.of(settings).stream()
                .map(change -> change instanceof Brightness ? new Brightness(0) : change).toList();
        boolean moves = MovedPlaces.of(output) && loaded.bindings().inputs().stream().anyMatch(MovedPlaces::of);
        if (changes.isEmpty() || !moves) {
            return new ArraySource(layer, arrays);
        }
        Augmenter augmenter = new Augmenter(changes, settings.getSeed());
        if (column.type() != ColumnType.IMAGE) {
            return new AugmentedArrays(new ArraySource(layer, arrays), samples, augmenter,
                    output.kind() == TargetKind.PLACES);
        }
        TensorSpec spec = new TensorSpec(shape[0], shape[1], shape[2]);
        return column.categories().isEmpty() ? new ImageSource(layer, arrays, spec, samples, augmenter)
                : new CategoryPictures(layer, arrays, spec, samples, augmenter, column.categories().size());
    }

    /** How the arrays of inputs are standardised, those that were known and those taken from the training samples. */
    public Map<String, ArrayScale> scales() {
        return Map.copyOf(scales);
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
                    "Bring it back or mount its disk, or say where it is now: 'resume' and 'evaluate' on the command line take --data FOLDER.");
        }
        if (!missing.isEmpty() && !settings.isLeaveOutUnreadable()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    missing.size() + " of " + wanted.size() + " samples can't be read: "
                            + new Defects(missing).text() + ".",
                    // a run keeps its settings: only a new one leaves out what this one was to learn from
                    "samples.csv names the file of each: bring these files back, or start a new run that leaves out unreadable "
                            + "samples (on the command line 'train' with --leave-out-unreadable).");
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
