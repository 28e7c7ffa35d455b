// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Part;

/**
 * Finds the pictures in a folder laid out as {@code <category>/…} or {@code <part>/<category>/…}. Hidden files are
 * passed over; files that are no pictures by their name are counted.
 */
final class FolderScan {
    private static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "jpe", "png", "bmp", "gif", "tif", "tiff",
            "pgm", "ppm", "pnm");
    private static final Map<String, Part> PART_NAMES = Map.of("train", Part.TRAIN, "training", Part.TRAIN,
            "val", Part.VALIDATION, "valid", Part.VALIDATION, "validation", Part.VALIDATION,
            "test", Part.TEST, "testing", Part.TEST);
    private static final int MAX_DEPTH = 16;
    private static final int MAX_IMAGES = 5_000_000;

    private final Path root;
    private final List<FoundImage> images = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<Path> emptyCategories = new ArrayList<>();

    FolderScan(Path root) {
        this.root = root;
    }

    /** The pictures in the order of their paths. */
    List<FoundImage> images() {
        return List.copyOf(images);
    }

    /** The paths of the files that are no pictures by their name. */
    List<String> ignored() {
        return List.copyOf(ignored);
    }

    /**
     * Looks through the folder.
     *
     * @return this
     * @throws ReportedException if the folder is missing or its layout can't be understood, or a category has no picture
     */
    FolderScan run() {
        try {
            List<Path> folders = subfolders(root);
            if (folders.isEmpty()) {
                throw invalid("There are no folders in it.",
                        "Put the pictures of each category into a folder named after it.", root);
            }
            long parts = folders.stream().filter(folder -> part(folder).isPresent()).count();
            if (parts == 0) {
                scanCategories(folders, Optional.empty());
            } else {
                scanParts(folders);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The folder can't be read.", root,
                    "Check that it exists, and that it and the folders in it may be read.", e);
        }
        requireNoEmptyCategory();
        return this;
    }

    private void scanParts(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            Part part = part(folder).orElseThrow(() -> invalid(
                    "'" + folder.getFileName() + "' stands beside train and test folders, but is none.",
                    "Move it elsewhere, or move the train and test folders into a folder of their own.", folder));
            scanCategories(subfolders(folder), Optional.of(part));
        }
    }

    private void scanCategories(List<Path> folders, Optional<Part> part) throws IOException {
        for (Path folder : folders) {
            int before = images.size();
            scanFiles(folder, part);
            if (images.size() == before) {
                emptyCategories.add(folder);
            }
        }
    }

    private void scanFiles(Path folder, Optional<Part> part) throws IOException {
        String category = folder.getFileName().toString();
        try (Stream<Path> files = Files.walk(folder, MAX_DEPTH)) {
            for (Path file : (Iterable<Path>) files.filter(this::isVisibleFile).sorted()::iterator) {
                String path = slashed(file);
                if (isPicture(file, path)) {
                    images.add(new FoundImage(path, category, part));
                } else {
                    ignored.add(path);
                }
                requireFewEnough();
            }
        }
    }

    private void requireFewEnough() {
        if (images.size() > MAX_IMAGES) {
            throw invalid("There are more than " + MAX_IMAGES + " pictures in it.", "Import it in several steps.",
                    root);
        }
    }

    private void requireNoEmptyCategory() {
        if (!emptyCategories.isEmpty()) {
            throw invalid("There is no picture in this category's folder.",
                    "Put its pictures there, or delete the folder. Pictures end in "
                            + String.join(", ", EXTENSIONS.stream().sorted().toList()) + ".", emptyCategories.get(0));
        }
    }

    private boolean isVisibleFile(Path file) {
        return !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) && !slashed(file).contains("/.");
    }

    /** A link is none: it may lead out of the folder, or to a picture that is found a second time. */
    private static boolean isPicture(Path file, String path) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && EXTENSIONS.contains(extension(path));
    }

    private String slashed(Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Optional<Part> part(Path folder) {
        return Optional.ofNullable(PART_NAMES.get(folder.getFileName().toString().toLowerCase(Locale.ROOT)));
    }

    private static List<Path> subfolders(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).filter(FolderScan::isVisible).sorted().toList();
        }
    }

    private static boolean isVisible(Path folder) {
        String name = folder.getFileName().toString();
        return !name.startsWith(".") && !name.equals("__MACOSX");
    }

    private static ReportedException invalid(String message, String remedy, Path where) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, where, remedy);
    }
}
