// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.sequence.GridOptions;
import org.vesalius.dataset.sequence.signal.EdfFile;
import org.vesalius.dataset.sequence.signal.Recording;
import org.vesalius.dataset.sequence.signal.RecordingFile;
import org.vesalius.dataset.sequence.signal.WfdbRecord;
import org.vesalius.dataset.sequence.text.CellFormat;
import org.vesalius.dataset.sequence.text.EventRows;
import org.vesalius.dataset.sequence.text.FilePart;
import org.vesalius.dataset.sequence.text.RowRule;
import org.vesalius.dataset.sequence.text.TextLines;

/** How sequences lie in files; the option {@value #OPTION} of a column. */
public enum Layout {
    /** A line is a sequence of one channel. */
    ROW {
        @Override
        Sequence read(Path file, FilePart part, Map<String, String> options) throws IOException {
            CellFormat format = CellFormat.of(options);
            try (TextLines lines = new TextLines(part.open(file))) {
                List<String> cells = lines.next() ? format.cells(lines.text()) : List.of();
                float[] values = numbers(format, cells, Math.max(1, whole(options, FIRST)), whole(options, COUNT));
                return arranged(new Sequence(List.of("value"), "", step(options), values), options);
            }
        }
    },
    /** A line is a time, with one measurement or one of each channel. */
    EVENTS {
        @Override
        Sequence read(Path file, FilePart part, Map<String, String> options) throws IOException {
            RowRule rule = RowRule.of(options);
            GridOptions grid = GridOptions.of(options);
            try (TextLines lines = new TextLines(part.open(file))) {
                for (int i = 0; part.isWhole() && i < whole(options, HEADER) && lines.next(); i++) {
                    rule.refuseOther(rule.format().cells(lines.text()));
                }
                EventRows rows = new EventRows(rule).takeAll(lines);
                if (part.isWhole() && rows.rows() > 0 && rows.timeless() == rows.rows()) {
                    throw new UnreadableImageException("has no time in any row, where those of its data set have one");
                }
                float[] values = grid.grid().values(rows.events(), rule.channels().size());
                return arranged(new Sequence(rule.channels(), "", grid.grid().step(), values), options);
            }
        }
    },
    /** A file holds signals that were sampled together. */
    RECORDING {
        @Override
        Sequence read(Path file, FilePart part, Map<String, String> options) throws IOException {
            RecordingFile recording = open(file, "");
            List<Integer> channels = channels(recording, RowRule.names(options.getOrDefault(CHANNELS, "")));
            long length = recording.lengths().get(channels.get(0));
            Recording read = recording.read(channels, part.isWhole() ? 0 : part.from(),
                    part.isWhole() ? length : part.to());
            List<String> units = read.channels().stream().map(Recording.Channel::unit).distinct().toList();
            return arranged(new Sequence(read.channels().stream().map(Recording.Channel::name).toList(),
                    units.size() == 1 ? units.get(0) : "", 1 / read.rate(), read.values()), options);
        }
    };

    /** Names the layout among the options of a column. */
    public static final String OPTION = "layout";
    /** The first column of a row that belongs to the sequence, from 1. */
    public static final String FIRST = "first";
    /** How many columns of a row belong to the sequence; 0 for all that are left. */
    public static final String COUNT = "count";
    /** How many lines of a file come before the measurements. */
    public static final String HEADER = "header";
    /** How long sequences are made. */
    public static final String STEPS = "steps";
    /** Seconds of a step. */
    public static final String STEP = "step";
    /** What is done about gaps. */
    public static final String GAPS = "gaps";
    /** Names of the channels of recordings, with bars between them. */
    public static final String CHANNELS = "channels";

    /** Reads a sequence. */
    abstract Sequence read(Path file, FilePart part, Map<String, String> options) throws IOException;

    /** How the layout is written. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The layout that options of a column name.
     *
     * @throws UnreadableImageException if it is none
     */
    static Layout of(Map<String, String> options) throws UnreadableImageException {
        String text = options.getOrDefault(OPTION, ROW.text());
        return Arrays.stream(values()).filter(layout -> layout.text().equals(text)).findFirst()
                .orElseThrow(() -> new UnreadableImageException("can't be read: the option layout of its column is none of "
                        + String.join(", ", Arrays.stream(values()).map(Layout::text).toList())));
    }

    /** Whether a file of this name holds recorded signals. */
    public static boolean isRecording(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.endsWith(WfdbRecord.SUFFIX) || small.endsWith(".edf") || small.endsWith(".bdf");
    }

    /**
     * Opens a file of signals.
     *
     * @param annotator how the name of a file of annotations of a WFDB record ends; empty for none
     * @throws UnreadableImageException if it is none, or is damaged
     * @throws IOException if reading fails
     */
    public static RecordingFile open(Path file, String annotator) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(WfdbRecord.SUFFIX) ? WfdbRecord.open(file, annotator) : EdfFile.open(file);
    }

    /**
     * The numbers of channels by their names.
     *
     * @param names of channels; none for all of the most frequent rate
     * @throws UnreadableImageException if one isn't there
     */
    public static List<Integer> channels(RecordingFile recording, List<String> names) throws UnreadableImageException {
        List<String> there = recording.channels().stream().map(channel -> RowRule.name(channel.name())).toList();
        List<Integer> numbers = new ArrayList<>();
        for (String name : names) {
            if (!there.contains(name)) {
                throw new UnreadableImageException("has no channel '" + name + "'");
            }
            numbers.add(there.indexOf(name));
        }
        for (int i = 0; names.isEmpty() && i < there.size(); i++) {
            numbers.add(i);
        }
        return numbers;
    }

    /**
     * The numbers of a row.
     *
     * @param first column of the first one, from 1
     * @param count how many; 0 for all that are left, but for missing ones at the end
     * @throws UnreadableImageException if a cell holds something else
     */
    public static float[] numbers(CellFormat format, List<String> cells, int first, int count)
            throws UnreadableImageException {
        int end = count > 0 ? Math.min(cells.size(), first - 1 + count) : cells.size();
        while (end >= first && format.isMissing(cells.get(end - 1))) {
            end--;
        }
        float[] numbers = new float[Math.max(0, end - first + 1)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = format.number(cells.get(first - 1 + i));
        }
        return numbers;
    }

    private static Sequence arranged(Sequence sequence, Map<String, String> options) throws UnreadableImageException {
        Sequence fitted = sequence.of(whole(options, STEPS));
        GridOptions gaps = GridOptions.of(options);
        List<String> channels = sequence.channels();
        return new Sequence(gaps.channels(channels), sequence.unit(), sequence.step(),
                gaps.arranged(fitted.values(), channels.size()));
    }

    private static double step(Map<String, String> options) throws UnreadableImageException {
        return options.containsKey(STEP) ? GridOptions.of(options).grid().step() : 0;
    }

    private static int whole(Map<String, String> options, String name) throws UnreadableImageException {
        try {
            return Integer.parseInt(options.getOrDefault(name, "0"));
        } catch (NumberFormatException e) {
            throw new UnreadableImageException("can't be read: the option " + name + " of its column is no whole number", e);
        }
    }
}
