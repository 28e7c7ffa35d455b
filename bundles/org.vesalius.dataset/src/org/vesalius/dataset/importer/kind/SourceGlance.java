// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.NumberText;

/**
 * What a glance at files tells, before anybody said what they are. It may tell who patients are.
 *
 * @param folder whether a folder was chosen
 * @param names of the files: relative to the folder with forward slashes, the first some thousand; of files, their names
 * @param line the beginning of the first line of the first file that looks like a text; empty if there is none
 */
public record SourceGlance(boolean folder, List<String> names, String line) {

    private static final int MOST = 5_000;
    private static final int DEEPEST = 6;
    private static final int WIDE = 50;
    private static final int HEAD = 16_384;
    private static final Set<String> TEXTS = Set.of("csv", "tsv", "tab", "txt", "data", "dat");

    /** Copies the list. */
    public SourceGlance {
        names = List.copyOf(names);
    }

    /**
     * Looks at files or a folder; links in it are not followed. What can't be read isn't there.
     *
     * @throws CancellationException if the progress was cancelled
     */
    public static SourceGlance at(List<Path> sources, Progress progress) {
        Path first = sources.get(0);
        if (!Files.isDirectory(first)) {
            List<Path> files = sources.stream().filter(Files::isRegularFile).toList();
            return new SourceGlance(false, files.stream().map(FolderEntries::name).toList(), line(files));
        }
        List<Path> files = below(first, progress);
        return new SourceGlance(true, files.stream().map(file -> first.relativize(file).toString()
                .replace(file.getFileSystem().getSeparator(), "/")).toList(), line(files));
    }

    /** The folders nearest to the first come first, so that none of them hides the others. */
    private static List<Path> below(Path root, Progress progress) {
        List<Path> files = new ArrayList<>();
        Deque<Path> folders = new ArrayDeque<>(List.of(root));
        while (!folders.isEmpty() && files.size() < MOST) {
            if (progress.cancelled()) {
                throw new CancellationException("cancelled by the user");
            }
            Path folder = folders.poll();
            for (Path entry : entries(folder)) {
                boolean passed = FolderEntries.reasonAgainst(entry).isPresent();
                if (!passed && FolderEntries.isFolder(entry) && root.relativize(entry).getNameCount() < DEEPEST) {
                    folders.add(entry);
                } else if (!passed && Files.isRegularFile(entry)) {
                    files.add(entry);
                }
            }
        }
        return files.subList(0, Math.min(MOST, files.size()));
    }

    private static List<Path> entries(Path folder) {
        try {
            return FolderEntries.of(folder);
        } catch (IOException e) {
            // what can't be opened says nothing about the others; the import tells it
            return List.of();
        }
    }

    private static String line(List<Path> files) {
        return files.stream().filter(file -> TEXTS.contains(extension(FolderEntries.name(file)))).findFirst()
                .map(SourceGlance::line).orElse("");
    }

    private static String line(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    /** How a name ends, in small letters and without the point. */
    public static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether there is a file whose name ends like this. */
    public boolean has(String... extensions) {
        Set<String> wanted = Set.of(extensions);
        return any(name -> wanted.contains(extension(name)));
    }

    /** Whether there is a file whose name, or path in the folder, is like this. */
    public boolean any(Predicate<String> wanted) {
        return names.stream().anyMatch(wanted);
    }

    /** Whether the first line has so many numbers that they are a signal rather than a record. */
    public boolean wide() {
        String[] cells = line.strip().split("[,;\\t ]+");
        return cells.length >= WIDE && Stream.of(cells).allMatch(cell -> NumberText.isNumber(cell));
    }

    /** Those of the names that are of images. */
    public List<String> images() {
        return names.stream().filter(name -> FolderEntries.EXTENSIONS.contains(extension(name))).toList();
    }

    /** Without the names, which may tell who patients are. */
    @Override
    public String toString() {
        return "SourceGlance[" + names.size() + " files]";
    }
}
