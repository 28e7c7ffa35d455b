// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;

/** Writes {@code samples.csv} (RFC 4180, but lines end in LF, which version control prefers). */
final class SampleTableWriter {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private final Path file;

    SampleTableWriter(Path file) {
        this.file = file;
    }

    void write(Dataset dataset) throws IOException {
        new AtomicFile(file).write(out -> print(dataset, out));
    }

    private static void print(Dataset dataset, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(writer, FORMAT);
        List<String> row = new ArrayList<>();
        row.add(NumberedTable.ID_HEADING);
        dataset.columns().forEach(column -> row.add(column.name()));
        printer.printRecord(row);
        for (Sample sample : dataset.samples()) {
            row.clear();
            row.add(sample.id());
            for (Column column : dataset.columns()) {
                row.add(sample.value(column));
            }
            printer.printRecord(row);
        }
        printer.flush();
    }
}
