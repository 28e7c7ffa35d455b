// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.sequence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.vesalius.core.English;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.ImportFolder;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.sequence.reading.Layout;
import org.vesalius.dataset.sequence.text.CellFormat;
import org.vesalius.dataset.sequence.text.FilePart;
import org.vesalius.dataset.sequence.text.TextLines;

/** Texts in which each line is a sequence. */
final class RowScan implements SequenceScan {
    private static final int MOST_CATEGORIES = 50;

    private final SourceFiles files;
    private final SequenceOptions options;
    private final TextSample sample;
    private final boolean guessed;
    private final int id;
    private int label;
    private int first;
    private int count;
    private final List<FoundSequences.Found> found = new ArrayList<>();
    private int longest;
    private int shortest = Integer.MAX_VALUE;
    private boolean gaps;

    RowScan(SourceFiles files, SequenceOptions options, TextSample sample) {
        this.files = files;
        this.options = options;
        this.sample = sample;
        this.label = label();
        this.guessed = label > 0 && options.column("label").isEmpty();
        this.id = options.column("id").map(column -> sample.number(column, files.files().get(0))).orElse(0);
        choose();
    }

    private void choose() {
        int[] range = range();
        first = range[0];
        count = range[1];
    }

    private int label() {
        String given = options.column("label").orElse("");
        if (given.equals("none") || !options.request().paths("table").isEmpty()) {
            return 0;
        }
        if (!given.isEmpty()) {
            return sample.number(given, files.files().get(0));
        }
        List<List<String>> rows = sample.rows().stream().filter(row -> row.size() > 1).toList();
        boolean whole = rows.stream().allMatch(row -> whole(row.get(0)));
        boolean others = rows.stream().anyMatch(row -> row.stream().skip(1).anyMatch(cell -> sample.format().isNumber(cell)
                && !whole(cell)));
        return whole && others ? 1 : 0;
    }

    /** Files are often sorted by category, so that only all lines tell whether the first column holds categories. */
    private boolean isNoCategory(int lines) {
        long categories = found.stream().map(FoundSequences.Found::label).distinct().count();
        return guessed && (categories < 2 && lines > 1 || categories > MOST_CATEGORIES || categories == lines && lines > 2);
    }

    private boolean whole(String cell) {
        try {
            float number = sample.format().number(cell);
            return number == Math.rint(number);
        } catch (UnreadableImageException e) {
            return false;
        }
    }

    /** The longest run of columns without category and id. */
    private int[] range() {
        int[] borders = {0, Math.min(label, id), Math.max(label, id), Integer.MAX_VALUE};
        int width = sample.width();
        int bestFirst = 1;
        int bestLength = -1;
        for (int i = 1; i < borders.length; i++) {
            int from = borders[i - 1] + 1;
            int length = Math.min(width + 1, borders[i]) - from;
            if (length > bestLength) {
                bestFirst = from;
                bestLength = length;
            }
        }
        boolean toTheEnd = bestFirst > Math.max(label, id);
        return new int[] {bestFirst, toTheEnd ? 0 : bestLength};
    }

    @Override
    public FoundSequences preview(Progress progress) throws IOException {
        scan(progress, DatasetPreview.SHOWN);
        return result(OptionalLong.empty());
    }

    @Override
    public FoundSequences all(ImportFolder folder, Progress progress) throws IOException {
        scan(progress, Integer.MAX_VALUE);
        if (isNoCategory(found.size())) {
            label = 0;
            choose();
            found.clear();
            longest = 0;
            shortest = Integer.MAX_VALUE;
            scan(progress, Integer.MAX_VALUE);
        }
        return result(OptionalLong.of(found.size()));
    }

    private void scan(Progress progress, int most) throws IOException {
        progress.begin("Reading sequences", files.bytes());
        long before = 0;
        for (Path file : files.files()) {
            try (InputStream in = Files.newInputStream(file); TextLines lines = new TextLines(in)) {
                for (int i = 0; i < sample.headerLines(); i++) {
                    lines.next();
                }
                while (found.size() < most && lines.next()) {
                    take(file, lines);
                    progress.advance(before + lines.end());
                    if (progress.cancelled()) {
                        throw new CancellationException("cancelled by the user");
                    }
                }
            } catch (UnreadableImageException e) {
                throw SequenceOptions.invalid("The file " + e.getMessage() + ".", file,
                        "Mend the file, or save it anew as text in UTF-8.");
            }
            before += Files.size(file);
        }
    }

    private void take(Path file, TextLines lines) {
        List<String> cells = sample.format().cells(lines.text());
        String value = new FilePart(files.path(file), FilePart.BYTES, lines.start(), lines.end()).text();
        String defect = "";
        try {
            float[] numbers = Layout.numbers(sample.format(), cells, first, count);
            defect = numbers.length == 0 ? "holds no value" : "";
            longest = Math.max(longest, numbers.length);
            shortest = Math.min(shortest, numbers.length);
            for (float number : numbers) {
                gaps |= Float.isNaN(number);
            }
        } catch (UnreadableImageException e) {
            defect = e.getMessage() + " (line " + lines.number() + ")";
        }
        found.add(new FoundSequences.Found(value, cell(cells, id), category(cell(cells, label)), Map.of(), defect));
    }

    private static String cell(List<String> cells, int column) {
        return column > 0 && column <= cells.size() ? cells.get(column - 1) : "";
    }

    /** A category as people write it: 1 and not 1.0000000e+00. */
    private String category(String cell) {
        if (sample.format().isMissing(cell)) {
            return "";
        }
        return whole(cell) && sample.format().isNumber(cell) ? String.valueOf((long) number(sample.format(), cell)) : cell;
    }

    private static float number(CellFormat format, String cell) {
        return Float.parseFloat(format.pointed(cell));
    }

    private FoundSequences result(OptionalLong total) {
        List<String> all = new ArrayList<>();
        boolean ragged = longest > shortest;
        List<String> rules = options.gaps().orElse(ragged || gaps ? List.of("forward", "mask") : List.of());
        if (guessed && label > 0) {
            all.add("The first column was taken for the category, as it holds whole numbers and others don't; --label none makes"
                    + " it a part of the sequence");
        }
        all.add(0, "Each line is a sequence of " + English.quantity(longest, "value") + ", separated by "
                + sample.format().separatorName());
        if (ragged) {
            all.add("The sequences have from " + shortest + " to " + English.quantity(longest, "value")
                    + "; shorter ones are filled up at their end" + (rules.contains("mask") ? ", which a channel of its own tells"
                            : ""));
        }
        Map<String, String> read = new TreeMap<>(sample.format().options());
        if (!rules.isEmpty()) {
            read.put(Layout.GAPS, String.join(" ", rules));
        }
        options.step().ifPresent(step -> read.put(Layout.STEP, String.valueOf(step)));
        read.put(Layout.OPTION, Layout.ROW.text());
        read.put(Layout.FIRST, String.valueOf(first));
        read.put(Layout.COUNT, String.valueOf(count));
        read.put(Layout.STEPS, String.valueOf(longest));
        return new FoundSequences(files.root(), read, label > 0, List.of(), found, files.passedOver(), all, total);
    }
}
