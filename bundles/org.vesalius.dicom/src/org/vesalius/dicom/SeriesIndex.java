// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vesalius.dataset.reader.FileStamp;

/**
 * Which files are of which series, as far as they were opened: of a folder with many series each file is opened once and not for
 * every series again. Nothing else is kept, and a file that was written since counts as never opened.
 */
final class SeriesIndex {
    private static final int MOST = 1 << 19;

    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /**
     * What is known of a file.
     *
     * @param stamp of the file when it was opened
     * @param series its unique identifier; empty if it is no slice of a series
     */
    private record Known(FileStamp stamp, String series) {
    }

    /** Whether a file is known not to be of a series. */
    boolean excludes(Path file, FileStamp stamp, String series) {
        Known found = known.get(file);
        return found != null && found.stamp().equals(stamp) && !found.series().equals(series);
    }

    /**
     * Keeps what a file is of.
     *
     * @param stamp taken before it was opened
     */
    void keep(Path file, FileStamp stamp, String series) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(file, new Known(stamp, series));
    }
}
