// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.fingerprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.vesalius.core.io.ContentHash;

/**
 * Fingerprints in a file, by keys that tell no name: the first line holds the hash of the rest, so that a damaged file is
 * taken for none. Only its owner may read it.
 */
record FingerprintFile(Path path) {
    private static final String FORMAT = "fingerprints 1 ";
    private static final long MOST_BYTES = 64 << 20;
    private static final int MOST_LINES = 250_000;

    /** All that is kept; nothing if there is no such file, or it is damaged. */
    Map<String, KeptFingerprint> read() {
        Map<String, KeptFingerprint> kept = new HashMap<>();
        try {
            String text = Files.exists(path) && Files.size(path) <= MOST_BYTES ? Files.readString(path) : "";
            int end = text.indexOf('\n') + 1;
            String body = text.substring(end);
            if (text.startsWith(heading(body))) {
                body.lines().forEach(line -> KeptFingerprint.parse(line)
                        .ifPresent(entry -> kept.put(entry.getKey(), entry.getValue())));
            }
        } catch (IOException e) {
            // what can't be read is made anew
            kept.clear();
        }
        return kept;
    }

    /**
     * Replaces the file as a whole. It is not forced to disk: what is lost is made anew.
     *
     * @throws IOException if it can't be written
     */
    void write(Map<String, KeptFingerprint> kept) throws IOException {
        StringBuilder body = new StringBuilder();
        kept.entrySet().stream().filter(entry -> entry.getValue().fits()).limit(MOST_LINES)
                .forEach(entry -> body.append(entry.getValue().line(entry.getKey())).append('\n'));
        Files.createDirectories(path.getParent(), only(path.getParent(), "rwx------"));
        Path temporary = path.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            Files.newByteChannel(temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    only(temporary, "rw-------")).close();
            Files.writeString(temporary, heading(body.toString()) + body);
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static String heading(String body) {
        return FORMAT + ContentHash.sha256(body.getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    /** The umask of a shared machine often lets everybody read. */
    private static FileAttribute<?>[] only(Path place, String owner) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix") ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(owner))} : new FileAttribute<?>[0];
    }
}
