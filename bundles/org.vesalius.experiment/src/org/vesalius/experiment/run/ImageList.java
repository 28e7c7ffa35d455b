// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A file that names images for a worker: a JSON array of texts in UTF-8. Arguments of a process would show the names,
 * which may tell patients, to all users of the machine, and have room for some thousands only.
 */
public final class ImageList {
    private static final long MOST_BYTES = 256L << 20;

    private final Path file;

    /** @param file the file; its folder must be closed to other users */
    public ImageList(Path file) {
        this.file = Objects.requireNonNull(file, "file");
    }

    /**
     * Writes the list to a new file.
     *
     * @throws IOException if the file exists or can't be written
     */
    public void write(List<Path> images) throws IOException {
        List<String> names = images.stream().map(Path::toString).toList();
        Files.writeString(file, new Gson().toJson(names), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
    }

    /**
     * The images as they were written.
     *
     * @throws IOException if the file can't be read, or is no such list
     */
    public List<String> read() throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("the list of images is larger than " + (MOST_BYTES >> 20) + " MiB");
        }
        try {
            String[] names = new Gson().fromJson(Files.readString(file), String[].class);
            if (names == null || Arrays.asList(names).contains(null)) {
                throw new IOException("the list of images is incomplete");
            }
            return List.of(names);
        } catch (JsonParseException e) {
            throw new IOException("the list of images is no JSON array of texts", e);
        }
    }
}
