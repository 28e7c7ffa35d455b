// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/**
 * A file that is replaced as a whole: whoever reads it, and whatever crashes, finds the old content or the new one.
 *
 * <p>The content goes to a temporary file in the same folder, is forced to disk, and takes the file's place by one
 * rename; the folder is then forced as well, so that the rename outlives a power cut. Only regular files are replaced, see
 * {@link OutputFile}.
 */
public final class AtomicFile {
    private final Path file;
    private final PatientMove move;

    /** @param file the file to replace or create; its folder must exist when {@link #write} is called */
    public AtomicFile(Path file) {
        this(file, PatientMove.ofFiles());
    }

    AtomicFile(Path file, PatientMove move) {
        this.file = Objects.requireNonNull(file, "file").toAbsolutePath();
        this.move = Objects.requireNonNull(move, "move");
    }

    /**
     * Replaces the content.
     *
     * @param content writes the new content
     * @throws IOException if anything fails: the file is then as it was, and no temporary file stays behind
     * @throws org.vesalius.core.ReportedException if a link, a folder or a device is there; it is then as it was
     */
    public void write(ContentWriter content) throws IOException {
        write(content, written -> {});
    }

    /**
     * Replaces the content once it was looked at on disk.
     *
     * @param content writes the new content
     * @param check is given the file with the new content before it takes its place; whatever it throws keeps the old
     * @throws IOException if anything fails: the file is then as it was, and no temporary file stays behind
     * @throws org.vesalius.core.ReportedException if a link, a folder or a device is there; it is then as it was
     */
    public void write(ContentWriter content, Check check) throws IOException {
        new OutputFile(file).requireReplaceable();
        // a name of its own length, since that of the file may be as long as a name can be
        Path temporary = file.resolveSibling(".vesalius-" + UUID.randomUUID() + ".tmp");
        try {
            writeForced(temporary, content);
            check.check(temporary);
            move.move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
        forceFolder();
    }

    /**
     * Replaces the content by a text in UTF-8.
     *
     * @throws IOException as for {@link #write}
     */
    public void writeText(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(out -> out.write(bytes));
    }

    private static void writeForced(Path temporary, ContentWriter content) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private void forceFolder() {
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Windows opens no folder as a file; the content itself is on disk by now
        }
    }

    /** Reads what was written before it replaces what there was. */
    @FunctionalInterface
    public interface Check {
        /**
         * Looks at a file.
         *
         * @param written the new content, under a name of its own
         * @throws IOException if it is not what it should be
         */
        void check(Path written) throws IOException;
    }
}
