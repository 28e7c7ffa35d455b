// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Categories that are likely one, since their names differ only in upper and lower case, in blanks at the ends, or in
 * how Unicode composes accents (Unicode Standard Annex 15).
 */
public final class CategoryTwins {
    private final Map<String, List<String>> spellings = new LinkedHashMap<>();

    /** Looks for twins among these names. */
    public CategoryTwins(List<String> names) {
        names.stream().distinct()
                .forEach(name -> spellings.computeIfAbsent(key(name), none -> new ArrayList<>()).add(name));
    }

    private static String key(String name) {
        // to upper case first, since some letters have two lower cases
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        return Normalizer.normalize(plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /** The names that mean the same, group by group; names without a twin are in none. */
    public List<List<String>> groups() {
        return spellings.values().stream().filter(group -> group.size() > 1).map(List::copyOf).toList();
    }

    /** The names that mean the same as this one, in the order they were given; this one is among them. */
    public List<String> of(String name) {
        return List.copyOf(spellings.getOrDefault(key(name), List.of(name)));
    }
}
