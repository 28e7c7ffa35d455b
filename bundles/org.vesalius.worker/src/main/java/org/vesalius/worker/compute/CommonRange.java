// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.compute;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.parallel.ParallelWork;
import org.vesalius.dataset.pixel.DepthRule;
import org.vesalius.dataset.pixel.StoredRange;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.PictureReader;

/**
 * What is black and white in images whose files don't say it: the same in all that are given, as an import of them into
 * a data set would find it.
 *
 * @param reader of the images
 * @param files the images
 */
record CommonRange(ColumnReader reader, List<Path> files) {

    DepthRule find() throws IOException {
        StoredRange[] ranges = new StoredRange[files.size()];
        new ParallelWork(ranges.length, i -> ranges[i] = range(files.get(i).toAbsolutePath().normalize()))
                .run("Decoding images", Progress.none());
        return new DepthRule(Arrays.asList(ranges));
    }

    private StoredRange range(Path file) throws IOException {
        Path root = file.getRoot();
        try {
            return new PictureReader(reader).range(root, root.relativize(file).toString(), Map.of());
        } catch (UnreadableImageException e) {
            // told when the images themselves are decoded
            return null;
        }
    }
}
