// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file whose lock one process holds at a time. The operating system lets go of it when the process ends, however that
 * happens, and on most network file systems keeps it against other machines too.
 */
public final class LockFile implements Closeable {
    private final FileChannel channel;

    private LockFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock until {@link #close()}; creates the file if it isn't there.
     *
     * @return empty if somebody else has the lock
     * @throws IOException if the file can't be written
     */
    public static Optional<LockFile> tryTake(Path file) throws IOException {
        return locked(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE), false);
    }

    /**
     * Whether somebody else holds the lock. The question itself takes the lock for a moment, in which nobody can take
     * it; and a process that holds it must not ask, since POSIX lets a lock go with any channel that its process closes.
     *
     * @throws IOException if the file is there and can't be read
     */
    public static boolean held(Path file) throws IOException {
        try {
            Optional<LockFile> shared = locked(FileChannel.open(file, StandardOpenOption.READ), true);
            if (shared.isEmpty()) {
                return true;
            }
            shared.get().close();
            return false;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static Optional<LockFile> locked(FileChannel channel, boolean shared) throws IOException {
        FileLock lock = null;
        try {
            lock = channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException e) {
            // somebody else in this very process
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? Optional.empty() : Optional.of(new LockFile(channel));
    }
}
