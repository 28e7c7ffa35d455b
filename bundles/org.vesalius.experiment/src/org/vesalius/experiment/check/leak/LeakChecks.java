// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check.leak;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vesalius.core.English;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.NumberText;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.check.CheckedDataset;
import org.vesalius.dataset.check.DatasetCheck;
import org.vesalius.dataset.check.standard.StoredContent;

/**
 * Whether a label is told by something that is no finding: what is missing, the site, the view, the size or the name of an
 * image; or by an input that is the label itself. The names of files are never told.
 */
public final class LeakChecks implements DatasetCheck {

    @Override
    public List<Problem> check(CheckedDataset data, Progress progress) {
        Dataset dataset = data.dataset();
        Telling telling = new Telling(new Outcomes(dataset).all(), Patients.of(dataset));
        List<Stream<Problem>> found = new ArrayList<>();
        found.add(dataset.columns(ColumnRole.INPUT).stream().flatMap(column -> new TargetCopy(dataset, column).problems()));
        if (!telling.outcomes().isEmpty()) {
            boolean pictures = dataset.columns().stream().anyMatch(it -> it.type().read() && it.role() == ColumnRole.INPUT);
            found.add(dataset.columns().stream().flatMap(column -> new ColumnLeak(dataset, column, pictures).problem(telling).stream()));
            found.add(new MissingLeak(dataset).problems(telling));
            found.add(dataset.columns(ColumnRole.INPUT).stream().filter(column -> column.type().read())
                    .flatMap(column -> new NameLeak(dataset, column).problem(telling).stream()));
            found.add(StoredContent.columns(data).stream()
                    .flatMap(column -> new SizeLeak(data, column).problem(telling, progress).stream()));
        }
        return found.stream().flatMap(problems -> problems).peek(problem -> refuseCancelled(progress)).toList();
    }

    private static void refuseCancelled(Progress progress) {
        if (progress.cancelled()) {
            throw new CancellationException("cancelled by the user");
        }
    }
}

/** Whether an input is a label in other words: each value of one always goes with the same value of the other. */
record TargetCopy(Dataset dataset, Column column) {
    private static final int LEAST_SAMPLES = 20;

    Stream<Problem> problems() {
        return column.type().read() || column.type() == ColumnType.TEXT ? Stream.of()
                : dataset.columns(ColumnRole.LABEL).stream().filter(label -> !label.type().read() && copies(label))
                        .map(label -> Problem.error("dataset.target-among-inputs", column.name(),
                                "The input '" + column.name() + "' says the same as the label '" + label.name() + "'.",
                                "A network then learns to copy it. Give the column another role in dataset.json, such as 'none'."));
    }

    private boolean copies(Column label) {
        Map<String, String> there = new LinkedHashMap<>();
        Map<String, String> back = new LinkedHashMap<>();
        int samples = 0;
        for (Sample sample : dataset.samples()) {
            if (sample.lacks(label) || sample.lacks(column)) {
                continue;
            }
            samples++;
            String target = sample.value(label);
            String input = sample.value(column);
            if (!there.computeIfAbsent(target, none -> input).equals(input)
                    || !back.computeIfAbsent(input, none -> target).equals(target)) {
                return false;
            }
        }
        // where nearly all values differ, they go with each other by chance
        return samples >= LEAST_SAMPLES && there.size() > 1
                && (there.size() <= samples / 2 || there.entrySet().stream().allMatch(pair -> pair.getKey().equals(pair.getValue())));
    }
}

/** Whether what a column holds tells a label. */
record ColumnLeak(Dataset dataset, Column column, boolean pictures) {
    private static final double SUSPICIOUS = 0.9;
    /** The site of a lesion is one in the body, and a finding. */
    private static final Pattern ACQUISITION = Pattern.compile("(?i)(.*[^a-z])?(view|projection|modality|device|scanner|camera"
            + "|manufacturer|vendor|protocol|station|(?<!(lesion|tumou?r|anatomic(al)?|infection)[ _.-]?)site|hospital|cent(er|re)|clinic|ward|department|operator|batch)"
            + "([ _.-]*(position|id|code|name|number|no|nr|type|model))?\\d*");

