// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.text;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.vesalius.dataset.sequence.Events;
import org.vesalius.dataset.sequence.TimeText;

/**
 * Takes measurements out of rows. What can't be taken is passed over and counted, so that an import can tell it; one
 * damaged row is no reason to give up a patient.
 */
public final class EventRows {
    private final RowRule rule;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Events events = new Events();
    private long rows;
    private int timeless;
    private int textual;

    /** Takes rows by this rule. */
    public EventRows(RowRule rule) {
        this.rule = rule;
        for (String channel : rule.channels()) {
            numbers.putIfAbsent(channel, numbers.size());
        }
    }

    /**
     * Takes all rows of a text.
     *
     * @throws IOException if it can't be read
     */
    public EventRows takeAll(TextLines lines) throws IOException {
        while (lines.next()) {
            take(rule.format().cells(lines.text()));
        }
        return this;
    }

    /** Takes a row. */
    public void take(List<String> cells) {
        OptionalDouble time = rule.time() == 0 ? OptionalDouble.of(rows)
                : TimeText.seconds(rule.format().pointed(cell(cells, rule.time())), rule.timeUnit());
        rows++;
        if (time.isEmpty()) {
            timeless++;
        } else if (rule.parameter() > 0) {
            Integer channel = numbers.get(RowRule.name(cell(cells, rule.parameter())));
            if (channel != null) {
                add(time.getAsDouble(), channel, cell(cells, rule.values().get(0)));
            }
        } else {
            for (int i = 0; i < rule.values().size(); i++) {
                add(time.getAsDouble(), i, cell(cells, rule.values().get(i)));
            }
        }
    }

    private static String cell(List<String> cells, int column) {
        return column <= cells.size() ? cells.get(column - 1) : "";
    }

    private void add(double time, int channel, String cell) {
        if (rule.format().isNumber(cell) && !rule.format().isMissing(cell)) {
            events.add(time, channel, Float.parseFloat(rule.format().pointed(cell)));
        } else if (!rule.format().isMissing(cell)) {
            textual++;
        }
    }

    /** What was taken. */
    public Events events() {
        return events;
    }

    /** How many rows there were. */
    public long rows() {
        return rows;
    }

    /** How many rows had no time. */
    public int timeless() {
        return timeless;
    }

    /** How many cells held something else where a number should be. */
    public int textual() {
        return textual;
    }
}
