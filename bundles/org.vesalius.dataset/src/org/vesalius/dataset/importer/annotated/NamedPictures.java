// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.annotated;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.kind.ImageFiles;
import org.vesalius.dataset.importer.kind.SubsetFolder;

/** Finds images by what annotations call them: with or without their folders. Each is found once. */
final class NamedPictures {
    private static final Pattern ANNOTATIONS = Pattern.compile("(^|/)[Aa]nnotations/");

    private final Set<String> unused;
    private final Map<String, List<String>> byName = new HashMap<>();

    NamedPictures(List<String> paths) {
        unused = new LinkedHashSet<>(paths);
        for (String path : paths) {
            byName.computeIfAbsent(name(path), none -> new ArrayList<>(1)).add(path);
            byName.computeIfAbsent("stem " + stem(path), none -> new ArrayList<>(1)).add(path);
        }
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The name without its folders and its end. */
    static String stem(String path) {
        return name(path).replaceFirst("(?<=.)\\.[^.]*$", "");
    }

    /** The image of this path or, if there is one alone of its name in folders that don't contradict it, this name. */
    Optional<String> take(String path) {
        List<String> fitting = byName.getOrDefault(name(path), List.of()).stream()
                .filter(image -> ImageFiles.foldersFit(path, image)).toList();
        Optional<String> found = unused.contains(path) ? Optional.of(path)
                : fitting.stream().filter(image -> fitting.size() == 1 && unused.contains(image)).findFirst();
        found.ifPresent(unused::remove);
        return found;
    }

    /** The image that an annotation file is about: beside it or in JPEGImages or images, of the name it gives or its own. */
    Optional<String> take(String annotation, String called) {
        Optional<String> found = near(annotation).map(folder -> folder + name(called)).filter(unused::contains).findFirst();
        found = found.or(() -> called.isEmpty() ? Optional.empty() : alone(name(called), annotation))
                .or(() -> alone("stem " + stem(annotation), annotation));
        found.ifPresent(unused::remove);
        return found;
    }

    /** Whether an annotation file gives the name of an image, and there is another one of its own name. */
    boolean isOfTwo(String annotation, String called) {
        return !called.isEmpty() && !stem(called).equals(stem(annotation)) && isThere(annotation, name(called))
                && isThere(annotation, "stem " + stem(annotation));
    }

    private boolean isThere(String annotation, String name) {
        List<String> all = byName.getOrDefault(name, List.of());
        return all.size() == 1 || all.stream().anyMatch(path -> near(annotation)
                .anyMatch(folder -> folder.equals(path.substring(0, path.lastIndexOf('/') + 1))));
    }

    /** The folders that the image of an annotation file may be in. */
    private static Stream<String> near(String annotation) {
        String inside = annotation.substring(0, annotation.lastIndexOf('/') + 1);
        String above = inside.replaceFirst("[^/]*/$", "");
        return Stream.of(inside, above + "JPEGImages/", above + "images/", ANNOTATIONS.matcher(inside).replaceFirst("$1JPEGImages/"),
                ANNOTATIONS.matcher(inside).replaceFirst("$1images/"));
    }

    /** The only image of a name, if it isn't in the folder of another subset than its annotation. */
    private Optional<String> alone(String name, String annotation) {
        List<String> all = byName.getOrDefault(name, List.of());
        Optional<Subset> own = subset(annotation);
        return all.size() == 1 ? all.stream().filter(unused::contains)
                .filter(path -> own.isEmpty() || subset(path).isEmpty() || subset(path).equals(own)).findFirst() : Optional.empty();
    }

    /** The subset that a folder of a path is called like. */
    static Optional<Subset> subset(String path) {
        return Stream.of(path.substring(0, path.lastIndexOf('/') + 1).split("/")).flatMap(folder -> SubsetFolder.of(folder).stream())
                .findFirst();
    }

    /** What nothing is about, in its order. */
    List<String> unused() {
        return List.copyOf(unused);
    }
}

/** Small texts from outside. */
final class TextLines {
    private static final long MOST_BYTES = 64 << 20;

    private TextLines() {
    }

    /**
     * The lines of a file.
     *
     * @throws ReportedException if it can't be read, or is too large
     */
    static List<String> of(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ReportedException(ErrorKind.INVALID_INPUT, "The file is larger than " + (MOST_BYTES >> 20) + " MiB.",
                        file, "Take it out of the folder.");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The file can't be read.", file,
                    "Check that it may be read and the disk is sound.", e);
        }
    }
}
