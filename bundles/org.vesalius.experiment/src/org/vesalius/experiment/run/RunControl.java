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
 * The command of the user in the {@code control} file of a run. The workbench or the command line writes it, the worker
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
     * Replaces the command.
     *
     * @throws IOException if the file can't be written; the command is then as before
     */
    public void send(RunCommand command) throws IOException {
        new AtomicFile(file).writeText(command.word() + "\n");
    }

    /**
     * The command as it stands; {@link RunCommand#RUN} when there is no file, or one that holds no command.
     *
     * @throws IOException if the file is there and can't be read
     */
    public RunCommand command() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String word = new String(in.readNBytes(LONGEST_WORD), StandardCharsets.UTF_8);
            return RunCommand.ofWord(word).orElse(RunCommand.RUN);
        } catch (NoSuchFileException e) {
            return RunCommand.RUN;
        }
    }
}
