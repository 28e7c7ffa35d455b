// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * The directories of a TIFF or BigTIFF file. Nothing that it says is believed before it is found to lie in the file.
 */
final class TiffFile {
    private static final int CLASSIC = 42;
    private static final int BIG = 43;
    private static final int MAX_VALUES = 1 << 22;
    private static final int MAX_DIRECTORIES = 100_000;

    private final ByteBuffer file;
    private final boolean big;

    private TiffFile(ByteBuffer file, boolean big) {
        this.file = file;
        this.big = big;
    }

    /** The TIFF file that these bytes are; empty if they don't begin as one. */
    static Optional<TiffFile> of(byte[] content) {
        if (content.length < 8 || content[0] != content[1] || content[0] != 'I' && content[0] != 'M') {
            return Optional.empty();
        }
        ByteBuffer file = ByteBuffer.wrap(content).asReadOnlyBuffer();
        file.order(content[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int version = file.getShort(2);
        boolean known = version == CLASSIC || version == BIG && content.length >= 16;
        return known ? Optional.of(new TiffFile(file, version == BIG)) : Optional.empty();
    }

    /** Whether it is a BigTIFF file. */
    boolean isBig() {
        return big;
    }

    /**
     * The directories in their order.
     *
     * @throws UnreadableImageException if there is none, they lead out of the file or back to themselves
     */
    List<TiffDirectory> directories() throws UnreadableImageException {
        List<TiffDirectory> directories = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        try {
            long next = big ? file.getLong(8) : file.getInt(4) & 0xFFFFFFFFL;
            while (next != 0) {
                if (!seen.add(next) || seen.size() > MAX_DIRECTORIES) {
                    throw damaged();
                }
                int at = position(next, big ? 8 : 2);
                long entries = big ? file.getLong(at) : file.getShort(at) & 0xFFFF;
                int first = at + (big ? 8 : 2);
                int end = position(first + Math.multiplyExact(entries, big ? 20L : 12L), big ? 8 : 4);
                directories.add(directory(first, (int) entries));
                next = big ? file.getLong(end) : file.getInt(end) & 0xFFFFFFFFL;
            }
        } catch (ArithmeticException e) {
            throw damaged();
        }
        if (directories.isEmpty()) {
            throw damaged();
        }
        return directories;
    }

    private TiffDirectory directory(int first, int entries) throws UnreadableImageException {
        Map<Integer, TiffDirectory.Field> fields = new HashMap<>();
        for (int i = 0; i < entries; i++) {
            int at = first + i * (big ? 20 : 12);
            int type = file.getShort(at + 2) & 0xFFFF;
            long count = big ? file.getLong(at + 4) : file.getInt(at + 4) & 0xFFFFFFFFL;
            if (TiffTypes.size(type) > 0) {
                fields.putIfAbsent(file.getShort(at) & 0xFFFF, field(at, type, count));
            }
        }
        return new TiffDirectory(file, fields);
    }

    private TiffDirectory.Field field(int at, int type, long count) throws UnreadableImageException {
        int inline = big ? 8 : 4;
        int value = at + (big ? 12 : 8);
        if (count < 0 || count > MAX_VALUES && type != TiffTypes.UNDEFINED && type != TiffTypes.BYTE
                || count > file.limit()) {
            throw damaged();
        }
        long bytes = count * TiffTypes.size(type);
        long start = bytes <= inline ? value : big ? file.getLong(value) : file.getInt(value) & 0xFFFFFFFFL;
        return new TiffDirectory.Field(type, (int) count, position(start, bytes));
    }

    private int position(long start, long bytes) throws UnreadableImageException {
        if (start < 0 || start + bytes > file.limit()) {
            throw damaged();
        }
        return (int) start;
    }

    private static UnreadableImageException damaged() {
        return new UnreadableImageException("is truncated or damaged: its TIFF header leads out of the file");
    }
}
