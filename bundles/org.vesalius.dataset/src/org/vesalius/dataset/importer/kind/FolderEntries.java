// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vesalius.dataset.decode.ForeignFormat;

/** What lies in a folder, and what of it is never looked at. */
public final class FolderEntries {
    /** How the names of images end, in lower case. */
    public static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "jpe", "jfif", "png", "bmp", "gif", "tif", "tiff",
            "pgm", "ppm", "pnm");
    private static final Set<String> OF_SYSTEMS = Set.of("thumbs.db", "desktop.ini", "ehthumbs.db");

    private FolderEntries() {
    }

    /** The files and folders in a folder, in the order of their names. */
    public static List<Path> of(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted(Comparator.comparing(FolderEntries::name, new PathOrder())).toList();
        } catch (UncheckedIOException e) {
            // what fails while the folder is read on
            throw e.getCause();
        }
    }

    /**
     * The files in a folder that are images by their names, in the order of these; none of folders in it.
     *
     * @throws IOException if the folder can't be read
     */
    public static List<Path> images(Path folder) throws IOException {
        return of(folder).stream()
                .filter(entry -> reasonAgainst(entry).isEmpty() && reasonAgainstFile(entry).isEmpty()).toList();
    }

    /** Whether a file is an image by its name, and not hidden. */
    public static boolean isImage(Path file) {
        return reasonAgainst(file).isEmpty() && reasonAgainstFile(file).isEmpty();
    }

    /** The name of a file or folder. */
    public static String name(Path entry) {
        return entry.getFileName().toString();
    }

    /** Whether it is a folder and no link to one. */
    public static boolean isFolder(Path entry) {
        return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    }

    /** Why a file or folder is passed over, whatever else it is. */
    public static Optional<String> reasonAgainst(Path entry) {
        String name = name(entry).toLowerCase(Locale.ROOT);
        if (name.startsWith(".") || name.equals("__macosx")) {
            return Optional.of("is hidden");
        }
        if (OF_SYSTEMS.contains(name)) {
            return Optional.of("belongs to the system");
        }
        // it may lead out of the folder, or to an image that is found a second time
        return Files.isSymbolicLink(entry) ? Optional.of("is a link") : Optional.empty();
    }

    /** Why a file is no image to be read; empty if it may be one. */
    public static Optional<String> reasonAgainstFile(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("is no file");
        }
        String name = name(file);
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return EXTENSIONS.contains(extension) ? Optional.empty()
                : ForeignFormat.named(name).map(ForeignFormat::reason).or(() -> Optional.of("is no image by its name"));
    }
}