    Optional<Problem> problem(Telling telling) {
        return switch (column.role()) {
            case INPUT -> told(telling).filter(told -> told.area().lower() >= SUSPICIOUS).map(this::ofInput)
                    .or(() -> ofWords(telling)).or(() -> ofAcquisition(telling));
            case SITE -> told(telling).map(told -> ofWhatImagesShow("dataset.leak-site", told, true));
            case SUBGROUP, NONE, RATER -> pictures ? told(telling).map(this::ofOther) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Told> told(Telling telling) {
        return telling.best(predictors());
    }

    private List<Predictor> predictors() {
        return switch (column.type()) {
            case NUMBER -> List.of(Predictor.numbers(dataset.samples().stream().mapToDouble(this::number).toArray()));
            case CATEGORY, TEXT -> column.separator().isEmpty() ? Predictor.kinds(dataset.samples().stream()
                    .map(sample -> sample.lacks(column) ? "" : sample.value(column)).toList()) : List.of();
            case IMAGE, ARRAY -> List.of();
        };
    }

    private double number(Sample sample) {
        String value = sample.value(column);
        return sample.lacks(column) || !NumberText.isNumber(value) ? Double.NaN : Double.parseDouble(value);
    }

    private Problem ofInput(Told told) {
        return Problem.warning("dataset.leak-input", column.name(),
                "The input '" + column.name() + "' tells alone " + told.words() + ".",
                "Few findings do. Was it known before the label was, or is it made of it? If so, give the column another role.");
    }

    /** Texts that name what is to be told were mostly written when it was known, and tell it more or less, as far as writers were right. */
    private Optional<Problem> ofWords(Telling telling) {
        boolean texts = column.type() == ColumnType.CATEGORY || column.type() == ColumnType.TEXT;
        // of too many kinds words tell nothing, and may be as many as the samples
        if (!texts || predictors().isEmpty()) {
            return Optional.empty();
        }
        Words own = Words.of(dataset.samples().stream().map(sample -> sample.value(column)));
        return dataset.columns(ColumnRole.LABEL).stream().flatMap(label -> Words.of(label).shared(own).stream()
                .flatMap(word -> told(telling.about(label)).map(told -> ofWord(word, told)).stream())).findFirst();
    }

    private Problem ofWord(String word, Told told) {
        return Problem.warning("dataset.leak-input", column.name(), "The input '" + column.name() + "' names what is to be told ('" + word
                + "'), and tells alone " + told.words() + ".",
                "Who wrote it down may have known the label or what it was made of. If so, give the column another role.");
    }

    /** How and where a sample was taken is decided by who looks for something, and is no finding. */
    private Optional<Problem> ofAcquisition(Telling telling) {
        return !ACQUISITION.matcher(column.name()).matches() ? Optional.empty()
                : told(telling).map(told -> Problem.warning("dataset.leak-input", column.name(), "The input '" + column.name()
                        + "' says how or where samples were taken, and tells alone " + told.words() + ".",
                        "A network then learns who was examined how, which differs elsewhere. Give the column the role 'none' or 'subgroup',"
                                + " and tell results for each of its values by itself."));
    }

    private Problem ofOther(Told told) {
        return told.area().lower() < SUSPICIOUS || column.role() == ColumnRole.SUBGROUP
                ? ofWhatImagesShow("dataset.leak-column", told, false)
                : Problem.advice("dataset.leak-column", column.name(), "'" + column.name() + "' tells alone " + told.words() + ".",
                        "It isn't used, and shall stay so if it was found out with the label.");
    }

    private Problem ofWhatImagesShow(String id, Told told, boolean mayHold) {
        String message = "'" + column.name() + "' tells alone " + told.words() + ".";
        String explanation = "What tells it may show in the data, and a network may learn it instead of the finding. Take as many of"
                + " each kind for each label, or tell results for each kind by itself (role 'subgroup').";
        return mayHold && told.area().lower() >= SUSPICIOUS ? Problem.error(id, column.name(), message, explanation)
                : Problem.warning(id, column.name(), message, explanation);
    }
}

/** Whether it tells a label that values are missing. Columns that are missing together are told together. */
record MissingLeak(Dataset dataset) {
    private static final double GIVEN_AWAY = 0.8;

    Stream<Problem> problems(Telling telling) {
        Map<BitSet, List<Column>> together = new LinkedHashMap<>();
        dataset.columns(ColumnRole.INPUT).forEach(column -> together.computeIfAbsent(missing(column), none -> new ArrayList<>())
                .add(column));
        return together.entrySet().stream().filter(entry -> !entry.getKey().isEmpty())
                .flatMap(entry -> problem(telling, entry.getKey(), entry.getValue()).stream());
    }

    private BitSet missing(Column column) {
        BitSet missing = new BitSet();
        for (int i = 0; i < dataset.samples().size(); i++) {
            missing.set(i, dataset.samples().get(i).lacks(column));
        }
        return missing;
    }

    private Optional<Problem> problem(Telling telling, BitSet missing, List<Column> columns) {
        boolean[] flags = new boolean[dataset.samples().size()];
        missing.stream().forEach(i -> flags[i] = true);
        return telling.best(List.of(Predictor.flags(flags))).map(told -> {
            String others = columns.size() == 1 ? "" : " (and " + English.quantity(columns.size() - 1L, "column") + " with it)";
            String message = "That '" + columns.get(0).name() + "' is missing" + others + " in " + missing.cardinality()
                    + " samples tells alone " + told.words() + ".";
            String explanation =
                    "Then the value was asked for only where the label was suspected, and a network learns who was asked. Leave"
                            + " the column out, or have only samples that have it.";
            return told.area().lower() >= GIVEN_AWAY
                    ? Problem.error("dataset.leak-missing", columns.get(0).name(), message, explanation)
                    : Problem.warning("dataset.leak-missing", columns.get(0).name(), message, explanation);
        });
    }
}

/** Whether the names of files tell a label: their numbers, or how they are made of letters and digits. */
record NameLeak(Dataset dataset, Column column) {

    Optional<Problem> problem(Telling telling) {
        List<String> names = dataset.samples().stream().map(sample -> name(sample.value(column))).toList();
        double[] numbers = names.stream().map(name -> name.replaceFirst("^\\D*(\\d{0,15}).*$", "$1"))
                .mapToDouble(digits -> digits.isEmpty() ? Double.NaN : Double.parseDouble(digits)).toArray();
        List<Predictor> predictors = new ArrayList<>(Predictor.kinds(names.stream().map(name -> name.replaceAll("\\d+", "0")).toList()));
        predictors.add(Predictor.numbers(numbers));
        return telling.best(predictors).map(told -> Problem.warning("dataset.leak-name", column.name(),
                "The names of the files of '" + column.name() + "' tell alone " + told.words() + ".",
                "A network doesn't see them, but what they are named by: images of one label come from another place, time or device"
                        + " than the rest, and may be told by that."));
    }

    /** Without folders, which often are the labels, and without the kind of file; empty for what is no file. */
    private static String name(String value) {
        String last = value.substring(Math.max(value.lastIndexOf('/'), value.lastIndexOf('\\')) + 1);
        return last.matches(".+\\.[A-Za-z][A-Za-z0-9]{1,4}") ? last.replaceFirst("(\\.nii)?\\.[A-Za-z0-9]+$", "") : "";
    }
}

/** Whether the sizes of images tell a label. */
record SizeLeak(CheckedDataset data, Column column) {
    private static final double GIVEN_AWAY = 0.9;

    Optional<Problem> problem(Telling telling, Progress progress) {
        List<Sample> samples = StoredContent.samples(data.dataset(), column);
        List<Optional<StoredContent>> contents = StoredContent.of(data, column, samples, progress);
        Map<String, StoredContent> bySample = new LinkedHashMap<>();
        for (int i = 0; i < samples.size(); i++) {
            String id = samples.get(i).id();
            contents.get(i).ifPresent(content -> bySample.put(id, content));
        }
        List<List<Integer>> sizes = data.dataset().samples().stream().map(sample -> Optional.ofNullable(bySample.get(sample.id()))
                .map(StoredContent::sizes).orElse(List.of())).toList();
        List<Predictor> predictors = new ArrayList<>(Predictor.kinds(sizes.stream()
                .map(size -> size.isEmpty() ? "" : size.toString()).toList()));
        predictors.add(Predictor.numbers(sizes.stream().mapToDouble(size -> size.isEmpty() ? Double.NaN
                : size.stream().mapToDouble(Integer::doubleValue).reduce(1, (one, other) -> one * other)).toArray()));
        return telling.best(predictors).map(this::problem);
    }

    private Problem problem(Told told) {
        String message = "The sizes of the images of '" + column.name() + "' tell alone " + told.words() + ".";
        String explanation = "Brought to one size, images keep traces of the one they had, and a network may learn these instead of the"
                + " finding. Crop all alike, or take as many of each size for each label.";
        return told.area().lower() >= GIVEN_AWAY ? Problem.error("dataset.leak-size", column.name(), message, explanation)
                : Problem.warning("dataset.leak-size", column.name(), message, explanation);
    }
}
