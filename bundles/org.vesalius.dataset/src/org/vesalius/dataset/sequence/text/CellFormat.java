// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vesalius.dataset.MissingValues;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * How lines of a text are made of cells.
 *
 * @param separator what stands between two cells; a blank means any white space, however much
 * @param decimalComma whether numbers have a comma where others have a point
 * @param missing how a missing value is written, beside nothing at all; numbers mean the same however they are written, so
 *        that -1 is -1.0 as well
 */
public record CellFormat(char separator, boolean decimalComma, Set<String> missing) {
    /** The separator that stands for any white space. */
    public static final char BLANKS = ' ';

    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}(\\.\\d{3})+(,\\d*)?");
    private static final String SEPARATOR = "separator";
    private static final String DECIMAL = "decimal";
    private static final String MISSING = "missing";
    private static final Map<Character, String> NAMES = Map.of(',', "comma", ';', "semicolon", '\t', "tab", '|', "bar",
            BLANKS, "blanks");

    /** Copies the marks, in their order. */
    public CellFormat {
        missing = new LinkedHashSet<>(missing);
        if (!NAMES.containsKey(separator)) {
            throw new IllegalArgumentException("'" + separator + "' can't stand between cells");
        }
    }

    /**
     * The format that these first lines are in, with the usual marks: the separator that makes the same number of cells, more
     * than one, of all of them; else that which makes most.
     */
    public static CellFormat of(List<String> lines) {
        CellFormat best = new CellFormat(',', false, MissingValues.USUAL);
        long bestScore = -1;
        for (char separator : new char[] {'\t', ';', ',', '|', BLANKS}) {
            CellFormat format = new CellFormat(separator, false, best.missing());
            long score = format.score(lines);
            if (score > bestScore) {
                best = format;
                bestScore = score;
            }
        }
        char found = best.separator();
        return new CellFormat(found, found != ',' && decimalCommas(lines, best), best.missing());
    }

    /** Whether cells are numbers with a decimal comma, and none is one with a decimal point. */
    private static boolean decimalCommas(List<String> lines, CellFormat format) {
        CellFormat commas = new CellFormat(format.separator(), true, format.missing());
        List<String> cells = lines.stream().flatMap(line -> format.cells(line).stream()).toList();
        return cells.stream().anyMatch(cell -> cell.indexOf(',') >= 0 && commas.isNumber(cell))
                && cells.stream().noneMatch(cell -> cell.indexOf('.') >= 0 && format.isNumber(cell) && !commas.isNumber(cell));
    }

    private long score(List<String> lines) {
        int[] counts = lines.stream().mapToInt(line -> cells(line).size()).toArray();
        int least = Arrays.stream(counts).min().orElse(0);
        int most = Arrays.stream(counts).max().orElse(0);
        return least < 2 ? 0 : least == most ? 1_000_000_000L + least : least;
    }

    /** The cells of a line, without blanks and quotes around them. */
    public List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (at <= line.length()) {
            at = separator == BLANKS ? behindBlanks(line, at) : at;
            if (separator == BLANKS && at == line.length()) {
                break;
            }
            int end = end(line, at);
            cells.add(bare(line.substring(at, end)));
            at = end + 1;
        }
        return cells;
    }

    private static int behindBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private int end(String line, int from) {
        boolean quoted = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == separator || separator == BLANKS && Character.isWhitespace(c))) {
                return i;
            }
        }
        return line.length();
    }

    private static String bare(String cell) {
        String text = cell.strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    }

    /** Whether a cell says that there is no value. */
    public boolean isMissing(String cell) {
        return cell.isEmpty() || missing.contains(cell) || isNumeral(cell) && missing.stream().anyMatch(mark -> sameNumber(mark, cell));
    }

    private boolean sameNumber(String mark, String cell) {
        try {
            return isNumeral(mark) && Double.parseDouble(pointed(mark)) == Double.parseDouble(pointed(cell));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Leaves out what parsers take beyond numbers as people write them: 1d, 0x1p3, Infinity. */
    private static boolean isNumeral(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if ("0123456789+-.,eE".indexOf(cell.charAt(i)) < 0) {
                return false;
            }
        }
        return !cell.isEmpty() && cell.length() <= 64;
    }

    /** A number as others than this format write it: with a point before its decimals; anything else as it is. */
    public String pointed(String cell) {
        return !decimalComma ? cell : (isGrouped(cell) ? cell.replace(".", "") : cell).replace(',', '.');
    }

    /** Where commas stand before decimals, points stand between thousands. */
    private static boolean isGrouped(String cell) {
        return cell.indexOf('.') > 0 && GROUPED.matcher(cell).matches();
    }

    /** Whether a cell holds a finite number. */
    public boolean isNumber(String cell) {
        return Float.isFinite(parsed(cell));
    }

    /**
     * The number in a cell; NaN where it is missing.
     *
     * @throws UnreadableImageException if there is something else
     */
    public float number(String cell) throws UnreadableImageException {
        if (isMissing(cell)) {
            return Float.NaN;
        }
        float number = parsed(cell);
        if (!Float.isFinite(number)) {
            throw new UnreadableImageException("holds something else where a number should be");
        }
        return number;
    }

    /** The cell as data sets hold it: empty where it is missing, a number with a point. */
    public String plain(String cell) {
        return isMissing(cell) ? "" : isNumber(cell) ? pointed(cell) : cell;
    }

    private float parsed(String cell) {
        if (!isNumeral(cell) || decimalComma && cell.indexOf('.') >= 0 && !isGrouped(cell)) {
            return Float.NaN;
        }
        try {
            return Float.parseFloat(pointed(cell));
        } catch (NumberFormatException e) {
            return Float.NaN;
        }
    }

    /** As options of a column. */
    public Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        options.put(SEPARATOR, NAMES.get(separator));
        if (decimalComma) {
            options.put(DECIMAL, "comma");
        }
        if (!missing.isEmpty()) {
            options.put(MISSING, missing.stream().map(CellFormat::quoted).collect(Collectors.joining(" ")));
        }
        return options;
    }

    /** A mark that is made of several words stands in quotes among others. */
    private static String quoted(String mark) {
        boolean plain = mark.chars().noneMatch(c -> c == '"' || Character.isWhitespace(c));
        return plain ? mark : '"' + mark.replace("\"", "\"\"") + '"';
    }

    /**
     * The format that options of a column tell.
     *
     * @throws UnreadableImageException if the separator is unknown
     */
    public static CellFormat of(Map<String, String> options) throws UnreadableImageException {
        String name = options.getOrDefault(SEPARATOR, "comma");
        for (Map.Entry<Character, String> entry : NAMES.entrySet()) {
            if (entry.getValue().equals(name)) {
                Set<String> marks = new LinkedHashSet<>(new CellFormat(BLANKS, false, Set.of())
                        .cells(options.getOrDefault(MISSING, "")));
                return new CellFormat(entry.getKey(), "comma".equals(options.get(DECIMAL)), marks);
            }
        }
        throw new UnreadableImageException("can't be read: the option separator of its column is none of "
                + NAMES.values().stream().sorted().collect(Collectors.joining(", ")));
    }

    /** The separator in words. */
    public String separatorName() {
        return Objects.requireNonNull(NAMES.get(separator));
    }
}
