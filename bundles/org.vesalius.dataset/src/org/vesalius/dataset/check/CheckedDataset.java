// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.SampleFiles;

/** A data set that is being checked, and what was found out about its files before. */
public interface CheckedDataset {
    /** The data set. */
    Dataset dataset();

    /** What its columns may name. */
    ColumnReaders readers();

    /** The files below its root, as they were when the first check looked at them. */
    SampleFiles files();

    /**
     * Finds something out about the files of a column, on all processors. It is kept with the sizes and times of the files,
     * so that a file that was not written since is not read again.
     *
     * @param column one that is read by a reader that is installed
     * @param samples of the data set
     * @param look what is found out
     * @param task what is being done, in the user's words
     * @param progress is told how many files have been looked at
     * @return for each sample what was found out; empty for one that can't be read
     * @throws java.util.concurrent.CancellationException if the progress was cancelled; what was read is kept
     */
    List<Optional<String>> look(Column column, List<Sample> samples, Look look, String task, Progress progress);

    /**
     * Concludes something from what was found out about files. It is kept, so that the same is not concluded again from the same.
     *
     * @param column that it is about
     * @param name what is concluded, with a version that changes whenever it is concluded otherwise
     * @param from a hash of all that it follows from
     * @param finding concludes it, as a text that tells no patient
     */
    String conclude(Column column, String name, String from, Supplier<String> finding);

    /**
     * Finds something out about files.
     *
     * @param name what is found out, with a version that changes whenever it is found out otherwise
     * @param finding finds it out
     */
    record Look(String name, Finding finding) {
    }

    /** Finds something out about what a value names. */
    @FunctionalInterface
    interface Finding {
        /**
         * A text of one line that stays the same while the file does, and tells no patient.
         *
         * @param root the folder that the value starts from
         * @param value what the sample's column holds
         * @param options the column's options
         * @throws IOException if nothing can be found out, now
         */
        String of(Path root, String value, Map<String, String> options) throws IOException;
    }
}
