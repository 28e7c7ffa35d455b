// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.ProjectFolder;
import org.vesalius.network.Block;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.layer.LayerCatalog;

/**
 * Finds the blocks of a project by paths relative to the file that refers to them. No path leads out of the project,
 * links in the file system included. Each file is read once; {@link #current} sees changes. Not for use by several
 * threads.
 */
public final class ProjectBlocks implements BlockSource {
    private static final int MOST_FILES = 1000;

    private final BlockFiles files;
    private final Path project;
    private final Path folder;
    private final Map<Path, Read> read;

    private ProjectBlocks(BlockFiles files, Path project, Path folder, Map<Path, Read> read) {
        this.files = files;
        this.project = project;
        this.folder = folder;
        this.read = read;
    }

    /**
     * The blocks that a file can refer to: those below the folder of its project, which is the nearest folder above
     * that holds a {@code .project}, or its own folder if there is none.
     *
     * @param file a network or block; it need not exist yet
     * @param catalog the layer types that may occur in blocks
     */
    public static ProjectBlocks of(Path file, LayerCatalog catalog) {
        Path folder = real(file.toAbsolutePath().normalize().resolveSibling(""));
        return new ProjectBlocks(new BlockFiles(catalog), ProjectFolder.of(folder).path(), folder, new HashMap<>());
    }

    /** The blocks as they are now: those whose files look as they did are the same objects, the others are read again. */
    public ProjectBlocks current() {
        Map<Path, Read> still = new HashMap<>();
        read.forEach((file, known) -> {
            if (known.stamp().isPresent() && known.stamp().equals(stamp(file))) {
                still.put(file, known);
            }
        });
        return new ProjectBlocks(files, project, folder, still);
    }

    @Override
    public BlockSource.Found find(String path) {
        Path file = resolve(path);
        Read known = read.get(file);
        if (known == null) {
            if (read.size() >= MOST_FILES) {
                throw refused("More than " + MOST_FILES + " blocks refer to each other.", file,
                        "Put blocks that always go together into one file.");
            }
            // a file that changes while it is read looks different the next time
            Optional<Stamp> stamp = stamp(file);
            known = new Read(files.load(file), stamp);
            read.put(file, known);
        }
        return new BlockSource.Found(known.block(), file, new ProjectBlocks(files, project, file.resolveSibling(""), read));
    }

    /** A block, and how its file looked when it was read. */
    private record Read(Block block, Optional<Stamp> stamp) {
    }

    /** What tells one state of a file from another without reading it. */
    private record Stamp(long size, FileTime modified, Object key) {
    }

    private static Optional<Stamp> stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey()));
        } catch (IOException e) {
            // whoever reads it says why it can't be read
            return Optional.empty();
        }
    }

    private Path resolve(String path) {
        if (path.isBlank()) {
            throw refused("No file is given.", "Choose a ." + BlockFiles.EXTENSION + " file of the project.");
        }
        if (!path.endsWith("." + BlockFiles.EXTENSION) || path.indexOf('\\') >= 0) {
            throw refused("'" + path + "' is no path of a ." + BlockFiles.EXTENSION + " file.",
                    "Choose a ." + BlockFiles.EXTENSION + " file of the project; folders are divided by /.");
        }
        try {
            return inProject(path, folder.resolve(path).normalize());
        } catch (InvalidPathException e) {
            throw refused("'" + path + "' is no path.", "Choose a file of the project.");
        }
    }

    private Path inProject(String path, Path file) {
        if (Path.of(path).isAbsolute() || !file.startsWith(project)) {
            throw outside(path);
        }
        if (!Files.isRegularFile(file)) {
            throw refused("There is no file '" + path + "'.", file, "Check the path, or take the block out.");
        }
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(project)) {
                throw outside(path);
            }
            return real;
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The file '" + path + "' can't be read.", file,
                    "Check that you may read it.", e);
        }
    }

    private static ReportedException outside(String path) {
        return refused("'" + path + "' leads out of the project.",
                "Copy the block into the project and refer to it there.");
    }

    private static ReportedException refused(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, remedy);
    }

    private static ReportedException refused(String message, Path where, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, where, remedy);
    }

    /** The folder as the file system knows it; a folder that is not there yet has no links to follow. */
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder;
        }
    }
}
