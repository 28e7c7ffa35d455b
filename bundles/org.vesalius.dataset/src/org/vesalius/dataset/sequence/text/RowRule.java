// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * What the cells of a row of measurements mean. Columns are numbered from 1; 0 is none.
 *
 * @param format how a line is made of cells
 * @param time column of the time; 0 where each row is one step later than the one before
 * @param timeUnit seconds that a mere number in the column of times counts
 * @param parameter column of the name of what was measured; 0 where each measured thing has a column of its own
 * @param values the column of the value, or the column of each channel
 * @param channels names of what was measured
 */
public record RowRule(CellFormat format, int time, double timeUnit, int parameter, List<Integer> values,
        List<String> channels) {
    private static final String TIME = "time";
    private static final String TIME_UNIT = "timeUnit";
    private static final String PARAMETER = "parameter";
    private static final String VALUES = "values";
    private static final String CHANNELS = "channels";
    private static final String BAR = "|";

    /** Copies the lists. */
    public RowRule {
        values = List.copyOf(values);
        channels = List.copyOf(channels);
        if (channels.isEmpty() || values.size() != (parameter > 0 ? 1 : channels.size())) {
            throw new IllegalArgumentException("every channel has its values");
        }
    }

    /** As options of a column. */
    public Map<String, String> options() {
        Map<String, String> options = new TreeMap<>(format.options());
        options.put(VALUES, String.join(" ", values.stream().map(String::valueOf).toList()));
        options.put(CHANNELS, text(channels));
        if (time > 0) {
            options.put(TIME, String.valueOf(time));
            options.put(TIME_UNIT, String.valueOf(timeUnit));
        }
        if (parameter > 0) {
            options.put(PARAMETER, String.valueOf(parameter));
        }
        return options;
    }

    /**
     * The rule that options of a column tell.
     *
     * @throws UnreadableImageException if they tell none
     */
    public static RowRule of(Map<String, String> options) throws UnreadableImageException {
        try {
            List<Integer> values = Arrays.stream(options.getOrDefault(VALUES, "").strip().split("\\s+"))
                    .map(Integer::valueOf).toList();
            return new RowRule(CellFormat.of(options), Integer.parseInt(options.getOrDefault(TIME, "0")),
                    Double.parseDouble(options.getOrDefault(TIME_UNIT, "1")),
                    Integer.parseInt(options.getOrDefault(PARAMETER, "0")), values,
                    names(options.getOrDefault(CHANNELS, "")));
        } catch (IllegalArgumentException e) {
            throw new UnreadableImageException("can't be read: the options of its column don't say which cells hold what",
                    e);
        }
    }

    /**
     * Refuses a file that has something else where a channel is read. A channel may be called by its number, or by a
     * heading that stands several times and got one; a heading may be empty.
     *
     * @param headings the cells of the line with the headings
     * @throws UnreadableImageException if the heading of a channel is another one
     */
    public void refuseOther(List<String> headings) throws UnreadableImageException {
        for (int i = 0; parameter == 0 && i < channels.size(); i++) {
            String channel = channels.get(i);
            String heading = values.get(i) <= headings.size() ? name(headings.get(values.get(i) - 1)) : "";
            boolean same = channel.equals(heading) || channel.startsWith(heading + " ");
            if (!heading.isEmpty() && !same && !channel.matches("\\d+")) {
                throw new UnreadableImageException("has another column where '" + channel + "' is read");
            }
        }
    }

    /** Names as one option writes them. */
    public static String text(List<String> names) {
        return String.join(BAR, names);
    }

    /** The names that one option holds. */
    public static List<String> names(String text) {
        return text.isEmpty() ? List.of() : new ArrayList<>(Arrays.asList(text.split("\\|", -1)));
    }

    /** A name as it can stand in an option. */
    public static String name(String cell) {
        return cell.replace('|', '/');
    }
}
