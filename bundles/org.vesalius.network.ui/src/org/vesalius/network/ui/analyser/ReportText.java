// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analyser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.vesalius.network.ui.analyser.AnalyserReport.Row;
import org.vesalius.network.ui.analysis.Quantity;

/** The table of layers for papers and for other programs. */
final class ReportText {
    private static final List<Column> COLUMNS = Arrays.asList(Column.values());

    private ReportText() {
    }

    /** Returns comma-separated values (RFC 4180): numbers in full, operations for one sample, memory in bytes. */
    static String csv(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(COLUMNS.stream().map(Column::label));
            for (Row row : rows) {
                printer.printRecord(COLUMNS.stream().map(column -> column.plain(row)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can always be written", e);
        }
        return text.toString();
    }

    /** Returns a table in columns of spaces, with the totals below it. */
    static String plain(AnalyserReport report, List<Row> rows) {
        List<List<String>> lines = Stream.concat(Stream.of(COLUMNS.stream().map(Column::label).toList()),
                rows.stream().map(row -> COLUMNS.stream().map(column -> column.text(row)).toList())).toList();
        int[] widths = COLUMNS.stream()
                .mapToInt(column -> lines.stream().mapToInt(line -> line.get(column.ordinal()).length()).max().orElse(0))
                .toArray();
        return lines.stream().map(line -> line(line, widths)).collect(Collectors.joining("\n")) + "\n\n" + totals(report);
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (Column column : COLUMNS) {
            int width = widths[column.ordinal()];
            line.append(String.format(column.isNumber() ? "%" + width + "s" : "%-" + width + "s",
                    cells.get(column.ordinal()))).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private static String totals(AnalyserReport report) {
        return "Parameters: " + Quantity.count(report.parameters().total()) + "\nFLOPs: "
                + Quantity.about(report.flops()) + "\nTraining memory: " + Quantity.bytes(report.trainingBytes()) + " ("
                + report.training().scale().display() + ")\n";
    }
}
