// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.fingerprint.KeptFingerprints;
import org.vesalius.dataset.parallel.ParallelWork;
import org.vesalius.dataset.reader.ColumnReaders;

/**
 * Whether the very same image or array that a network gets stands in two parts; what it is to tell, such as a mask of nothing,
 * may well be the same. Only files that have the same size as one in another part are
 * looked into, so the check is quick.
 */
record DuplicateCheck(ColumnReaders readers, KeptFingerprints kept) implements DatasetCheck {
    private static final String TASK = "Looking for samples that stand in two subsets";

    @Override
    public List<Problem> check(Dataset dataset, Progress progress) {
        return dataset.columns().stream()
                .filter(column -> column.type().read() && column.role() == ColumnRole.INPUT && readers.has(column.reader()))
                .flatMap(column -> check(dataset, column, progress).stream()).toList();
    }

    private List<Problem> check(Dataset dataset, Column column, Progress progress) {
        Map<String, Sample> firstByContent = new HashMap<>();
        List<String> pairs = new ArrayList<>();
        List<Sample> suspects = suspects(dataset, column, progress);
        List<Optional<String>> contents = kept.of(dataset, column, readers.of(column), suspects, TASK, progress);
        for (int i = 0; i < suspects.size(); i++) {
            Sample sample = suspects.get(i);
            Sample first = contents.get(i).map(text -> firstByContent.putIfAbsent(text, sample)).orElse(null);
            if (first != null && !dataset.subset(first).equals(dataset.subset(sample))) {
                pairs.add(first.id() + " and " + sample.id());
            }
        }
        if (pairs.isEmpty()) {
            return List.of();
        }
        String thing = column.type() == ColumnType.IMAGE ? "image" : "array";
        return List.of(Problem.warning("dataset.duplicate", column.name(),
                (pairs.size() == 1 ? "1 sample has" : pairs.size() + " samples have")
                        + " the very same " + thing + " as one in another subset; the first are " + pairs.get(0) + ".",
                "A network tested with " + thing + "s it has learnt looks better than it is. Keep each " + thing + " once."));
    }

    private static List<Sample> suspects(Dataset dataset, Column column, Progress progress) {
        List<Sample> samples = Stream.of(Subset.values()).flatMap(subset -> dataset.samples(subset).stream()).toList();
        long[] sizes = new long[samples.size()];
        try {
            new ParallelWork(sizes.length, i -> sizes[i] = size(dataset, column, samples.get(i))).run(TASK, progress);
        } catch (IOException e) {
            throw new IllegalStateException("the size of a file that can't be looked at is 0", e);
        }
        Map<Long, List<Sample>> bySize = new LinkedHashMap<>();
        for (int i = 0; i < sizes.length; i++) {
            bySize.computeIfAbsent(sizes[i], none -> new ArrayList<>()).add(samples.get(i));
        }
        return bySize.values().stream()
                .filter(same -> same.stream().map(dataset::subset).distinct().count() > 1)
                .flatMap(List::stream).toList();
    }

    /** The size of the sample's file; 0 if it is none. */
    private static long size(Dataset dataset, Column column, Sample sample) {
        try {
            Path file = dataset.root().resolve(sample.value(column));
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException | InvalidPathException e) {
            return 0;
        }
    }
}
