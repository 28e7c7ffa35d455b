// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.array;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vesalius.dataset.Subset;

/**
 * The arrays of a file by what they hold, each in one piece or in those of the subsets.
 *
 * @param byName for each kind of array, such as {@code images}, the arrays of its subsets, such as {@code train_images}
 */
record NpzParts(Map<String, Map<Optional<Subset>, String>> byName) {
    private static final String WORDS = "(train|training|val|valid|validation|test)";
    private static final List<Pattern> NAMES = List.of(Pattern.compile(WORDS + "_(.+)", Pattern.CASE_INSENSITIVE),
            Pattern.compile("(.+)_" + WORDS, Pattern.CASE_INSENSITIVE));

    static NpzParts of(List<String> names) {
        Map<String, Map<Optional<Subset>, String>> byName = new LinkedHashMap<>();
        for (String name : names) {
            Optional<Subset> subset = Optional.empty();
            String base = name;
            for (int i = 0; i < NAMES.size() && subset.isEmpty(); i++) {
                Matcher matcher = NAMES.get(i).matcher(name);
                if (matcher.matches()) {
                    subset = Optional.of(subset(matcher.group(i + 1)));
                    base = matcher.group(2 - i);
                }
            }
            byName.computeIfAbsent(base, none -> new LinkedHashMap<>()).put(subset, name);
        }
        return new NpzParts(byName);
    }

    private static Subset subset(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.startsWith("tr") ? Subset.TRAIN : lower.startsWith("v") ? Subset.VALIDATION : Subset.TEST;
    }

    /** The arrays of a kind by their subsets, in the order of the file. */
    Map<Optional<Subset>, String> of(String name) {
        return byName.getOrDefault(name, Map.of());
    }
}
