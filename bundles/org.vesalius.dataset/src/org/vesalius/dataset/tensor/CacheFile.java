// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The file of a tensor cache: a header of fixed length with type and shape, the arrays in their type, then the reasons
 * why some are missing. The header is written last, so a file that isn't complete isn't taken for one.
 */
final class CacheFile {
    /** A map holds whole arrays and stays well below the 2 GiB that one can have. */
    private static final long MAX_MAP_BYTES = 1L << 30;
    private static final long MAGIC = 0x56534C54454E5332L;
    private static final int HEADER_BYTES = 64;
    private static final int MAX_REASONS_BYTES = 64 << 20;

    private final Path file;
    private final int count;
    private final KeptForm form;
    private final int arrayBytes;

    CacheFile(Path file, int count, KeptForm form) {
        this.file = file;
        this.count = count;
        this.form = form;
        this.arrayBytes = form.bytes();
    }

    /**
     * What a cache file holds.
     *
     * @param count how many arrays
     * @param perMap how many of them are in each map but the last
     * @param maps the arrays
     * @param reasons why arrays are missing, by their index
     */
    record Content(int count, int perMap, MappedByteBuffer[] maps, Map<Integer, String> reasons) {
    }

    /**
     * Writes an array; may be called by many threads at once.
     *
     * @param channel the file, open for writing
     */
    void writeArray(FileChannel channel, int index, byte[] array) throws IOException {
        writeAll(channel, ByteBuffer.wrap(array), HEADER_BYTES + (long) index * arrayBytes);
    }

    /** Writes the reasons behind the arrays, then the header, and forces all to disk. */
    void finish(FileChannel channel, Map<Integer, String> reasons) throws IOException {
        StringBuilder text = new StringBuilder();
        reasons.forEach((index, reason) -> text.append(index).append('\t').append(reason).append('\n'));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        writeAll(channel, ByteBuffer.wrap(bytes), HEADER_BYTES + arraysBytes());
        channel.force(true);
        writeAll(channel, header(bytes), 0);
        channel.force(true);
    }

    private static void writeAll(FileChannel channel, ByteBuffer data, long position) throws IOException {
        long next = position;
        while (data.hasRemaining()) {
            next += channel.write(data, next);
        }
    }

    private ByteBuffer header(byte[] reasons) {
        CRC32 checksum = new CRC32();
        checksum.update(reasons);
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        header.putLong(MAGIC).putInt(count).putInt(reasons.length).putInt(form.type().ordinal());
        header.putInt(form.shape().length);
        for (int size : form.shape()) {
            header.putInt(size);
        }
        checksum.update(header.array(), 0, header.position());
        header.putLong(checksum.getValue());
        return header.rewind();
    }

    private long arraysBytes() {
        return (long) count * arrayBytes;
    }

    /**
     * The content; empty if there is no such file, or it isn't complete and as expected.
     *
     * @throws IOException if there is one, but it can't be read
     */
    Optional<Content> open() throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long reasonsStart = HEADER_BYTES + arraysBytes();
            long reasonsBytes = channel.size() - reasonsStart;
            if (reasonsBytes < 0 || reasonsBytes > MAX_REASONS_BYTES) {
                return Optional.empty();
            }
            byte[] reasons = read(channel, reasonsStart, (int) reasonsBytes);
            ByteBuffer found = ByteBuffer.wrap(read(channel, 0, HEADER_BYTES));
            return found.equals(header(reasons)) ? Optional.of(content(channel, reasons)) : Optional.empty();
        }
    }

    private static byte[] read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
            // goes on where the last read ended
        }
        return bytes.array();
    }

    private Content content(FileChannel channel, byte[] reasons) throws IOException {
        int perMap = (int) Math.max(1, MAX_MAP_BYTES / arrayBytes);
        MappedByteBuffer[] maps = new MappedByteBuffer[(count + perMap - 1) / perMap];
        for (int i = 0; i < maps.length; i++) {
            long inMap = Math.min(perMap, count - (long) i * perMap);
            long start = HEADER_BYTES + (long) i * perMap * arrayBytes;
            maps[i] = channel.map(MapMode.READ_ONLY, start, inMap * arrayBytes);
        }
        return new Content(count, perMap, maps, parse(reasons));
    }

    private static Map<Integer, String> parse(byte[] reasons) {
        Map<Integer, String> byIndex = new TreeMap<>();
        new String(reasons, StandardCharsets.UTF_8).lines().forEach(line -> {
            int tab = line.indexOf('\t');
            byIndex.put(Integer.valueOf(line.substring(0, tab)), line.substring(tab + 1));
        });
        return byIndex;
    }
}
