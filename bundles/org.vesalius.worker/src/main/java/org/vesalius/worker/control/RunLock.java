// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.control;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.run.RunFolder;

/** Keeps a second worker away from a run folder. The operating system lets go of it when the process ends. */
public final class RunLock implements Closeable {
    private static final String NAME = ".lock";

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws ReportedException if another worker has it, or the folder can't be written
     */
    public static RunLock take(RunFolder folder) {
        Path file = folder.path().resolve(NAME);
        try {
            Optional<FileChannel> locked = tryLock(file);
            if (locked.isPresent()) {
                return new RunLock(locked.get());
            }
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The run folder can't be written.", folder.path(),
                    "Check the permissions of the folder and the space on its disk.", e);
        }
        throw new ReportedException(ErrorKind.BUSY, "Another worker is at work on this run.", folder.path(),
                "Wait for its end, or stop it first.");
    }

    /** Opens a file that holds a lock while it is open; empty if somebody else has the lock. */
    static Optional<FileChannel> tryLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // somebody else in this very process
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return locked ? Optional.of(channel) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
