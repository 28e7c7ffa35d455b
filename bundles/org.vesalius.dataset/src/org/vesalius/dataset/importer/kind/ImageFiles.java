// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.progress.Progress;
import org.vesalius.core.ReportedException;

/**
 * The images in a folder, at any depth, by their names. Links are not followed, so that none leads out of the folder or
 * round in it.
 *
 * @param paths relative to the folder, with forward slashes, in their order
 * @param others files that are none, with the reasons
 */
public record ImageFiles(List<String> paths, List<PassedOver> others) {
    private static final String NO_IMAGE = "is no image by its name";
    private static final int MAX_DEPTH = 16;
    private static final int MAX_FILES = 5_000_000;

    /** Copies the lists. */
    public ImageFiles {
        paths = List.copyOf(paths);
        others = List.copyOf(others);
    }

    /**
     * Looks through a folder.
     *
     * @throws ReportedException if it can't be read, or holds too many files
     * @throws CancellationException if the progress was cancelled
     */
    public static ImageFiles in(Path folder, Progress progress) {
        List<String> paths = new ArrayList<>();
        List<PassedOver> others = new ArrayList<>();
        try {
            Files.walkFileTree(folder, Set.of(), MAX_DEPTH, new Visitor(folder, paths, others, progress));
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The folder can't be read.", folder,
                    "Check that it exists, and that it and the folders in it may be read.", e);
        }
        paths.sort(new PathOrder());
        others.sort(Comparator.comparing(PassedOver::path, new PathOrder()));
        return new ImageFiles(paths, others);
    }

    /** The other files whose names end like this and that are neither hidden nor links, in their order. */
    public List<String> named(String end) {
        return others.stream().filter(other -> other.reason().equals(NO_IMAGE)).map(PassedOver::path)
                .filter(path -> path.toLowerCase(Locale.ROOT).endsWith(end)).toList();
    }

    /**
     * Whether the folders of a name, such as one that an annotation or a table tells, don't contradict those of a file: the name has
     * none, or one of the two ends with all of the other's.
     *
     * @param called what the file is called, with forward slashes
     * @param path of the file below the folder that was looked through, with forward slashes
     */
    public static boolean foldersFit(String called, String path) {
        String told = folders(called.startsWith("./") ? called.substring(2) : called);
        String found = folders(path);
        return told.equals("/") || told.endsWith(found) || found.endsWith(told);
    }

    private static String folders(String path) {
        String folders = path.substring(0, path.lastIndexOf('/') + 1);
        return folders.startsWith("/") ? folders : "/" + folders;
    }

    /** Sorts files into images and others. */
    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final List<String> paths;
        private final List<PassedOver> others;
        private final Progress progress;

        Visitor(Path folder, List<String> paths, List<PassedOver> others, Progress progress) {
            this.folder = folder;
            this.paths = paths;
            this.others = others;
            this.progress = progress;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path entry, BasicFileAttributes attributes) {
            Optional<String> reason = entry.equals(folder) ? Optional.empty() : FolderEntries.reasonAgainst(entry);
            reason.ifPresent(because -> others.add(new PassedOver(slashed(entry), because)));
            return reason.isPresent() ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (progress.cancelled()) {
                throw new CancellationException("cancelled by the user");
            }
            if (paths.size() + others.size() >= MAX_FILES) {
                throw new ReportedException(ErrorKind.INVALID_INPUT, "There are more than " + MAX_FILES + " files in it.",
                        folder, "Import it in several steps.");
            }
            Optional<String> reason = attributes.isDirectory()
                    ? Optional.of("lies more than " + MAX_DEPTH + " folders deep")
                    : FolderEntries.reasonAgainst(file).or(() -> FolderEntries.reasonAgainstFile(file));
            reason.ifPresentOrElse(because -> others.add(new PassedOver(slashed(file), because)),
                    () -> paths.add(slashed(file)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(folder)) {
                throw failure;
            }
            others.add(new PassedOver(slashed(file), "can't be opened: its permissions forbid it"));
            return FileVisitResult.CONTINUE;
        }

        private String slashed(Path file) {
            return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        }
    }

    /** Without the paths, which may tell who patients are. */
    @Override
    public String toString() {
        return "ImageFiles[" + paths.size() + "]";
    }
}
