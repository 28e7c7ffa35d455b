// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.importer.kind.PassedOver;

/**
 * The files in a folder and all folders in it, in the order of their paths. Links in it are not followed.
 *
 * @param files absolute
 * @param passedOver what was not looked at: links, hidden files, and what lies too deep
 */
public record FilesBelow(List<Path> files, List<PassedOver> passedOver) {
    private static final int DEEPEST = 32;
    private static final int MOST_FILES = 1_000_000;

    /** Copies the lists. */
    public FilesBelow {
        files = List.copyOf(files);
        passedOver = List.copyOf(passedOver);
    }

    /**
     * Finds the files.
     *
     * @throws ReportedException if the folder can't be read, or holds more than a million files
     * @throws CancellationException if the progress was cancelled
     */
    public static FilesBelow of(Path folder, Progress progress) {
        List<Path> files = new ArrayList<>();
        List<PassedOver> passedOver = new ArrayList<>();
        try {
            // the folder itself may be given as a link
            Path real = folder.toRealPath();
            try (Stream<Path> all = Files.walk(real, DEEPEST)) {
                look(folder, all.map(path -> folder.resolve(real.relativize(path))), files, passedOver, progress);
            }
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(folder, e);
        }
        return new FilesBelow(files, passedOver);
    }

    private static void look(Path folder, Stream<Path> all, List<Path> files, List<PassedOver> passedOver, Progress progress) {
        for (Path path : (Iterable<Path>) all.filter(path -> !path.equals(folder) || !Files.isDirectory(path)).sorted()::iterator) {
            if (progress.cancelled()) {
                throw new CancellationException("cancelled by the user");
            }
            Optional<String> reason = reasonAgainst(folder, path);
            if (reason.isPresent()) {
                passedOver.add(new PassedOver(name(folder, path), reason.get()));
            } else if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                files.add(path);
            }
            refuseTooMany(files.size(), folder);
        }
    }

    /** The path of a file relative to a folder around it, with forward slashes. */
    public static String name(Path folder, Path path) {
        return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /** The failure to read a folder, fit to be shown. */
    public static ReportedException unreadable(Path folder, Exception cause) {
        return new ReportedException(ErrorKind.ENVIRONMENT, "The folder can't be read.", folder,
                "Check that it is there and may be read.", cause);
    }

    private static void refuseTooMany(int count, Path folder) {
        if (count > MOST_FILES) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There are more than " + MOST_FILES + " files in it.", folder,
                    "Take the folders in it one by one.");
        }
    }

    private static Optional<String> reasonAgainst(Path folder, Path path) {
        if (Files.isSymbolicLink(path) && !path.equals(folder)) {
            return Optional.of("is a link");
        }
        boolean file = !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        if (!file && path.getNameCount() - folder.getNameCount() == DEEPEST) {
            return Optional.of("lies more than " + (DEEPEST - 1) + " folders deep");
        }
        boolean hidden = Stream.of(name(folder, path).split("/")).anyMatch(part -> part.startsWith("."));
        return !file ? Optional.empty() : hidden ? Optional.of("is hidden")
                : Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? Optional.empty() : Optional.of("is no file");
    }

    /** Without the paths, which may tell who patients are. */
    @Override
    public String toString() {
        return "FilesBelow[" + files.size() + "]";
    }
}
