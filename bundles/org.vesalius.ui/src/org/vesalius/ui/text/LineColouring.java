// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which places of a line have which colour. Each line stands for itself, so that only lines that change are read. */
@FunctionalInterface
public interface LineColouring {

    /** What a place of a line is. */
    enum Hue {
        /** A name of something that follows. */
        NAME,
        /** A text. */
        TEXT,
        /** A number. */
        NUMBER,
        /** A word of the format itself. */
        WORD,
        /** What one rarely reads. */
        FAINT,
        /** What may be wrong. */
        WARNING,
        /** What is wrong. */
        ERROR
    }

    /**
     * A place of a line.
     *
     * @param start where it begins, from 0
     * @param length how long it is, at least 1
     * @param hue what it is
     */
    record Span(int start, int length, Hue hue) {
        static Span of(Matcher matcher, Hue hue) {
            return new Span(matcher.start(), matcher.end() - matcher.start(), hue);
        }
    }

    /** Returns the places of a line in their order; they do not overlap. */
    List<Span> spans(String line);

    /** Returns what suits a file of this name. */
    static LineColouring of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".json") || name.endsWith(".jsonl")) {
            return new Json();
        }
        return name.endsWith(".csv") || name.endsWith(".tsv") ? new Table() : new Log();
    }
}

/** Names, texts, numbers and words of JSON. */
final class Json implements LineColouring {
    private static final Pattern PARTS = Pattern.compile(
            "(?<text>\"(?:[^\"\\\\]|\\\\.)*+\")(?<name>\\s*+:)?|(?<number>-?\\d++(?:\\.\\d++)?+(?:[eE][+-]?\\d++)?+)"
                    + "|(?<word>true|false|null)");

    @Override
    public List<Span> spans(String line) {
        List<Span> spans = new ArrayList<>();
        for (Matcher found = PARTS.matcher(line); found.find();) {
            spans.add(Span.of(found, hue(found)));
        }
        return spans;
    }

    private static Hue hue(Matcher found) {
        if (found.group("text") != null) {
            return found.group("name") == null ? Hue.TEXT : Hue.NAME;
        }
        return found.group("number") == null ? Hue.WORD : Hue.NUMBER;
    }
}

/** Every other column of a table, so that one can be followed with the eyes. */
final class Table implements LineColouring {
    private static final Pattern CELL = Pattern.compile("(\"(?:[^\"]|\"\")*+\"?|[^,;\\t]*+)([,;\\t]|$)");

    @Override
    public List<Span> spans(String line) {
        List<Span> spans = new ArrayList<>();
        Matcher cell = CELL.matcher(line);
        for (int column = 0; cell.lookingAt() || cell.find(); column++) {
            if (column % 2 != 0 && cell.end(1) > cell.start(1)) {
                spans.add(new Span(cell.start(1), cell.end(1) - cell.start(1), Hue.NAME));
            }
            if (cell.end() >= line.length()) {
                break;
            }
            cell.region(cell.end(), line.length());
        }
        return spans;
    }
}

/** Times, levels and the stacks of failures in a log. */
final class Log implements LineColouring {
    private static final Pattern TIME = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d\\S*+");
    private static final Pattern ERROR = Pattern.compile("\\b(?:ERROR|SEVERE|FATAL|FAILED)\\b|^\\S*(?:Exception|Error)(?::|$)|^Caused by:");
    private static final Pattern WARNING = Pattern.compile("\\bWARN(?:ING)?\\b");
    private static final Pattern STACK = Pattern.compile("^\\s++(?:at |\\.\\.\\. )");

    @Override
    public List<Span> spans(String line) {
        Matcher time = TIME.matcher(line);
        int start = time.find() ? time.end() : 0;
        List<Span> spans = new ArrayList<>();
        if (start > 0) {
            spans.add(Span.of(time, Hue.FAINT));
        }
        if (start < line.length()) {
            hue(line).ifPresent(hue -> spans.add(new Span(start, line.length() - start, hue)));
        }
        return spans;
    }

    private static Optional<Hue> hue(String line) {
        if (ERROR.matcher(line).find()) {
            return Optional.of(Hue.ERROR);
        }
        if (WARNING.matcher(line).find()) {
            return Optional.of(Hue.WARNING);
        }
        return STACK.matcher(line).find() ? Optional.of(Hue.FAINT) : Optional.empty();
    }
}
