// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Bytes that are read where they are needed: a file, or what was unpacked of one. */
public interface ByteSource {

    /** How many there are. */
    long length();

    /**
     * Some of them.
     *
     * @throws UnreadableImageException if there are not so many
     * @throws IOException if reading fails
     */
    byte[] read(long offset, int count) throws IOException;

    /** The bytes of a file, which stays closed between two reads. */
    static ByteSource of(Path file) throws IOException {
        return new FileBytes(file, Files.size(file));
    }

    /** These bytes. */
    static ByteSource of(byte[] content) {
        return new MemoryBytes(content);
    }
}

/** The bytes of a file. */
record FileBytes(Path file, long length) implements ByteSource {

    @Override
    public byte[] read(long offset, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, offset + bytes.position()) < 0) {
                    throw new UnreadableImageException("is truncated");
                }
            }
        }
        return bytes.array();
    }

    /** Without the path, which may tell who the patient is. */
    @Override
    public String toString() {
        return "FileBytes[" + length + "]";
    }
}

/** Bytes in memory. */
record MemoryBytes(byte[] content) implements ByteSource {

    @Override
    public long length() {
        return content.length;
    }

    @Override
    public byte[] read(long offset, int count) throws IOException {
        if (offset < 0 || offset + count > content.length) {
            throw new UnreadableImageException("is truncated");
        }
        byte[] part = new byte[count];
        System.arraycopy(content, (int) offset, part, 0, count);
        return part;
    }

    @Override
    public String toString() {
        return "MemoryBytes[" + content.length + "]";
    }
}
