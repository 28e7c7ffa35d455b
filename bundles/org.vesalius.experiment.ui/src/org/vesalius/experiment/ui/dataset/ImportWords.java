// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vesalius.core.English;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.SubsetCounts;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.dataset.importer.kind.PassedOver;

/** What previews and reports of imports say alike. For the user's eyes alone: paths may tell who patients are. */
final class ImportWords {

    private static final int MOST = 100;
    private static final Pattern OPTION = Pattern.compile("--([a-z][a-z-]*)");
    private static final Pattern SOURCE = Pattern.compile("\\b(FOLDER|FILE)\\b");

    private ImportWords() {
    }

    /** The name of an option as a field has it: {@code join-categories} is "Join categories". */
    static String label(String option) {
        String words = option.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** A description or remedy as the window says it: options are named as their fields, what was chosen as what it is. */
    static String inWindow(String text, List<ImportOption> options) {
        return SOURCE.matcher(told(text, options)).replaceAll(found -> "the " + found.group().toLowerCase(Locale.ROOT));
    }

    /** What is told of the files as the window says it: options are named as their fields; a column may be called FILE. */
    static String told(String text, List<ImportOption> options) {
        Set<String> names = options.stream().map(ImportOption::name).collect(Collectors.toSet());
        return OPTION.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                names.contains(found.group(1)) ? "'" + label(found.group(1)) + "'" : found.group()));
    }

    /** An error of an import as the window says it. */
    static ReportedException inWindow(ReportedException error, List<ImportOption> options) {
        return new ReportedException(error.kind(), told(error.getMessage(), options), error.where().orElse(null),
                inWindow(error.remedy(), options), error.getCause());
    }

    /** A line for each subset. */
    static String subsets(SubsetCounts counts) {
        return counts.samples().entrySet().stream().map(entry -> subset(counts, entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String subset(SubsetCounts counts, Subset subset, Map<String, Integer> categories) {
        String patients = counts.patients().isEmpty() ? ""
                : " of " + English.quantity(counts.patients().getOrDefault(subset, Map.of()).values().stream()
                        .mapToInt(Integer::intValue).sum(), "patient");
        String each = categories.entrySet().stream().filter(entry -> categories.size() > 1 || !entry.getKey().isEmpty())
                .map(entry -> (entry.getKey().isEmpty() ? "unknown" : entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return label(subset.text()) + ": " + English.quantity(counts.samples(subset), "sample") + patients
                + (each.isEmpty() ? "" : " (" + each + ")");
    }

    /** What can't be read, and why. */
    static String unreadable(List<Defect> defects) {
        return English.quantity(defects.size(), "file") + " can't be read:\n"
                + some(defects.stream().map(defect -> defect.value() + " " + defect.reason()).toList());
    }

    /** What is not imported, and why. */
    static String leftOut(List<PassedOver> files) {
        return English.quantity(files.size(), "file") + " left out:\n"
                + some(files.stream().map(file -> file.path() + " " + file.reason()).toList());
    }

    private static String some(List<String> lines) {
        return lines.stream().limit(MOST).map(line -> "    " + line).collect(Collectors.joining("\n"))
                + (lines.size() > MOST ? "\n    and " + (lines.size() - MOST) + " more" : "");
    }
}
