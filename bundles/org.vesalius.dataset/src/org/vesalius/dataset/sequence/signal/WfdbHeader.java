// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.signal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * The header file of a record of the WaveForm DataBase. Source: WFDB Applications Guide, header(5).
 *
 * @param rate frames a second
 * @param frames how many there are; 0 if the header leaves it open
 * @param signals one a line
 */
record WfdbHeader(double rate, long frames, List<Signal> signals) {
    private static final long MOST_BYTES = 1 << 20;
    private static final int MOST_SIGNALS = 4096;
    private static final double USUAL_RATE = 250;
    private static final double USUAL_GAIN = 200;
    private static final Pattern RECORD = Pattern.compile("(\\S+?)(/\\d+)?\\s+(\\d+)(?:\\s+([^\\s/]+)\\S*(?:\\s+(\\d+))?)?.*");
    private static final Pattern FORMAT = Pattern.compile("(\\d+)(?:x(\\d+))?(?::(\\d+))?(?:\\+(\\d+))?");
    private static final Pattern GAIN = Pattern.compile("([-+0-9.eE]+)(?:\\(([-+]?\\d+)\\))?(?:/(\\S+))?");

    /**
     * One signal.
     *
     * @param file name of the signal file
     * @param format how its samples are packed
     * @param perFrame samples a frame
     * @param skew frames that the signal begins later in the file than the record
     * @param offset bytes before the first sample
     * @param gain steps of the converter a unit
     * @param baseline the converter's value that stands for 0
     * @param unit of the values
     * @param initial what format 8 starts from
     * @param name what was measured
     */
    record Signal(String file, WfdbFormat format, int perFrame, int skew, long offset, double gain, int baseline,
            String unit, int initial, String name) {

        /** What is stored, in the unit of the signal. */
        float physical(int stored) {
            return (float) ((stored - (double) baseline) / gain);
        }
    }

    /**
     * Reads a header.
     *
     * @throws UnreadableImageException if it is none, or says what can't be
     * @throws IOException if reading fails
     */
    static WfdbHeader read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new UnreadableImageException("is too large for the header of a WFDB record");
        }
        // Latin-1 reads any bytes; only comments have other letters
        List<String> lines = Files.readString(file, StandardCharsets.ISO_8859_1).lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        Matcher record = lines.isEmpty() ? null : RECORD.matcher(lines.get(0));
        if (record == null || !record.matches()) {
            throw new UnreadableImageException("is no header of a WFDB record");
        }
        if (record.group(2) != null) {
            throw new UnreadableImageException("is a record of several segments; import its segments instead");
        }
        int count = whole(record.group(3));
        if (count < 1 || count > MOST_SIGNALS || lines.size() <= count) {
            throw new UnreadableImageException("says that it has " + count + " signals and describes "
                    + (lines.size() - 1));
        }
        return new WfdbHeader(rate(record.group(4)), record.group(5) == null ? 0 : frames(record.group(5)),
                signals(lines.subList(1, count + 1)));
    }

    private static double rate(String text) throws UnreadableImageException {
        double rate = text == null ? USUAL_RATE : number(text);
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new UnreadableImageException("says that it has " + text + " samples a second");
        }
        return rate;
    }

    private static long frames(String text) throws UnreadableImageException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UnreadableImageException("says that it has " + text + " samples", e);
        }
    }

    private static List<Signal> signals(List<String> lines) throws UnreadableImageException {
        List<Signal> signals = new ArrayList<>();
        for (String line : lines) {
            signals.add(signal(line.split("\\s+", 9), signals.size()));
        }
        return signals;
    }

    private static Signal signal(String[] fields, int index) throws UnreadableImageException {
        Matcher format = fields.length < 2 ? null : FORMAT.matcher(fields[1]);
        if (format == null || !format.matches()) {
            throw new UnreadableImageException("describes signal " + (index + 1) + " in an unknown way");
        }
        int number = whole(format.group(1));
        WfdbFormat packed = WfdbFormat.of(number).orElseThrow(() -> new UnreadableImageException(
                "stores signal " + (index + 1) + " in format " + number + ", which can't be read; 'xform' of the WFDB"
                        + " software converts it to format 16"));
        int zero = field(fields, 4);
        Matcher gain = GAIN.matcher(fields.length > 2 ? fields[2] : "0");
        double steps = gain.matches() ? number(gain.group(1)) : 0;
        int baseline = gain.matches() && gain.group(2) != null ? whole(gain.group(2)) : zero;
        String unit = gain.matches() && gain.group(3) != null ? gain.group(3) : "mV";
        String name = fields.length > 8 ? fields[8].strip() : String.format(Locale.ROOT, "signal %d", index + 1);
        return new Signal(fields[0], packed, Math.max(1, optional(format.group(2))), optional(format.group(3)),
                optional(format.group(4)), steps == 0 ? USUAL_GAIN : steps, baseline, unit, field(fields, 5), name);
    }

    private static int field(String[] fields, int index) throws UnreadableImageException {
        return fields.length > index ? whole(fields[index]) : 0;
    }

    private static int optional(String text) throws UnreadableImageException {
        return text == null ? 0 : whole(text);
    }

    private static int whole(String text) throws UnreadableImageException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UnreadableImageException("has '" + text + "' in its header where a whole number should be", e);
        }
    }

    private static double number(String text) throws UnreadableImageException {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new UnreadableImageException("has '" + text + "' in its header where a number should be", e);
        }
    }
}
