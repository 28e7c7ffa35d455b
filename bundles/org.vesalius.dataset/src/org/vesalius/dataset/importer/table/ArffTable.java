// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vesalius.core.English;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;

/** A table in the Attribute-Relation File Format of Weka; rows of dense values, {@code ?} is missing. */
record ArffTable(Path file, List<String> headings) implements TableSource {
    private static final int MAX_COLUMNS = 10_000;

    static ArffTable open(Path file) throws IOException {
        TableError error = new TableError(file);
        List<String> names = new ArrayList<>();
        try (BufferedReader reader = reader(file)) {
            for (String line = reader.readLine(); line != null && !isData(line); line = reader.readLine()) {
                if (line.strip().toLowerCase(Locale.ROOT).startsWith("@attribute")) {
                    names.add(new ArffLine(line.strip().substring("@attribute".length()).strip()).first());
                }
                if (names.size() > MAX_COLUMNS) {
                    throw error.because("There are more than " + MAX_COLUMNS + " attributes.", "Leave out some.");
                }
            }
        }
        if (names.isEmpty()) {
            throw error.because("There is no @attribute in it.", "Check that this is an ARFF file.");
        }
        return new ArffTable(file, List.copyOf(names));
    }

    private static BufferedReader reader(Path file) throws IOException {
        return new BufferedReader(new BoundedRows(new Encoding(file).reader(new Encoding(file).charset(Progress.none()))));
    }

    private static boolean isData(String line) {
        return line.strip().toLowerCase(Locale.ROOT).equals("@data");
    }

    @Override
    public List<String> remarks() {
        return List.of("Read as ARFF");
    }

    @Override
    public void rows(RowSink sink) {
        TableError error = new TableError(file);
        try (BufferedReader reader = reader(file)) {
            boolean data = false;
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                boolean empty = line.isBlank() || line.strip().startsWith("%");
                if (data && !empty && !sink.row(number, values(line.strip(), number, error))) {
                    return;
                }
                data |= isData(line);
            }
        } catch (CharacterCodingException e) {
            throw error.because("The text is in no encoding that is known here.", "Save it in UTF-8.");
        } catch (IOException e) {
            throw error.unreadable(e);
        }
    }

    private List<String> values(String line, long number, TableError error) throws ReportedException {
        if (line.startsWith("{")) {
            throw error.atLine(number, "the row is written sparsely, which is not read.",
                    "Save the file with dense rows (in Weka: the filter SparseToNonSparse).");
        }
        List<String> values = new ArffRow(line).values();
        if (values.size() != headings.size()) {
            throw error.atLine(number, "there are " + English.quantity(values.size(), "value") + " for "
                    + English.quantity(headings.size(), "attribute") + ".", "Look for a missing comma or quote.");
        }
        return values;
    }
}

/** A line of values between commas, in quotes of either kind where need be. */
record ArffRow(String line) {

    List<String> values() {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0 && c == '\\' && i + 1 < line.length()) {
                value.append(line.charAt(++i));
            } else if (quote == 0 && (c == '\'' || c == '"') && value.toString().isBlank()) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == ',' || c == '\t')) {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString().strip());
        return values;
    }
}

/** The rest of a declaration: a name, in quotes where it holds blanks, and a type. */
record ArffLine(String rest) {

    String first() {
        if (rest.isEmpty()) {
            return "";
        }
        char start = rest.charAt(0);
        if (start == '\'' || start == '"') {
            int end = rest.indexOf(start, 1);
            return end < 0 ? rest.substring(1) : rest.substring(1, end);
        }
        return rest.split("\\s+", 2)[0];
    }
}
