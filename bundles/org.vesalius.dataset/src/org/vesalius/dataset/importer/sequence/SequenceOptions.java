// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.sequence;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.SplitColumn;
import org.vesalius.dataset.importer.kind.SplitRule;
import org.vesalius.dataset.sequence.Aggregation;
import org.vesalius.dataset.sequence.GridOptions;
import org.vesalius.dataset.sequence.TimeText;
import org.vesalius.dataset.sequence.reading.Layout;

/**
 * What to import, and how; where something is empty it is detected or chosen.
 *
 * @param request the files, the folder of the data set and its name, and the columns that were named
 * @param layout how sequences lie in the files
 * @param step seconds of a step
 * @param duration seconds of a sequence
 * @param start when sequences begin, in seconds; NaN for the first measurement
 * @param timeUnit seconds that a mere number in the column of times counts
 * @param aggregation how several values of a step become one
 * @param gaps the rules for gaps
 */
record SequenceOptions(ImportRequest request, Optional<Layout> layout, OptionalDouble step, OptionalDouble duration,
        OptionalDouble start, double timeUnit, Aggregation aggregation, Optional<List<String>> gaps) {

    /** The longest window around an annotation. */
    private static final long MOST_WINDOW = 1 << 20;

    /**
     * Reads the settings of a request.
     *
     * @throws ReportedException if one can't be used
     */
    static SequenceOptions of(ImportRequest request) {
        long window = request.whole("window", 256);
        if (window < 2 || window > MOST_WINDOW) {
            throw invalid("'" + window + "' is no width of a window.", "Write a number from 2 to " + MOST_WINDOW + ".");
        }
        requireSplit(request);
        return new SequenceOptions(request, request.text("layout").map(SequenceOptions::layout),
                duration(request, "step"), duration(request, "duration"), start(request), timeUnit(request),
                aggregation(request), request.text("gaps").map(SequenceOptions::gaps));
    }

    /** Tells a wrong rule before anything is read. */
    private static void requireSplit(ImportRequest request) {
        if (!new SplitColumn(request).isListed()
                && SplitRule.parse(request.text("split").orElse("70/15/15")) instanceof SplitRule.Folders) {
            throw invalid("Sequences aren't split by folders.", "Write percentages, such as 70/15/15.");
        }
    }

    private static Layout layout(String text) {
        return Arrays.stream(Layout.values()).filter(layout -> layout.text().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst().orElseThrow(() -> invalid("'" + text + "' is no layout of sequences.",
                        "Write row, events or recording."));
    }

    private static OptionalDouble duration(ImportRequest request, String option) {
        Optional<String> text = request.text(option);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble seconds = TimeText.duration(text.get());
        if (seconds.isEmpty()) {
            throw invalid("'" + text.get() + "' is no duration.", "Write a number and ms, s, min, h or d, such as 1h.");
        }
        return seconds;
    }

    private static OptionalDouble start(ImportRequest request) {
        Optional<String> text = request.text("start");
        if (text.isEmpty() || text.get().equals("first")) {
            return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.NaN);
        }
        OptionalDouble seconds = TimeText.seconds(text.get(), timeUnit(request));
        if (seconds.isEmpty()) {
            throw invalid("'" + text.get() + "' is no time to start at.", "Write 0, a time as in the files, or 'first'.");
        }
        return seconds;
    }

    private static double timeUnit(ImportRequest request) {
        String unit = request.text("time-unit").orElse("s");
        return TimeText.duration("1" + unit).orElseThrow(
                () -> invalid("'" + unit + "' is no unit of time.", "Write ms, s, min, h or d."));
    }

    private static Aggregation aggregation(ImportRequest request) {
        String text = request.text("aggregate").orElse(Aggregation.MEAN.text());
        return Aggregation.of(text).orElseThrow(() -> invalid("'" + text + "' is no way to make one value of several.",
                "Write mean, median, first, last, min, max or sum."));
    }

    private static List<String> gaps(String text) {
        try {
            return text.equals("none") ? List.of() : GridOptions.gapRules(text);
        } catch (IllegalArgumentException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "'" + text + "' is no rule for gaps.",
                    "Write forward, mask or since, several with + between them, or none.", e);
        }
    }

    /** The option of this name, if it was given and isn't empty. */
    Optional<String> column(String option) {
        return request.text(option).filter(text -> !text.isBlank());
    }

    /** Samples around an annotation. */
    int window() {
        return (int) request.whole("window", 256);
    }

    static ReportedException invalid(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, remedy);
    }

    static ReportedException invalid(String message, Path where, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, where, remedy);
    }
}
