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
import java.util.stream.Stream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/** Finds images by what annotations call them: with or without their folders. Each is found once. */
final class NamedPictures {
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

    /** The image of this path or, if there is one alone of its name, this name. */
    Optional<String> take(String path) {
        Optional<String> found = unused.contains(path) ? Optional.of(path) : alone(name(path));
        found.ifPresent(unused::remove);
        return found;
    }

    /** The image that an annotation file is about: beside it or in JPEGImages or images, of the name it gives or its own. */
    Optional<String> take(String annotation, String called) {
        String inside = annotation.substring(0, annotation.lastIndexOf('/') + 1);
        String above = inside.replaceFirst("[^/]*/$", "");
        Optional<String> found = Stream.of(inside, above + "JPEGImages/", above + "images/").map(folder -> folder + name(called))
                .filter(unused::contains).findFirst();
        found = found.or(() -> called.isEmpty() ? Optional.empty() : alone(name(called)))
                .or(() -> alone("stem " + stem(annotation)));
        found.ifPresent(unused::remove);
        return found;
    }

    private Optional<String> alone(String name) {
        List<String> all = byName.getOrDefault(name, List.of());
        return all.size() == 1 ? all.stream().filter(unused::contains).findFirst() : Optional.empty();
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
