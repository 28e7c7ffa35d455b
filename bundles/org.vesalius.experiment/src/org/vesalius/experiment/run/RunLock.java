// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.LockFile;

/**
 * Keeps a second worker away from a run folder; held by the worker while it lives, and for moments by whoever decides
 * what becomes of a run without a worker. The operating system lets go of it when the process ends.
 */
public final class RunLock implements Closeable {
    private static final String NAME = ".lock";
    // somebody who only asks whether it is held has it for a moment
    private static final int MOST_TRIES = 50;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final LockFile lock;

    private RunLock(LockFile lock) {
        this.lock = lock;
    }

    /**
     * Takes the lock; waits a second for it at most.
     *
     * @throws ReportedException if another worker has it, or the folder can't be written
     */
    public static RunLock take(RunFolder folder) {
        Path file = folder.path().resolve(NAME);
        try {
            for (int i = 0; i < MOST_TRIES; i++) {
                Optional<LockFile> taken = LockFile.tryTake(file);
                if (taken.isPresent()) {
                    return new RunLock(taken.get());
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The run folder can't be written.", folder.path(),
                    "Check the permissions of the folder and the space on its disk.", e);
        }
        throw new ReportedException(ErrorKind.BUSY, "Another worker is at work on this run.", folder.path(),
                "Wait for its end, or stop it first.");
    }

    /** Whether another process holds the lock; false where that can't be told. */
    static boolean held(RunFolder folder) {
        try {
            return LockFile.held(folder.path().resolve(NAME));
        } catch (IOException e) {
            // a file system without locks, or a folder that is gone: other signs have to do
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
