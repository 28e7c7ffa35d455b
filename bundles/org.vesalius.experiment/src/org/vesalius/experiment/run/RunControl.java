// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.vesalius.core.io.AtomicFile;

/**
 * The wish of the user in the {@code control} file of a run. The workbench or the command line writes it, the worker
 * reads it at every batch.
 */
public final class RunControl {
    private static final int LONGEST_WORD = 64;

    private final Path file;

    /** @param folder the run */
    public RunControl(RunFolder folder) {
        file = folder.control();
    }

    /**
     * Replaces the wish.
     *
     * @throws IOException if the file can't be written; the wish is then as before
     */
    public void wish(Wish wish) throws IOException {
        new AtomicFile(file).writeText(wish.word() + "\n");
    }

    /**
     * The wish as it stands; {@link Wish#RUN} when there is no file, or one that holds no wish.
     *
     * @throws IOException if the file is there and can't be read
     */
    public Wish wish() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String word = new String(in.readNBytes(LONGEST_WORD), StandardCharsets.UTF_8);
            return Wish.ofWord(word).orElse(Wish.RUN);
        } catch (NoSuchFileException e) {
            return Wish.RUN;
        }
    }
}
