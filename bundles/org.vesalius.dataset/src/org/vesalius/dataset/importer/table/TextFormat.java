// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.NumberText;

/** How a table is written as text. */
record TextFormat(Charset charset, char separator, char quote) {
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int LOOKED_AT = 200;

    static TextFormat of(String sample, Charset charset, TextSettings settings) {
        char quote = settings.quote().orElse('"');
        if (settings.separator().isPresent()) {
            return new TextFormat(charset, settings.separator().get(), quote);
        }
        TextFormat best = new TextFormat(charset, ',', quote);
        double most = 0;
        for (char separator : SEPARATORS) {
            TextFormat format = new TextFormat(charset, separator, quote);
            List<List<String>> rows = format.rows(sample);
            if (decimalCommas(rows)) {
                return format;
            }
            double score = score(rows);
            if (score > most) {
                most = score;
                best = format;
            }
        }
        return best;
    }

    /** Whether all below the first row are numbers, some with decimal commas, which would divide rows as well. */
    private static boolean decimalCommas(List<List<String>> rows) {
        int columns = rows.isEmpty() ? 0 : rows.get(0).size();
        List<String> below = rows.stream().skip(1).flatMap(List::stream).map(String::strip).filter(text -> !text.isEmpty())
                .toList();
        return columns > 1 && rows.stream().allMatch(row -> row.size() == columns)
                && below.stream().allMatch(NumberText::isNumberWithComma)
                && below.stream().anyMatch(text -> text.indexOf(',') >= 0);
    }

    /** How many values the rows have, times the share of rows that have so many; nothing for rows of one value. */
    private static double score(List<List<String>> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
        double best = 0;
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            double share = (double) count.getValue() / rows.size();
            best = Math.max(best, count.getKey() < 2 ? 0 : share * share * (1 + Math.log(count.getKey())));
        }
        return best;
    }

    /** The first rows; a row that the sample cuts off is not among them. */
    List<List<String>> rows(String sample) {
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(sample, parser())) {
            for (CSVRecord row : parser) {
                rows.add(Arrays.asList(row.values()));
                if (rows.size() > LOOKED_AT) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // with this separator the quotes make no sense; what was read counts
        }
        if (rows.size() > 1 && rows.size() <= LOOKED_AT && sample.length() >= Encoding.SAMPLE) {
            rows.remove(rows.size() - 1);
        }
        return rows;
    }

    CSVFormat parser() {
        return CSVFormat.DEFAULT.builder().setDelimiter(separator)
                .setQuote(quote == TextSettings.NO_QUOTE ? null : quote).get();
    }

    String words(boolean header) {
        String name = switch (separator) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case ' ' -> "blanks";
            default -> "'" + separator + "'";
        };
        return "Read as text in " + charset.name() + ", separated by " + name
                + (header ? ", headings in the first row" : ", without headings");
    }
}

/** How the text of a file is encoded: by its byte order mark, else UTF-8, else what Windows of the west writes. */
record Encoding(Path file) {
    /** How many characters tell how a table is written. */
    static final int SAMPLE = 1 << 18;
    private static final int FIRST_ROW = 1 << 22;
    private static final String WINDOWS = "windows-1252";

    Charset charset(Progress progress) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        }
        if (start.length > 1 && (start[0] & start[1] & 0xFE) == 0xFE && start[0] != start[1]) {
            return StandardCharsets.UTF_16;
        }
        if (start.length > 3 && start[1] == 0 && start[3] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return isUtf8(progress) ? StandardCharsets.UTF_8 : Charset.forName(WINDOWS);
    }

    private boolean isUtf8(Progress progress) throws IOException {
        char[] buffer = new char[1 << 16];
        try (Reader reader = reader(StandardCharsets.UTF_8)) {
            while (reader.read(buffer) >= 0) {
                // reading is the check
                if (progress.cancelled()) {
                    throw new CancellationException("cancelled by the user");
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The text without its byte order mark; what is malformed is an error. */
    Reader reader(Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)), 1 << 16);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** The beginning of the text. */
    String sample(Charset charset) throws IOException {
        try (Reader reader = reader(charset)) {
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[1 << 14];
            while (text.length() < SAMPLE || text.length() < FIRST_ROW && !endsARow(text)) {
                int read = reader.read(buffer);
                if (read < 0) {
                    return text.toString();
                }
                text.append(buffer, 0, read);
            }
            if (!endsARow(text)) {
                throw new TableError(file).because("The first row is longer than " + (FIRST_ROW >> 20) + " million characters.",
                        "Check that this is a table with one row a line.");
            }
            return text.toString();
        }
    }

    private static boolean endsARow(StringBuilder text) {
        return text.indexOf("\n") >= 0 || text.indexOf("\r") >= 0;
    }
}
