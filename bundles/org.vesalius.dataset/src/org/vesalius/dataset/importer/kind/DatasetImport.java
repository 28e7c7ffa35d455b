// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.vesalius.core.progress.Progress;

/**
 * One import of certain files. It reads them and never changes them; {@link ImportRun} writes the data set.
 *
 * <p>Both methods look at {@link Progress#cancelled()} often enough to end within 200 ms and then throw a
 * {@link java.util.concurrent.CancellationException}.
 */
public interface DatasetImport {

    /** The files and folders that are read, absolute. */
    List<Path> sources();

    /**
     * What would come, told from the beginnings of the files; quick, and nothing is written.
     *
     * @throws org.vesalius.core.ReportedException if they can't be read like this
     */
    DatasetPreview preview(Progress progress);

    /**
     * Reads everything.
     *
     * @param folder where files of the data set's own can be written, and where the data set will be
     * @throws org.vesalius.core.ReportedException if they can't be read like this, or a file can't be written
     */
    ImportedData read(ImportFolder folder, Progress progress);

    /**
     * The ids of numbered samples: {@code s0001}, {@code s0002} … by their indexes from 0, all of one length.
     *
     * @param count how many samples there are
     */
    static IntFunction<String> ids(int count) {
        int digits = Math.max(4, String.valueOf(count).length());
        return index -> String.format(Locale.ROOT, "s%0" + digits + "d", index + 1);
    }
}
