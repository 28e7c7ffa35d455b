// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.vesalius.core.io.LockFile;

/**
 * What is kept for speed and can be made again: decoded images, and what checks found in files. Native code that engines
 * unpack, and locks, lie beside it and are left alone.
 *
 * @param path the folder, which need not exist
 */
public record CacheFolder(Path path) {
    private static final String IMAGES = ".tensors";
    private static final String LOCK = ".lock";
    private static final String FOUND = "fingerprints";

    /** The path may not be null. */
    public CacheFolder {
        Objects.requireNonNull(path, "path");
    }

    /**
     * How many bytes there are.
     *
     * @throws IOException if the folder can't be read
     */
    public long bytes() throws IOException {
        long bytes = 0;
        for (Path file : files()) {
            bytes += size(file);
        }
        return bytes;
    }

    /**
     * Deletes what is not being made or, on systems that guard open files, read at this moment.
     *
     * @return how many bytes were freed
     * @throws IOException if the folder can't be read
     */
    public long clean() throws IOException {
        long freed = 0;
        for (Path file : files()) {
            long size = size(file);
            if (!isBeingMade(file) && deleted(file)) {
                freed += size;
            }
        }
        return freed;
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> images = Files.list(path); Stream<Path> found = found()) {
            return Stream.concat(images.filter(file -> file.getFileName().toString().endsWith(IMAGES)), found)
                    .filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Stream<Path> found() throws IOException {
        Path folder = path.resolve(FOUND);
        return Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty();
    }

    private static boolean isBeingMade(Path file) throws IOException {
        return LockFile.held(file.resolveSibling(file.getFileName() + LOCK));
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (FileSystemException e) {
            // somebody else has just removed it
            return 0;
        }
    }

    private static boolean deleted(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            // it is open, on Windows: whoever reads it needs it
            return false;
        }
    }
}
