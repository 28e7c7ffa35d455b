// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vesalius.core.io.ContentHash;

/**
 * {@code SHA256SUMS} beside the files of a model: a line a file, as {@code sha256sum -c} reads it. Whatever happens to
 * one of them on the disk shows.
 */
final class Checksums {
    private static final String NAME = "SHA256SUMS";
    private static final long LARGEST_BYTES = 1 << 16;
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

    private final Path folder;

    Checksums(Path folder) {
        this.folder = folder;
    }

    /** Writes the sums of all files as they are on the disk now. */
    void write() throws IOException {
        StringBuilder lines = new StringBuilder();
        actual().forEach((file, hash) -> lines.append(hash).append("  ").append(file).append('\n'));
        Files.writeString(folder.resolve(NAME), lines, StandardCharsets.UTF_8);
    }

    /**
     * What is wrong with the files; empty if each is as it was. Models of builds before 1.0 have no sums: nothing is
     * known against them.
     *
     * @throws IOException if a file can't be read
     */
    Optional<String> fault() throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > LARGEST_BYTES) {
            return Optional.of(NAME + " is far too large");
        }
        SortedMap<String, String> recorded = parse(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
        SortedMap<String, String> actual = actual();
        return recorded.keySet().stream().filter(name -> !actual.containsKey(name)).findFirst()
                .map(name -> name + " is missing")
                .or(() -> actual.entrySet().stream().filter(entry -> !entry.getValue().equals(recorded.get(entry.getKey())))
                        .findFirst().map(entry -> entry.getKey() + " is not as it was written"));
    }

    private static SortedMap<String, String> parse(List<String> lines) {
        SortedMap<String, String> sums = new TreeMap<>();
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                sums.put(matcher.group(2), matcher.group(1));
            }
        }
        return sums;
    }

    private SortedMap<String, String> actual() throws IOException {
        SortedMap<String, String> sums = new TreeMap<>();
        for (Path file : ForcedTree.regularFiles(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (!name.equals(NAME)) {
                sums.put(name, ContentHash.sha256(file));
            }
        }
        return sums;
    }
}
