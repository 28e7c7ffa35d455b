// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.verb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What follows the verb on the worker's command line: options with values, and other words in their order.
 *
 * @param options the values of the options {@code --subset}, {@code --out}, {@code --result} and {@code --waiting} by name
 * @param words what is no option: the run folder
 */
public record Arguments(Map<String, String> options, List<String> words) {
    private static final Set<String> KNOWN = Set.of("--subset", "--keep", "--out", "--result", "--waiting");

    /** Copies both. */
    public Arguments {
        options = Map.copyOf(options);
        words = List.copyOf(words);
    }

    /**
     * Sorts arguments. After {@code --} all are words, so that files may start with a hyphen.
     *
     * @throws UsageException if an option is unknown or has no value
     */
    public static Arguments of(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        List<String> words = new ArrayList<>();
        Iterator<String> rest = arguments.iterator();
        boolean onlyWords = false;
        while (rest.hasNext()) {
            String argument = rest.next();
            if (onlyWords || !argument.startsWith("--")) {
                words.add(argument);
            } else if (argument.equals("--")) {
                onlyWords = true;
            } else {
                options.put(known(argument), value(argument, rest));
            }
        }
        return new Arguments(options, words);
    }

    /** The run folder. */
    public Path folder() {
        if (words.isEmpty()) {
            throw new UsageException("a run folder is missing");
        }
        return Path.of(words.get(0));
    }

    /** The value of an option. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    private static String known(String option) {
        if (!KNOWN.contains(option)) {
            throw new UsageException("unknown option " + option);
        }
        return option;
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return rest.next();
    }
}
