// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.prepare;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/**
 * A step as it is written: {@code window centre=40 width=400}.
 *
 * @param name the first word
 * @param settings the others, by their names
 */
record StepText(String name, Map<String, String> settings) {

    /**
     * Takes a text apart.
     *
     * @throws ReportedException if it is no such text
     */
    static StepText parse(String text) {
        String[] words = text.strip().split("\\s+");
        Map<String, String> settings = new TreeMap<>();
        for (String word : Arrays.asList(words).subList(1, words.length)) {
            int equals = word.indexOf('=');
            if (equals < 1 || settings.put(word.substring(0, equals), word.substring(equals + 1)) != null) {
                throw invalid(words[0], "'" + word + "' is no setting of the form name=value, or is there twice");
            }
        }
        return new StepText(words[0], settings);
    }

    /** Refuses settings that the step doesn't have. */
    StepText only(String... known) {
        settings.keySet().stream().filter(key -> !Set.of(known).contains(key)).findFirst().ifPresent(key -> {
            throw invalid("there is no setting '" + key + "'; its settings are " + String.join(", ", known));
        });
        return this;
    }

    boolean has(String key) {
        return settings.containsKey(key);
    }

    String word(String key, String fallback, String... allowed) {
        String word = settings.getOrDefault(key, fallback);
        if (!Arrays.asList(allowed).contains(word)) {
            throw invalid("'" + key + "' is " + String.join(" or ", allowed) + ", not '" + word + "'");
        }
        return word;
    }

    double number(String key) {
        return number(key, setting(key, "it needs a number for '" + key + "'"));
    }

    double number(String key, double fallback) {
        return has(key) ? number(key) : fallback;
    }

    /** Numbers with commas between. */
    double[] numbers(String key) {
        String numbers = setting(key, "it needs a number for '" + key + "', or one for each axis with commas between");
        return Arrays.stream(numbers.split(",", -1)).mapToDouble(text -> number(key, text)).toArray();
    }

    private String setting(String key, String needed) {
        return Optional.ofNullable(settings.get(key)).orElseThrow(() -> invalid(needed));
    }

    /** Whole numbers above 0 with commas between. */
    int[] sizes(String key) {
        double[] numbers = numbers(key);
        if (Arrays.stream(numbers).anyMatch(size -> size < 1 || size > 1 << 20 || size != Math.rint(size))) {
            throw invalid("'" + key + "' takes whole numbers above 0");
        }
        return Arrays.stream(numbers).mapToInt(size -> (int) size).toArray();
    }

    /** A number or a fraction such as 1/255. */
    private double number(String key, String text) {
        try {
            String[] parts = text.split("/", 2);
            double number = Double.parseDouble(parts[0]) / (parts.length == 2 ? Double.parseDouble(parts[1]) : 1);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw invalid("'" + text + "' for '" + key + "' is no number");
        }
        throw invalid("'" + text + "' for '" + key + "' is no finite number");
    }

    ReportedException invalid(String reason) {
        return invalid(name, reason);
    }

    private static ReportedException invalid(String name, String reason) {
        return new ReportedException(ErrorKind.INVALID_INPUT,
                "The preprocessing step '" + name + "' can't be done: " + reason + ".",
                "Correct the option 'preprocessing' of the column in dataset.json; a step is written like "
                        + "'window centre=40 width=400', and steps are separated by semicolons.");
    }
}
