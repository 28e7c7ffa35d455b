// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/**
 * A folder that appears complete or not at all: files are written to a hidden folder beside it (inside it, where it is
 * there already), which takes its place by one rename. What a killed process left there is cleared by the next one.
 */
public final class StagedFolder implements Closeable {
    private static final int TRIES = 20;
    private static final long PAUSE_NANOS = 10_000_000;

    private final Path path;
    private final Path staging;
    private final String work;
    private Optional<LockFile> lock = Optional.empty();
    private boolean closed;

    /**
     * Nothing is written yet.
     *
     * @param path where the folder will be
     * @param work what is done, as one word of a file's name, such as {@code import}
     */
    public StagedFolder(Path path, String work) {
        this.path = path.toAbsolutePath().normalize();
        this.work = Objects.requireNonNull(work, "work");
        // a name of its own length, since that of the folder may be as long as a name can be
        String key = UUID.nameUUIDFromBytes(this.path.getFileName().toString().getBytes(StandardCharsets.UTF_8)).toString();
        String name = ".vesalius-" + work + "-" + key;
        staging = Files.isDirectory(this.path) ? this.path.resolve(name) : this.path.resolveSibling(name);
    }

    /** Where the folder will be, absolute. */
    public Path path() {
        return path;
    }

    /** The hidden folder; it is there once {@link #stage} was called. */
    public Path staging() {
        return staging;
    }

    /** Whether the hidden folder was made. */
    public synchronized boolean staged() {
        return lock.isPresent();
    }

    /**
     * Where to write a file now; the folders above it are made.
     *
     * @param relative where it will be below {@link #path()}, with forward slashes; never out of it
     * @throws ReportedException if the same work goes on here already
     * @throws IOException if nothing can be written here
     */
    public synchronized Path file(String relative) throws IOException {
        Path file = staging.resolve(relative).normalize();
        if (!file.startsWith(staging) || file.equals(staging)) {
            throw new IllegalArgumentException("a file leads out of its folder");
        }
        stage();
        Files.createDirectories(file.getParent());
        return file;
    }

    /**
     * Makes the hidden folder, if that wasn't done yet.
     *
     * @throws ReportedException if the same work goes on here already
     * @throws CancellationException if it was closed
     * @throws IOException if it can't be made
     */
    public synchronized void stage() throws IOException {
        if (closed) {
            throw new CancellationException("the " + work + " was given up");
        }
        if (lock.isPresent()) {
            return;
        }
        Files.createDirectories(staging.getParent());
        lock = LockFile.tryTake(lockFile());
        if (lock.isEmpty()) {
            throw new ReportedException(ErrorKind.BUSY, "Another " + work + " into this folder goes on.", path,
                    "Wait for its end, or name another folder.");
        }
        clear();
        Files.createDirectory(staging);
    }

    /**
     * Puts all in its place.
     *
     * @throws IOException if that fails; nothing is in its place then
     */
    public synchronized void place() throws IOException {
        stage();
        Files.move(staging, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path lockFile() {
        return staging.resolveSibling(staging.getFileName() + ".lock");
    }

    /** Deletes what was not put in its place. */
    @Override
    public synchronized void close() {
        closed = true;
        if (lock.isEmpty()) {
            return;
        }
        try {
            clearAgain();
            Files.deleteIfExists(lockFile());
            lock.get().close();
        } catch (IOException e) {
            // what is left is hidden, and the next one clears it
        }
        lock = Optional.empty();
    }

    /** Whoever was given up while writing may begin a file more. */
    private void clearAgain() throws IOException {
        for (int left = TRIES; left > 0; left--) {
            try {
                clear();
                return;
            } catch (IOException e) {
                if (left == 1) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void clear() throws IOException {
        if (!Files.isDirectory(staging, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(staging);
            return;
        }
        List<Path> entries;
        try (Stream<Path> all = Files.walk(staging)) {
            entries = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : entries) {
            Files.delete(entry);
        }
    }
}
