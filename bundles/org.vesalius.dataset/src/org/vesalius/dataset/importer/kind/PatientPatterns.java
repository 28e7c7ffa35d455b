// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Patterns of patients that the paths themselves suggest, such as {@code (person\d+|IM-\d+)}. */
public final class PatientPatterns {

    private static final Pattern NUMBERED = Pattern.compile("(\\p{L}+[-_]?)\\d+");
    private static final int MOST_KINDS = 4;

    private PatientPatterns() {
    }

    /**
     * The pattern of the fewest kinds of numbers that finds one in every path; none if that takes too many kinds.
     *
     * @param paths may tell who patients are
     */
    public static List<String> offered(List<String> paths) {
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
                .thenComparingInt(kind -> numbers.getOrDefault(kind, Set.of()).size()));
    }
}
