// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
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
import org.vesalius.core.io.LockFile;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.io.DatasetFiles;

/**
 * The folder that an import makes a data set in. All is written to a hidden folder beside it, which takes its place by one
 * rename when it is complete; what a killed import left there is cleared by the next one. A folder that is there already,
 * such as that of the images themselves, gets the files one by one, {@code dataset.json} last.
 */
public final class ImportFolder implements Closeable {
    private static final int TRIES = 20;
    private static final long PAUSE_NANOS = 10_000_000;

    private final Path path;
    private final Path staging;
    private Optional<LockFile> lock = Optional.empty();
    private boolean closed;

    ImportFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
        // a name of its own length, since that of the folder may be as long as a name can be
        String key = UUID.nameUUIDFromBytes(this.path.getFileName().toString().getBytes(StandardCharsets.UTF_8)).toString();
        String name = ".vesalius-import-" + key;
        staging = Files.isDirectory(this.path) ? this.path.resolve(name) : this.path.resolveSibling(name);
    }

    /** Where the data set will be, absolute. */
    public Path path() {
        return path;
    }

    /**
     * Where to write a file of the data set's own now; the folders above it are made.
     *
     * @param relative where it will be below {@link #path()}, with forward slashes; never out of it
     * @throws ReportedException if nothing can be written here, or another import goes on here
     */
    public synchronized Path file(String relative) {
        Path file = staging.resolve(relative).normalize();
        if (!file.startsWith(staging) || file.equals(staging)) {
            throw new IllegalArgumentException("a file leads out of the data set");
        }
        try {
            stage();
            Files.createDirectories(file.getParent());
            return file;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** The folder that holds a file of the data set's own now. */
    public Path folderOf(String relative) {
        return Objects.requireNonNull(file(relative).getParent());
    }

    /** The failure to write a file of the data set's own, fit to be shown. */
    public ReportedException unwritable(IOException cause) {
        return new ReportedException(ErrorKind.ENVIRONMENT, "The data set can't be written.", path,
                "Check that the folder may be written and that the disk has space left.", cause);
    }

    /** The data set as it can be read while its own files are not in their place yet. */
    Dataset readable(Dataset dataset) {
        if (lock.isEmpty() || !dataset.root().startsWith(path)) {
            return dataset;
        }
        Path aside = staging.resolve(path.relativize(dataset.root()));
        return Files.exists(dataset.root()) && !isOfFilesIn(aside, dataset) ? dataset
                : new Dataset(dataset.folder(), dataset.name(), aside, dataset.columns(), dataset.samples());
    }

    /** Whether samples are read from files there, rather than from those that were in the folder before. */
    private boolean isOfFilesIn(Path folder, Dataset dataset) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        List<Column> read = dataset.columns().stream().filter(column -> column.type().read()).toList();
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> names = entries.map(entry -> entry.getFileName().toString()).toList();
            return dataset.samples().stream().anyMatch(sample -> read.stream().map(sample::value)
                    .anyMatch(value -> names.stream().anyMatch(value::startsWith)));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Saves the data set and puts all in its place, or leaves all as it was. */
    void commit(Dataset dataset) {
        try {
            boolean there = Files.exists(path);
            begin();
            if (!there) {
                // may take its time, in which the import may be given up
                new DatasetFiles().saveAside(dataset, staging);
            }
            place(dataset, there);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private synchronized void begin() throws IOException {
        stage();
    }

    private synchronized void place(Dataset dataset, boolean there) throws IOException {
        stage();
        if (there) {
            moveInto(dataset);
        } else {
            Files.move(staging, path, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void moveInto(Dataset dataset) throws IOException {
        List<Path> moved = new ArrayList<>();
        boolean saved = false;
        try {
            for (Path file : staged()) {
                Path target = path.resolve(file.getFileName());
                if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                    throw new ReportedException(ErrorKind.INVALID_INPUT,
                            "The data set needs a file here, and there is one.", target,
                            "Import into another folder, or move what is there.");
                }
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
                moved.add(target);
            }
            new DatasetFiles().save(dataset);
            saved = true;
        } finally {
            for (Path target : saved ? List.<Path>of() : moved) {
                Files.move(target, staging.resolve(target.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private List<Path> staged() throws IOException {
        try (Stream<Path> entries = Files.list(staging)) {
            return entries.sorted().toList();
        }
    }

    private void stage() throws IOException {
        if (closed) {
            throw new CancellationException("the import was given up");
        }
        if (lock.isPresent()) {
            return;
        }
        Files.createDirectories(staging.getParent());
        lock = LockFile.tryTake(lockFile());
        if (lock.isEmpty()) {
            throw new ReportedException(ErrorKind.BUSY, "Another import into this folder goes on.", path,
                    "Wait for its end, or import into another folder.");
        }
        clear();
        Files.createDirectory(staging);
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
            // what is left is hidden, and the next import clears it
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
