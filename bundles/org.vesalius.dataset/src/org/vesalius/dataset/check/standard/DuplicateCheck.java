// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check.standard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.check.CheckedDataset;
import org.vesalius.dataset.check.CheckedDataset.Look;
import org.vesalius.dataset.check.DatasetCheck;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.FileStamp;

/**
 * Whether the same image or array that a network gets stands in two subsets, twice in one, or with different labels; what it is
 * to tell, such as a mask of nothing, may well be the same. Of arrays that are no pictures the very same ones alone are found.
 */
record DuplicateCheck(boolean decoding) implements DatasetCheck {

    @Override
    public List<Problem> check(CheckedDataset data, Progress progress) {
        return columns(data).flatMap(column -> new Duplicates(data.dataset(), column, pairs(data, column, progress)).problems()).toList();
    }

    /** All samples that have the same image or array as another. */
    List<AlikePair> pairs(CheckedDataset data, Progress progress) {
        return columns(data).flatMap(column -> pairs(data, column, progress).stream()).toList();
    }

    private static Stream<Column> columns(CheckedDataset data) {
        return data.dataset().columns(ColumnRole.INPUT).stream()
                .filter(column -> column.type().read() && data.readers().has(column.reader()));
    }

    private List<AlikePair> pairs(CheckedDataset data, Column column, Progress progress) {
        return decoding && StoredContent.columns(data).contains(column) ? new AlikePairs(data, column, progress).find()
                : sameFingerprint(data, column, progress);
    }

    /** Of what is made, and of recordings over time, which are not decoded for this. */
    private static List<AlikePair> sameFingerprint(CheckedDataset data, Column column, Progress progress) {
        List<Sample> samples = ofOneSize(data, column, StoredContent.samples(data.dataset(), column));
        List<Optional<String>> texts = data.look(column, samples, new Look("", data.readers().of(column)::fingerprint),
                "Looking for duplicates", progress);
        Map<String, Sample> firsts = new HashMap<>();
        List<AlikePair> pairs = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            texts.get(i).map(text -> firsts.putIfAbsent(text, sample))
                    .ifPresent(first -> pairs.add(new AlikePair(first, sample, true)));
        }
        return pairs;
    }

    /** Only files that have the size of another can be the same, so no other is read. */
    private static List<Sample> ofOneSize(CheckedDataset data, Column column, List<Sample> samples) {
        ColumnReader reader = data.readers().of(column);
        Map<Long, List<Sample>> bySize = samples.stream().collect(Collectors.groupingBy(
                sample -> size(data, reader, sample.value(column)), LinkedHashMap::new, Collectors.toList()));
        return bySize.values().stream().filter(same -> same.size() > 1).flatMap(List::stream).toList();
    }

    /** The size of a value's file; -1 if it is none. */
    private static long size(CheckedDataset data, ColumnReader reader, String value) {
        try {
            List<FileStamp> ordinary = data.files().ordinary(reader, value);
            if (ordinary.size() == 1) {
                return ordinary.get(0).size();
            }
            Optional<Path> file = reader.file(data.dataset().root(), value);
            return file.isPresent() ? Files.size(file.get()) : -1;
        } catch (IOException e) {
            // other checks tell what can't be read
            return -1;
        }
    }
}

/**
 * What is wrong with samples that have the same image.
 *
 * @param pairs such samples
 */
record Duplicates(Dataset dataset, Column column, List<AlikePair> pairs) {

    Stream<Problem> problems() {
        return Stream.of(across(true), across(false), within(), labels()).flatMap(Optional::stream);
    }

    private Optional<Problem> across(boolean exact) {
        List<AlikePair> found = pairs.stream().filter(pair -> pair.exact() == exact && !oneSubset(pair)).toList();
        return problem(found, () -> Problem.error(exact ? "dataset.duplicate" : "dataset.near-duplicate", column.name(),
                have(found) + (exact ? " the very same " + thing() + " as" : " an image that shows the same as that of")
                        + " one in another subset" + (exact ? "" : ", encoded anew, scaled or brightened")
                        + "; the first are " + first(found) + ".",
                "A network tested with " + thing() + "s it has learnt looks better than it is. Keep each " + thing()
                        + " once, or put all that show the same into one subset."));
    }

    private Optional<Problem> within() {
        List<AlikePair> found = pairs.stream().filter(this::oneSubset).toList();
        long others = found.stream().filter(this::twoPatients).count();
        return problem(found, () -> {
            String message = have(found) + " the same " + thing() + " as another in their subset, or one that shows the same; the"
                    + " first are " + first(found) + (others == 0 ? "." : "; " + others + " of another patient.");
            String explanation = "What stands there twice counts twice. Keep each " + thing() + " once"
                    + (others == 0 ? "." : "; where two patients have the same, one of them is named wrongly.");
            return others == 0 ? Problem.advice("dataset.repeated", column.name(), message, explanation)
                    : Problem.warning("dataset.repeated", column.name(), message, explanation);
        });
    }

    private Optional<Problem> labels() {
        List<AlikePair> found = pairs.stream().filter(this::labelledDifferently).toList();
        return problem(found, () -> Problem.error("dataset.label-conflict", column.name(),
                have(found) + " the same " + thing() + " as another, but another label; the first are " + first(found) + ".",
                "One of the two labels is wrong. Look at both, and correct samples.csv or leave them out."));
    }

    private static Optional<Problem> problem(List<AlikePair> found, Supplier<Problem> problem) {
        return found.isEmpty() ? Optional.empty() : Optional.of(problem.get().withSamples(
                found.stream().flatMap(pair -> Stream.of(pair.first().id(), pair.second().id())).distinct().toList()));
    }

    private static String have(List<AlikePair> found) {
        long samples = found.stream().map(pair -> pair.second().id()).distinct().count();
        return samples == 1 ? "1 sample has" : samples + " samples have";
    }

    private static String first(List<AlikePair> found) {
        return found.get(0).first().id() + " and " + found.get(0).second().id();
    }

    private String thing() {
        return column.type() == ColumnType.IMAGE ? "image" : "array";
    }

    private boolean oneSubset(AlikePair pair) {
        return dataset.subset(pair.first()).equals(dataset.subset(pair.second()));
    }

    private boolean twoPatients(AlikePair pair) {
        return dataset.first(ColumnRole.PATIENT).filter(patient -> differ(patient, pair)).isPresent();
    }

    private boolean labelledDifferently(AlikePair pair) {
        return dataset.columns(ColumnRole.LABEL).stream().filter(label -> !label.type().read())
                .anyMatch(label -> differ(label, pair));
    }

    private static boolean differ(Column column, AlikePair pair) {
        return !pair.first().lacks(column) && !pair.second().lacks(column)
                && !pair.first().value(column).equals(pair.second().value(column));
    }
}
