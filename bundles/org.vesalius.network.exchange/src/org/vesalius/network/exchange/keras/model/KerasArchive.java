// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;

/**
 * A .keras archive: a zip with {@code config.json}, {@code metadata.json} and {@code model.weights.h5}. Only these
 * three are looked at, and none is unpacked under a name that the archive gives.
 */
public final class KerasArchive implements AutoCloseable {
    private static final int MAX_TEXT = 64 << 20;
    private static final int MAX_RATIO = 200;
    private static final int SLACK = 1 << 20;

    private final ZipFile zip;
    private final long bytes;

    public KerasArchive(Path file) throws IOException {
        zip = new ZipFile(file.toFile());
        bytes = Files.size(file);
    }

    /** The text of an entry, empty if there is none of this name. */
    public Optional<String> text(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] text = in.readNBytes(MAX_TEXT + 1);
            if (text.length > MAX_TEXT) {
                throw new UnsupportedSetting("its " + name + " is larger than any model's");
            }
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        }
    }

    /**
     * Unpacks an entry into a file.
     *
     * @return whether there is such an entry
     */
    public boolean unpack(String name, Path to) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return false;
        }
        long left = bytes * MAX_RATIO + SLACK;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry); OutputStream out = Files.newOutputStream(to)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                left -= n;
                if (left < 0) {
                    throw new UnsupportedSetting("its " + name + " grows without end when it is unpacked");
                }
                out.write(buffer, 0, n);
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
