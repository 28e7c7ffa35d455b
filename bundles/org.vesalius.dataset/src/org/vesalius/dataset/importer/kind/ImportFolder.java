// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.StagedFolder;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.io.DatasetFiles;

/**
 * The folder that an import makes a data set in. All is written aside first and takes its place by one rename when it is
 * complete. A folder that is there already, such as that of the images themselves, gets the files one by one,
 * {@code dataset.json} last.
 */
public final class ImportFolder implements Closeable {
    private final StagedFolder folder;

    ImportFolder(Path path) {
        folder = new StagedFolder(path, "import");
    }

    /** Where the data set will be, absolute. */
    public Path path() {
        return folder.path();
    }

    /**
     * Where to write a file of the data set's own now; the folders above it are made.
     *
     * @param relative where it will be below {@link #path()}, with forward slashes; never out of it
     * @throws ReportedException if nothing can be written here, or another import goes on here
     */
    public Path file(String relative) {
        try {
            return folder.file(relative);
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
        return new ReportedException(ErrorKind.ENVIRONMENT, "The data set can't be written.", path(),
                "Check that the folder may be written and that the disk has space left.", cause);
    }

    /** The data set as it can be read while its own files are not in their place yet. */
    Dataset readable(Dataset dataset) {
        if (!folder.staged() || !dataset.root().startsWith(path())) {
            return dataset;
        }
        Path aside = folder.staging().resolve(path().relativize(dataset.root()));
        return Files.exists(dataset.root()) && !isOfFilesIn(aside, dataset) ? dataset
                : new Dataset(dataset.folder(), dataset.name(), aside, dataset.columns(), dataset.samples());
    }

    /** Whether samples are read from files there, rather than from those that were in the folder before. */
    private boolean isOfFilesIn(Path aside, Dataset dataset) {
        if (!Files.isDirectory(aside)) {
            return false;
        }
        List<Column> read = dataset.columns().stream().filter(column -> column.type().read()).toList();
        try (Stream<Path> entries = Files.list(aside)) {
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
            boolean there = Files.exists(path());
            folder.stage();
            if (!there) {
                // may take its time, in which the import may be given up
                new DatasetFiles().saveAside(dataset, folder.staging());
                folder.place();
            } else {
                placeInto(dataset);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void placeInto(Dataset dataset) throws IOException {
        synchronized (folder) {
            folder.stage();
            moveInto(dataset);
        }
    }

    private void moveInto(Dataset dataset) throws IOException {
        List<Path> moved = new ArrayList<>();
        boolean saved = false;
        try {
            for (Path file : staged()) {
                Path target = path().resolve(file.getFileName());
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
                Files.move(target, folder.staging().resolve(target.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private List<Path> staged() throws IOException {
        try (Stream<Path> entries = Files.list(folder.staging())) {
            return entries.sorted().toList();
        }
    }

    /** Deletes what was not put in its place. */
    @Override
    public void close() {
        folder.close();
    }
}
