// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.dataset;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vesalius.core.English;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.ImageFolderPreview;
import org.vesalius.dataset.importer.kind.SplitRule;

/**
 * What becomes of a folder of images with what is entered so far.
 *
 * @param rows the first images: path, category, patient and subset of each
 * @param summary how many there are of what
 * @param fault what keeps them from being a data set; empty when nothing does
 */
record ImportPreview(List<List<String>> rows, String summary, String fault) {

    private static final int MOST_ROWS = 500;

    /** The pattern that was typed; empty when each image is of another patient. */
    static Optional<Pattern> pattern(String typed) {
        return typed.isBlank() ? Optional.empty() : Optional.of(Pattern.compile(typed));
    }

    /** Looks at the images with a pattern and a split; not for the UI thread, since patterns may take their time. */
    static ImportPreview of(ImageFolderPreview images, String pattern, String split, long seed) {
        List<String> patients;
        try {
            patients = pattern(pattern).map(images::patients).orElseGet(images::paths);
        } catch (PatternSyntaxException e) {
            return new ImportPreview(rows(images, images.paths().stream().map(path -> "").toList(), List.of()),
                    summary(images, 0), "The patient pattern is no regular expression: " + e.getDescription() + ".");
        }
        List<String> shown = pattern.isBlank() ? patients.stream().map(path -> "its own").toList() : patients;
        int people = pattern.isBlank() ? 0 : (int) patients.stream().filter(id -> !id.isBlank()).distinct().count();
        long nobody = patients.stream().filter(String::isBlank).count();
        if (nobody > 0) {
            return new ImportPreview(rows(images, shown, List.of()), summary(images, people), "The patient pattern finds nobody in "
                    + nobody + " of " + English.quantity(patients.size(), "path") + ", such as "
                    + images.paths().get(firstBlank(patients)) + ".");
        }
        try {
            List<Subset> subsets = images.subsets(patients, SplitRule.parse(split.strip()), seed);
            return new ImportPreview(rows(images, shown, subsets), summary(images, people) + subsets(subsets), "");
        } catch (ReportedException e) {
            return new ImportPreview(rows(images, shown, List.of()), summary(images, people), e.getMessage());
        }
    }

    private static int firstBlank(List<String> patients) {
        return IntStream.range(0, patients.size()).filter(index -> patients.get(index).isBlank()).findFirst().orElseThrow();
    }

    private static List<List<String>> rows(ImageFolderPreview images, List<String> patients, List<Subset> subsets) {
        List<String> paths = images.paths();
        List<String> categories = images.categories();
        return IntStream.range(0, Math.min(MOST_ROWS, paths.size())).mapToObj(index -> List.of(paths.get(index),
                categories.get(index), patients.get(index), subsets.isEmpty() ? "" : subsets.get(index).text())).toList();
    }

    private static String summary(ImageFolderPreview images, int patients) {
        NumberFormat numbers = NumberFormat.getIntegerInstance();
        String categories = images.counts().entrySet().stream()
                .map(entry -> entry.getKey() + " " + numbers.format(entry.getValue())).collect(Collectors.joining(", "));
        int others = images.passedOver().size();
        return numbers.format(images.paths().size()) + " images: " + categories
                + (patients == 0 ? "" : "; " + numbers.format(patients) + (patients == 1 ? " patient" : " patients"))
                + (others == 0 ? "" : "; " + English.quantity(others, "other file") + " left out");
    }

    private static String subsets(List<Subset> subsets) {
        NumberFormat numbers = NumberFormat.getIntegerInstance();
        return IntStream.range(0, Subset.values().length).mapToObj(index -> Subset.values()[index])
                .map(subset -> subset.text() + " " + numbers.format(subsets.stream().filter(subset::equals).count()))
                .collect(Collectors.joining(", ", "\nSubsets: ", ""));
    }
}

/** Patterns of patients that the paths themselves suggest, such as {@code (person\d+|IM-\d+)}. */
final class PatientPatterns {

    private static final Pattern NUMBERED = Pattern.compile("(\\p{L}+[-_]?)\\d+");
    private static final int MOST_KINDS = 4;

    private PatientPatterns() {
    }

    /** The pattern of the fewest kinds of numbers that finds one in every path; none if that takes too many kinds. */
    static List<String> offered(List<String> paths) {
        List<String> kinds = new ArrayList<>();
        List<String> left = paths;
        while (!left.isEmpty() && kinds.size() < MOST_KINDS) {
            Optional<String> kind = mostFrequent(left);
            if (kind.isEmpty()) {
                return List.of();
            }
            kinds.add(kind.get() + "\\d+");
            Pattern found = Pattern.compile(kinds.get(kinds.size() - 1));
            left = left.stream().filter(path -> !found.matcher(path).find()).toList();
        }
        return left.isEmpty() && !kinds.isEmpty() ? List.of("(" + String.join("|", kinds) + ")") : List.of();
    }

    /** What stands before a number in most paths; of equals, before most different numbers, as those of patients are. */
    private static Optional<String> mostFrequent(List<String> paths) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Set<String>> numbers = new TreeMap<>();
        for (String path : paths) {
            Set<String> kinds = new HashSet<>();
            NUMBERED.matcher(path).results().forEach(found -> {
                kinds.add(found.group(1));
                numbers.computeIfAbsent(found.group(1), kind -> new HashSet<>()).add(found.group());
            });
            kinds.forEach(kind -> counts.merge(kind, 1, Integer::sum));
        }
        return counts.keySet().stream().max(Comparator.<String>comparingInt(counts::get)
                .thenComparingInt(kind -> numbers.get(kind).size()));
    }
}
