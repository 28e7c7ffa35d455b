// SPDX-License-Identifier: EPL-2.0
package org.vesalius.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of generated sources with a stamp that says which model they were made from, so that an
 * unchanged model leaves every file (and its time) alone and the compiler has nothing to do.
 *
 * @param folder the generated sources; nothing handwritten lives in it
 * @param models the folder that holds the ecore and genmodel files
 */
record GeneratedSources(Path folder, Path models) {

    /** Raised when the generator itself changes what it writes. */
    private static final String GENERATOR_VERSION = "1";

    boolean upToDate() throws IOException {
        Path stamp = stampFile();
        return Files.exists(stamp) && Files.readString(stamp).equals(fingerprint());
    }

    void clear() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }

    void stamp() throws IOException {
        Files.writeString(stampFile(), fingerprint());
    }

    private Path stampFile() {
        return folder.resolve(".stamp");
    }

    private String fingerprint() throws IOException {
        MessageDigest digest = sha256();
        digest.update(GENERATOR_VERSION.getBytes(StandardCharsets.UTF_8));
        List<Path> files;
        try (Stream<Path> entries = Files.list(models)) {
            files = entries.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
