// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Renames files and folders, which readers see as one step.
 *
 * <p>Windows refuses that while somebody has a file concerned open without sharing it, as virus scanners, indexers and
 * backups do for moments: error 5 comes as an {@link AccessDeniedException}, error 32 (sharing violation) as a plain
 * {@link FileSystemException}. Both are tried again for two and a half seconds, in pauses that double; any other failure
 * is reported at once.
 */
public final class PatientMove {
    private static final int MOST_TRIES = 9;
    private static final long FIRST_PAUSE_MILLIS = 10;

    private final Mover mover;
    private final Pause pause;

    /** One attempt. */
    @FunctionalInterface
    interface Mover {
        void move(Path source, Path target) throws IOException;
    }

    /** What is done between two attempts. */
    @FunctionalInterface
    interface Pause {
        void of(long milliseconds);
    }

    /** Moves of files, over others of that name too. */
    public static PatientMove ofFiles() {
        return new PatientMove(PatientMove::replace, PatientMove::rest);
    }

    /** Moves of folders to names that are free. */
    public static PatientMove ofFolders() {
        return new PatientMove(PatientMove::rename, PatientMove::rest);
    }

    PatientMove(Mover mover, Pause pause) {
        this.mover = Objects.requireNonNull(mover, "mover");
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    /**
     * Renames.
     *
     * @throws IOException what the last attempt threw
     */
    public void move(Path source, Path target) throws IOException {
        long milliseconds = FIRST_PAUSE_MILLIS;
        for (int attempt = 1; attempt < MOST_TRIES; attempt++) {
            try {
                mover.move(source, target);
                return;
            } catch (FileSystemException e) {
                if (!passing(e, target)) {
                    throw e;
                }
            }
            pause.of(milliseconds);
            milliseconds *= 2;
        }
        mover.move(source, target);
    }

    private static boolean passing(FileSystemException failure, Path target) {
        boolean held = failure instanceof AccessDeniedException || failure.getClass() == FileSystemException.class;
        return held && !Files.isDirectory(target);
    }

    private static void rename(Path source, Path target) throws IOException {
        Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void replace(Path source, Path target) throws IOException {
        try {
            rename(source, target);
        } catch (AtomicMoveNotSupportedException e) {
            // some network file systems: a plain replacement is the best they have
            Files.move(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void rest(long milliseconds) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }
}
