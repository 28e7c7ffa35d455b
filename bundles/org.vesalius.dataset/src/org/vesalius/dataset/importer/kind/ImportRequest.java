// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/**
 * What somebody wants imported.
 *
 * @param sources the files or folders, absolute
 * @param out the folder that the data set is written to, absolute
 * @param name what to call the data set
 * @param settings the values of the {@link ImportOption}s that were given, by their names
 */
public record ImportRequest(List<Path> sources, Path out, String name, Map<String, List<String>> settings) {

    /** Copies, and makes the paths absolute. */
    public ImportRequest {
        sources = sources.stream().map(source -> source.toAbsolutePath().normalize()).toList();
        out = out.toAbsolutePath().normalize();
        Objects.requireNonNull(name, "name");
        settings = Map.copyOf(new TreeMap<>(settings));
    }

    /** The first of the files or folders; there is always one. */
    public Path source() {
        return sources.get(0);
    }

    /** Whether a flag was given. */
    public boolean flag(String option) {
        return settings.containsKey(option);
    }

    /** What was given for an option, the last where it was given twice. */
    public Optional<String> text(String option) {
        List<String> given = texts(option);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    /** All that was given for an option, in its order. */
    public List<String> texts(String option) {
        return settings.getOrDefault(option, List.of());
    }

    /** The files or folders given for an option. */
    public List<Path> paths(String option) {
        return texts(option).stream().map(Path::of).toList();
    }

    /**
     * The whole number given for an option.
     *
     * @throws ReportedException if it is none
     */
    public long whole(String option, long fallback) {
        try {
            return text(option).map(Long::parseLong).orElse(fallback);
        } catch (NumberFormatException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "What is given for '" + option
                    + "' is no whole number.", "Write digits alone, such as 42.");
        }
    }

    /**
     * The regular expression given for an option.
     *
     * @throws ReportedException if it is none
     */
    public Optional<Pattern> pattern(String option) {
        return text(option).map(regex -> compiled(option, regex));
    }

    private static Pattern compiled(String option, String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The pattern for '" + option
                    + "' is no regular expression: " + e.getDescription(),
                    "Look at position " + e.getIndex() + " of " + regex, e);
        }
    }

    /** Without paths and settings, which may tell who patients are. */
    @Override
    public String toString() {
        return "ImportRequest[" + settings.keySet() + "]";
    }
}
