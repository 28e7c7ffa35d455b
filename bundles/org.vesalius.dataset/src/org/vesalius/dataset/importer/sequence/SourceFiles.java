// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.sequence;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.importer.kind.PassedOver;

/**
 * The files to be read.
 *
 * @param root the folder that all lie in
 * @param files below it, sorted by their paths
 * @param passedOver what lies there and isn't read
 */
record SourceFiles(Path root, List<Path> files, List<PassedOver> passedOver) {
    private static final int MOST_FILES = 1_000_000;

    /**
     * The files that a user named, or those of the most frequent kind in the folder named.
     *
     * @throws IOException if looking fails
     */
    static SourceFiles of(List<Path> sources, Progress progress) throws IOException {
        if (sources.size() == 1 && Files.isDirectory(sources.get(0))) {
            return inFolder(sources.get(0), progress);
        }
        for (Path source : sources) {
            if (!Files.isRegularFile(source)) {
                throw SequenceOptions.invalid(Files.exists(source) ? "This is no file." : "There is no such file.", source,
                        "Name files of sequences, or one folder of them.");
            }
        }
        Path root = folder(sources.get(0));
        while (!allBelow(sources, root)) {
            root = folder(root);
        }
        return new SourceFiles(root, sources.stream().sorted().toList(), List.of());
    }

    /** One file. */
    static SourceFiles of(Path file) {
        return new SourceFiles(folder(file), List.of(file), List.of());
    }

    private static Path folder(Path path) {
        return Objects.requireNonNull(path.toAbsolutePath().getParent(), "files are of one disk");
    }

    private static boolean allBelow(List<Path> sources, Path root) {
        return sources.stream().allMatch(source -> source.startsWith(root));
    }

    private static SourceFiles inFolder(Path root, Progress progress) throws IOException {
        List<Path> found = new ArrayList<>();
        List<PassedOver> passedOver = new ArrayList<>();
        progress.begin("Looking for files", 0);
        // links aren't followed: none leads out or round in circles
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (progress.cancelled()) {
                    throw new CancellationException("cancelled by the user");
                }
                String reason = found.size() >= MOST_FILES ? "is one of too many files" : reason(file, attributes);
                if (reason.isEmpty()) {
                    found.add(file);
                } else {
                    passedOver.add(new PassedOver(relative(root, file), reason));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                passedOver.add(new PassedOver(relative(root, file), "can't be looked at"));
                return FileVisitResult.CONTINUE;
            }
        });
        return chosen(root, found, passedOver);
    }

    private static String reason(Path file, BasicFileAttributes attributes) {
        if (file.getFileName().toString().startsWith(".")) {
            return "is hidden";
        }
        return attributes.isSymbolicLink() ? "is a link" : attributes.isRegularFile() ? "" : "is no file";
    }

    private static SourceFiles chosen(Path root, List<Path> found, List<PassedOver> passedOver) {
        Map<String, Integer> counts = new HashMap<>();
        found.forEach(file -> counts.merge(suffix(file), 1, Integer::sum));
        String recording = counts.containsKey(".hea") ? ".hea" : counts.containsKey(".edf") ? ".edf" : "";
        String kind = !recording.isEmpty() ? recording : counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).orElseThrow(() -> SequenceOptions.invalid("There is no file in this folder.", root,
                        "Name a folder of files of sequences."));
        List<Path> files = new ArrayList<>();
        for (Path file : found) {
            if (suffix(file).equals(kind)) {
                files.add(file);
            } else if (!kind.equals(".hea")) {
                passedOver.add(new PassedOver(relative(root, file), "is no " + (kind.isEmpty() ? "file without suffix"
                        : "*" + kind)));
            }
        }
        files.sort(Comparator.comparing(file -> relative(root, file)));
        return new SourceFiles(root, files, passedOver);
    }

    private static String suffix(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
    }

    private static String relative(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** How samples name a file. */
    String path(Path file) {
        return relative(root, file);
    }

    /** What a file is called: its path without the suffix. */
    String stem(Path file) {
        String path = relative(root, file);
        return path.substring(0, path.length() - suffix(file).length());
    }

    /** All bytes of the files. */
    long bytes() throws IOException {
        long sum = 0;
        for (Path file : files) {
            sum += Files.size(file);
        }
        return sum;
    }
}
