// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.io;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Sample;

/**
 * Which of several folders a data set's images are in: the first that holds one of them, else the first that is there,
 * else the first. A folder of the right name may be there by chance, since a relative path leads to other places after a
 * move.
 */
record RootChoice(List<Column> columns, List<Sample> samples) {
    /** Enough to find one that is there, few enough for a slow disk. */
    private static final int LOOKED_FOR = 20;

    /** The folder; there must be at least one candidate. */
    Path among(List<Path> candidates) {
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        Optional<Path> holding = candidates.stream().filter(this::holdsAnImage).findFirst();
        return holding.or(() -> candidates.stream().filter(Files::isDirectory).findFirst()).orElse(candidates.get(0));
    }

    private boolean holdsAnImage(Path root) {
        return Files.isDirectory(root) && columns.stream().filter(column -> column.type().read())
                .anyMatch(column -> samples.stream().filter(this::whole).map(sample -> sample.value(column))
                        .filter(value -> !value.isEmpty()).limit(LOOKED_FOR).anyMatch(value -> isFile(root, value)));
    }

    private boolean whole(Sample sample) {
        return columns.stream().noneMatch(
                column -> column.role() == ColumnRole.DEFECT && !sample.value(column).isEmpty());
    }

    private static boolean isFile(Path root, String value) {
        try {
            return Files.isRegularFile(root.resolve(value));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
