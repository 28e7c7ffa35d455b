// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.fingerprint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
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
import java.util.zip.CRC32C;

/**
 * Fingerprints in a file, by keys that tell no name. It begins with a number that says what it is, and the checksum of the rest, so that a
 * damaged file is taken for none. Only its owner may read it.
 */
record FingerprintFile(Path path) {
    private static final int FORMAT = 0x56464B02;
    private static final int HEADER_BYTES = 2 * Integer.BYTES;
    private static final long MOST_BYTES = 128 << 20;

    /** All that is kept; nothing if there is no such file, or it is damaged. */
    Map<Key, KeptFingerprint> read() {
        Map<Key, KeptFingerprint> kept = new HashMap<>();
        try {
            byte[] bytes = Files.exists(path) && Files.size(path) <= MOST_BYTES ? Files.readAllBytes(path) : new byte[0];
            ByteBuffer content = ByteBuffer.wrap(bytes);
            if (bytes.length >= HEADER_BYTES && content.getInt() == FORMAT && content.getInt() == checksum(bytes)) {
                while (content.hasRemaining()) {
                    kept.put(Key.get(content), KeptFingerprint.get(content));
                }
            }
        } catch (IOException | BufferUnderflowException e) {
            // what can't be read is made anew
            kept.clear();
        }
        return kept;
    }

    /** Of what follows the header. */
    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
        return (int) checksum.getValue();
    }

    /**
     * Replaces the file as a whole. It is not forced to disk: what is lost is made anew.
     *
     * @throws IOException if it can't be written
     */
    void write(Map<Key, KeptFingerprint> kept) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(new byte[HEADER_BYTES]);
        for (Map.Entry<Key, KeptFingerprint> entry : kept.entrySet()) {
            byte[] one = entry.getValue().bytes(entry.getKey());
            if (all.size() + one.length > MOST_BYTES) {
                break;
            }
            all.writeBytes(one);
        }
        byte[] bytes = all.toByteArray();
        ByteBuffer.wrap(bytes).putInt(FORMAT).putInt(checksum(bytes));
        Files.createDirectories(path.getParent(), only(path.getParent(), "rwx------"));
        Path temporary = path.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            try (WritableByteChannel channel = Files.newByteChannel(temporary,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), only(temporary, "rw-------"))) {
                for (ByteBuffer left = ByteBuffer.wrap(bytes); left.hasRemaining();) {
                    channel.write(left);
                }
            }
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** The umask of a shared machine often lets everybody read. */
    private static FileAttribute<?>[] only(Path place, String owner) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix") ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(owner))} : new FileAttribute<?>[0];
    }
}
