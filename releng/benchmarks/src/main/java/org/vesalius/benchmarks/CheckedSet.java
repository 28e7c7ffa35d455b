// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.SampleTable;
import org.vesalius.dataset.check.standard.DatasetChecks;
import org.vesalius.dataset.check.standard.StandardChecks;
import org.vesalius.dataset.fingerprint.KeptFingerprints;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.reader.ColumnReaders;

/**
 * Opening and checking a data set of many images, first and again, each time in a process of its own.
 *
 * @param folder a folder for images, data set and what checks keep
 * @param images how many
 * @param out where the report goes
 */
record CheckedSet(Path folder, int images, PrintStream out) {
    private static final int SIDE = 16;
    private static final int PER_FOLDER = 1_000;

    /** Opens and checks the data set in the folder named by the argument, and prints the seconds that it took. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        long start = System.nanoTime();
        Dataset dataset = new DatasetFiles().load(folder.resolve("data"));
        new DatasetChecks(List.of(new StandardChecks()), ColumnReaders.standard(), KeptFingerprints.in(folder.resolve("kept"))).check(
                dataset,
                Progress.none());
        System.out.printf(Locale.ROOT, "%.1f s%n", (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1));
    }

    /** Prints how long it takes; at most 2 s for the second time are wanted, 5 s on a slow machine. */
    void measure() throws IOException, InterruptedException {
        out.printf(Locale.ROOT, "Opening and checking a data set of %,d images; wanted for the second time: 2 s%n", images);
        write();
        for (String time : List.of("first", "second", "third")) {
            out.println("  " + time + " time: " + OwnProcess.of(CheckedSet.class, folder.toString()).result());
        }
    }

    private void write() throws IOException {
        List<Column> columns = List.of(Column.image("image", "image", Map.of()), Column.label("finding", List.of("no", "yes")),
                Column.text("part", ColumnRole.SUBSET));
        SampleTable.Builder table = new SampleTable.Builder(columns.stream().map(Column::name).toList());
        for (int i = 0; i < images; i++) {
            Path file = folder.resolve("images").resolve(String.valueOf(i / PER_FOLDER)).resolve(i + ".png");
            Files.createDirectories(file.getParent());
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            ImageIO.write(Decoding.image(i, SIDE), "png", content);
            Files.write(file, content.toByteArray());
            table.add("s" + i, List.of("images/" + i / PER_FOLDER + "/" + i + ".png", i % 2 == 0 ? "no" : "yes",
                    i % 5 == 0 ? "test" : i % 5 == 1 ? "validation" : "train"));
        }
        new DatasetFiles().save(new Dataset(folder.resolve("data"), "checked", folder, columns, table.build()));
    }
}
