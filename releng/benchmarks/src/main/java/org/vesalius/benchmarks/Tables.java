// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.SampleTable;
import org.vesalius.dataset.io.DatasetFiles;

/**
 * Opening a data set of a million rows and sixteen columns in a process of its own, whose memory is bounded.
 *
 * @param folder a folder for the data set
 * @param out where the report goes
 */
record Tables(Path folder, PrintStream out) {
    private static final int ROWS = 1_000_000;
    private static final int NUMBERS = 12;
    private static final int ROUNDS = 3;
    private static final String HEAP = "-Xmx400m";

    /** Opens the data set named by the argument and prints the seconds that it took and the peak of the process in MB. */
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        int rows = new DatasetFiles().load(Path.of(arguments[0])).samples().size();
        double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        if (rows != ROWS) {
            throw new IllegalStateException("there are " + rows + " rows");
        }
        System.out.printf(Locale.ROOT, "%.1f s, peak of the process %s%n", seconds, peak());
    }

    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status) ? "unknown" : Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024 + " MB").findFirst().orElse("unknown");
    }

    /** Prints how long it takes; at most 5 s and 500 MB are wanted. */
    void measure() throws IOException, InterruptedException {
        out.println("Opening a table of 1,000,000 rows and 16 columns; wanted: 5 s, 500 MB");
        write();
        for (int i = 0; i < ROUNDS; i++) {
            out.println("  " + OwnProcess.of(Tables.class, folder.toString()).with(HEAP).result());
        }
    }

    private void write() {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < NUMBERS; i++) {
            columns.add(Column.number("value " + i, ColumnRole.INPUT, ""));
        }
        columns.add(Column.category("sex", ColumnRole.SUBGROUP, List.of("F", "M")));
        columns.add(Column.label("finding", List.of("no", "yes")));
        columns.add(Column.text("patient", ColumnRole.PATIENT));
        columns.add(Column.text("part", ColumnRole.SUBSET));
        SampleTable.Builder table = new SampleTable.Builder(columns.stream().map(Column::name).toList());
        Random random = new Random(1);
        for (int row = 0; row < ROWS; row++) {
            table.add("s" + row, new Row(row, random));
        }
        new DatasetFiles().save(new Dataset(folder, "large", folder, columns, table.build()));
    }

    /** The values of one row: ages, results of a laboratory, and what belongs to a patient of two rows. */
    private static final class Row extends AbstractList<String> {
        private final int row;
        private final Random random;

        Row(int row, Random random) {
            this.row = row;
            this.random = random;
        }

        @Override
        public String get(int index) {
            int patient = row / 2;
            return switch (index) {
                case NUMBERS -> patient % 2 == 0 ? "F" : "M";
                case NUMBERS + 1 -> random.nextInt(10) == 0 ? "yes" : "no";
                case NUMBERS + 2 -> "p" + patient;
                case NUMBERS + 3 -> List.of("train", "train", "train", "validation", "test").get(patient % 5);
                default -> index < 4 ? String.valueOf(18 + random.nextInt(73))
                        : String.format(Locale.ROOT, "%.2f", 100 + 15 * random.nextGaussian());
            };
        }

        @Override
        public int size() {
            return NUMBERS + 4;
        }
    }
}
