// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.vesalius.experiment.run.ImageList;

/** The files of a question to a worker and of its answer, in a folder of their own that only this user may enter. */
final class Exchange implements AutoCloseable {

    private final Path folder;

    private Exchange(Path folder) {
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    /**
     * A new exchange.
     *
     * @throws IOException when the folder for temporary files can't be written
     */
    static Exchange about(String verb) throws IOException {
        return new Exchange(Files.createTempDirectory("vesalius-" + verb));
    }

    /** Where the worker leaves its answer. */
    Path result() {
        return folder.resolve("result.json");
    }

    /** Writes a list of images and tells its file. */
    Path images(List<Path> images) throws IOException {
        Path file = folder.resolve("images.json");
        new ImageList(file).write(images);
        return file;
    }

    /** Removes the files, half an answer of a worker that died included. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
