// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * A number that the worker counts up every two seconds, in a file of its run folder. Who can't ask the worker's machine
 * for the process sees by the change that it lives. No time stands in it, since clocks of two machines differ.
 */
public final class Heartbeat {
    /** How often the worker counts up, in seconds. */
    public static final int SECONDS = 2;

    private static final String NAME = ".heartbeat";
    private static final int LONGEST = 64;

    private final Path file;
    private long count;

    /** @param folder the run */
    public Heartbeat(RunFolder folder) {
        file = folder.path().resolve(NAME);
    }

    /**
     * Counts up; for the worker.
     *
     * @throws IOException if the file can't be written
     */
    public void beat() throws IOException {
        // always as long as the number before, written in place: that works on a full disk too
        byte[] text = String.format(Locale.ROOT, "%019d%n", ++count).getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text), 0);
        }
    }

    /**
     * Removes the file: a run that has ended needs none.
     *
     * @throws IOException if it can't be removed
     */
    public void end() throws IOException {
        Files.deleteIfExists(file);
    }

    /** What stands in the file; empty if it can't be read. */
    String text() {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            // not there yet, or out of reach for a moment: no sign of life either way
            return "";
        }
    }
}
