// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.sequence;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.vesalius.dataset.sequence.TimeText;

/**
 * Which columns of a text of measurements hold what, from 1; 0 for none.
 *
 * @param id whose measurement it is
 * @param time when it was made
 * @param parameter what was measured; where there is none, each measured thing has a column of its own
 * @param value what came out
 */
record EventColumns(int id, int time, int parameter, int value) {
    private static final Pattern ID = Pattern.compile("(.*[_ -])?(id|subject|patient|recordid|stay|icustay|subjectid|patientid)");
    private static final Pattern TIME = Pattern.compile("(chart|rec|record|sample|event|store)?[_ -]?"
            + "(time|timestamp|datetime|date|hour|hours|minute|minutes|zeit|时间|日時)");
    private static final Pattern PARAMETER = Pattern.compile("param(eter)?|variable|item(id|name)?|measure(ment)?|signal|channel|"
            + "name|label|code|test");
    private static final Pattern VALUE = Pattern.compile("value(num)?|result|measurement|wert|val");

    /**
     * The columns that were named, and those that headings tell.
     *
     * @throws org.vesalius.core.ReportedException if a column that was named isn't there
     */
    static EventColumns of(TextSample sample, SequenceOptions options, Path file) {
        int time = given("time", options, sample, file, TIME);
        int parameter = given("parameter", options, sample, file, PARAMETER);
        int value = given("value", options, sample, file, VALUE);
        boolean pair = parameter > 0 && value > 0;
        return new EventColumns(given("id", options, sample, file, ID), time, pair ? parameter : 0, pair ? value : 0);
    }

    private static int given(String option, SequenceOptions options, TextSample sample, Path file, Pattern usual) {
        return options.column(option).map(column -> sample.number(column, file)).orElseGet(() -> found(sample, usual));
    }

    private static int found(TextSample sample, Pattern usual) {
        return IntStream.range(0, sample.headings().size())
                .filter(i -> usual.matcher(sample.headings().get(i).toLowerCase(Locale.ROOT)).matches()).findFirst()
                .orElse(-1) + 1;
    }

    /** Whether the text looks like one of measurements: it says when, and mostly in a way that is a time. */
    boolean isTold(TextSample sample) {
        List<List<String>> rows = sample.rows();
        long times = rows.stream().filter(row -> time > 0 && row.size() >= time
                && TimeText.seconds(row.get(time - 1), 1).isPresent()).count();
        return time > 0 && 2 * times > rows.size();
    }

    /** Whether each measured thing has a column of its own. */
    boolean isWide() {
        return parameter == 0;
    }

    /** The columns of measured things where each has its own. */
    List<Integer> measured(TextSample sample) {
        return IntStream.rangeClosed(1, sample.width()).filter(column -> column != id && column != time).boxed().toList();
    }
}
