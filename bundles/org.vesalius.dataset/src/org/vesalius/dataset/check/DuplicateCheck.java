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
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Part;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.reader.ImageReader;
import org.vesalius.dataset.reader.ImageReaders;

/**
 * Whether the very same picture stands in two parts. Only files that have the same size as one in another part are
 * looked into, so the check is quick.
 */
record DuplicateCheck(ImageReaders readers) implements DatasetCheck {

    @Override
    public List<Problem> check(Dataset dataset, Progress progress) {
        return dataset.columns().stream()
                .filter(column -> column.type() == ColumnType.IMAGE && readers.has(column.reader()))
                .flatMap(column -> check(dataset, column).stream()).toList();
    }

    private List<Problem> check(Dataset dataset, Column column) {
        Map<String, Sample> firstByContent = new HashMap<>();
        List<String> pairs = new ArrayList<>();
        for (Sample sample : suspects(dataset, column)) {
            Optional<String> content = fingerprint(dataset, column, sample);
            Sample first = content.map(text -> firstByContent.putIfAbsent(text, sample)).orElse(null);
            if (first != null && !dataset.part(first).equals(dataset.part(sample))) {
                pairs.add(first.id() + " and " + sample.id());
            }
        }
        if (pairs.isEmpty()) {
            return List.of();
        }
        return List.of(Problem.warning("dataset.duplicate", column.name(),
                pairs.size() + " samples have the very same picture as one in another part; the first are "
                        + pairs.get(0) + ".",
                "A network tested with pictures it has learnt looks better than it is. Keep each picture once."));
    }

    private static List<Sample> suspects(Dataset dataset, Column column) {
        Map<Long, List<Sample>> bySize = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            for (Sample sample : dataset.samples(part)) {
                bySize.computeIfAbsent(size(dataset, column, sample), none -> new ArrayList<>()).add(sample);
            }
        }
        return bySize.values().stream()
                .filter(samples -> samples.stream().map(dataset::part).distinct().count() > 1)
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

    private Optional<String> fingerprint(Dataset dataset, Column column, Sample sample) {
        ImageReader reader = readers.of(column);
        try {
            return Optional.of(reader.fingerprint(dataset.root(), sample.value(column), column.options()));
        } catch (IOException e) {
            // what can't be read is told by other checks
            return Optional.empty();
        }
    }
}
