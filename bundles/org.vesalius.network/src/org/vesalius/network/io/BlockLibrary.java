// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.io;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.layer.LayerCatalog;

/**
 * The blocks of a project: all {@code .block} files below its folder, as they were when they were listed. Links are not
 * followed; folders of runs, hidden folders and what lies very deep are left out.
 */
public final class BlockLibrary {
    /** Most files that are listed. */
    public static final int MOST_FILES = 1000;
    private static final int DEEPEST = 8;
    private static final String RUNS = "runs";

    private final List<BlockEntry> entries;

    private BlockLibrary(List<BlockEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Lists the blocks of a project. Files that can't be used are listed with the reason.
     *
     * @param project the folder of the project
     * @param catalog the layer types that may occur in blocks
     * @throws ReportedException if the folder can't be read
     */
    public static BlockLibrary of(Path project, LayerCatalog catalog) {
        BlockFiles files = new BlockFiles(catalog);
        Finder finder = new Finder();
        try {
            Files.walkFileTree(project, EnumSet.noneOf(FileVisitOption.class), DEEPEST, finder);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The blocks of the project can't be listed.", project,
                    "Check that the folder is there and that you may read it.", e);
        }
        finder.found.sort(Comparator.naturalOrder());
        return new BlockLibrary(finder.found.stream().map(file -> entry(file, files)).toList());
    }

    /** The blocks, by path. */
    public List<BlockEntry> entries() {
        return entries;
    }

    private static BlockEntry entry(Path file, BlockFiles files) {
        try {
            return new BlockEntry(file, Optional.of(files.load(file)), Optional.empty());
        } catch (ReportedException e) {
            return new BlockEntry(file, Optional.empty(), Optional.of(e.getMessage()));
        }
    }

    /** Collects the files. */
    private static final class Finder extends SimpleFileVisitor<Path> {
        private final List<Path> found = new ArrayList<>();

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
            boolean hidden = name.startsWith(".") && name.length() > 1 || name.equals(RUNS);
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && file.toString().endsWith("." + BlockFiles.EXTENSION)) {
                found.add(file);
            }
            return found.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
            if (Files.isDirectory(file)) {
                return FileVisitResult.CONTINUE;
            }
            throw problem;
        }
    }
}
