// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.compute;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.dataset.number.NpzFile;
import org.vesalius.dataset.number.NumberArray;
import org.vesalius.dataset.number.NumberTable;

/**
 * The file that results go to: .npz with an array for each output, or .csv with a row for each sample and the columns
 * {@code sample} and {@code <output>:<number of the unit, from 0>}.
 *
 * @param file the file
 */
record ResultFile(Path file) {
    /** Replaces the file. */
    void write(Map<String, NumberArray> results, List<String> samples) {
        try {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".npz")) {
                new AtomicFile(file).write(out -> NpzFile.write(results, out));
            } else {
                List<String> headings = headings(results);
                NumberArray table = table(results, samples.size(), headings.size() - 1);
                new AtomicFile(file).write(out -> NumberTable.write(headings, samples, table, out));
            }
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The results can't be written", file,
                    "Check that the folder exists, its permissions and the space on its disk", e);
        }
    }

    private static List<String> headings(Map<String, NumberArray> results) {
        List<String> headings = new ArrayList<>(List.of("sample"));
        results.forEach((name, array) -> {
            if (array.shape().length > 2) {
                throw new ReportedException(ErrorKind.INVALID_INPUT, "The output '" + name
                        + "' has more than one axis, and a table has no place for it", "Name a .npz file with --out");
            }
            for (int i = 0; i < length(array); i++) {
                headings.add(name + ":" + i);
            }
        });
        return headings;
    }

    private static NumberArray table(Map<String, NumberArray> results, int rows, int columns) {
        float[] values = new float[Math.multiplyExact(rows, columns)];
        int column = 0;
        for (NumberArray array : results.values()) {
            int length = length(array);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(array.values(), row * length, values, row * columns + column, length);
            }
            column += length;
        }
        return new NumberArray(new int[] {rows, columns}, values);
    }

    private static int length(NumberArray array) {
        return array.shape().length < 2 ? 1 : array.shape()[1];
    }
}
