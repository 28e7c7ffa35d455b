// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Folders whose content is on disk for certain, not just in the memory of the operating system. */
final class ForcedTree {
    private ForcedTree() {
    }

    /** Forces all files below a folder to disk. */
    static void force(Path folder) throws IOException {
        for (Path file : regularFiles(folder)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }

    /** Makes a second folder with the same files, by links where the file system has them. */
    static void link(Path source, Path target) throws IOException {
        for (Path file : regularFiles(source)) {
            Path copy = target.resolve(source.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            linkOrCopy(file, copy);
        }
    }

    private static void linkOrCopy(Path file, Path copy) throws IOException {
        try {
            Files.createLink(copy, file);
        } catch (UnsupportedOperationException | IOException e) {
            // not every file system has links; if the reason was another one, copying fails too and says so
            Files.copy(file, copy);
        }
    }

    static List<Path> regularFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
