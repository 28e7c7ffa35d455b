// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.deidentify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Objects;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.core.io.OutputFile;

/**
 * The file of a {@link ProjectKey}, which leads back from pseudonyms to patients for whoever has the originals. It is kept
 * on demand only, readable by its owner alone, and never with what was de-identified or with the originals.
 *
 * @param path the file, absolute; it may still have to be made
 */
public record KeyFile(Path path) {
    private static final String FIRST_LINE = "Vesalius de-identification key, format 1";
    private static final int LONGEST = 1 << 10;

    /** Makes the path absolute. */
    public KeyFile {
        path = Objects.requireNonNull(path, "path").toAbsolutePath().normalize();
    }

    /** Whether there is a key already. */
    public boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Reads the key.
     *
     * @throws ReportedException if it can't be read, or the file holds none
     */
    public ProjectKey read() {
        try {
            byte[] bytes;
            try (var in = Files.newInputStream(path)) {
                bytes = in.readNBytes(LONGEST);
            }
            String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\\R");
            if (lines.length == 2 && lines[0].equals(FIRST_LINE)
                    && lines[1].matches("[0-9a-f]{" + 2 * ProjectKey.BYTES + "}")) {
                return new ProjectKey(HexFormat.of().parseHex(lines[1]));
            }
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The key can't be read.", path, "Check its permissions.", e);
        }
        throw new ReportedException(ErrorKind.INVALID_INPUT, "This is no key of a de-identification.", path,
                "Name the file that an earlier de-identification of this project wrote, or one that isn't there yet.");
    }

    /** Refuses, before work is spent, a place that no key can be written to. */
    public void requireWritable() {
        new OutputFile(path).requireWritable();
    }

    /**
     * Writes a key, readable by its owner alone.
     *
     * @throws ReportedException if it can't be written
     */
    public void write(ProjectKey key) {
        try {
            new AtomicFile(path).write(out -> out.write((FIRST_LINE + "\n" + key.hex() + "\n").getBytes(StandardCharsets.UTF_8)),
                    KeyFile::closeToOthers);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The key can't be written.", path,
                    "Check that its folder may be written and that the disk has space left.", e);
        }
    }

    private static void closeToOthers(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Without the path, which may tell whose project it is. */
    @Override
    public String toString() {
        return "KeyFile";
    }
}
