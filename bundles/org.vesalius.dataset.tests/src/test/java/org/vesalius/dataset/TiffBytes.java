// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes TIFF files by hand (TIFF 6.0, section 2), page by page. */
public final class TiffBytes {
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    private final ByteOrder order;
    private final boolean big;
    private final List<Map<Integer, Object>> pages = new ArrayList<>();
    private final List<byte[][]> segments = new ArrayList<>();

    /** @param big whether it is a BigTIFF file */
    public TiffBytes(ByteOrder order, boolean big) {
        this.order = order;
        this.big = big;
    }

    /** A file in little-endian order. */
    public static TiffBytes little() {
        return new TiffBytes(ByteOrder.LITTLE_ENDIAN, false);
    }

    /** Adds a page of strips, or of tiles if the tags tell a tile's width; values are int[], byte[], String
     * or, for fractions, long[] of numerators and denominators. */
    public TiffBytes page(Map<Integer, Object> tags, byte[]... data) {
        pages.add(new TreeMap<>(tags));
        segments.add(data);
        return this;
    }

    /** The whole file. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Long> starts = new ArrayList<>();
        long at = big ? 16 : 8;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < pages.size(); i++) {
            at = page(i, at, body, starts);
        }
        ByteBuffer header = buffer(big ? 16 : 8);
        header.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'));
        header.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M')).putShort((short) (big ? 43 : 42));
        if (big) {
            header.putShort((short) 8).putShort((short) 0).putLong(starts.get(0));
        } else {
            header.putInt((int) (long) starts.get(0));
        }
        out.writeBytes(header.array());
        byte[] all = body.toByteArray();
        link(all, starts);
        out.writeBytes(all);
        return out.toByteArray();
    }

    private long page(int index, long start, ByteArrayOutputStream body, List<Long> starts) {
        Map<Integer, Object> tags = pages.get(index);
        byte[][] data = segments.get(index);
        long at = start;
        int[] offsets = new int[data.length];
        int[] lengths = new int[data.length];
        for (int i = 0; i < data.length; i++) {
            offsets[i] = (int) at;
            lengths[i] = data[i].length;
            body.writeBytes(data[i]);
            at += data[i].length;
        }
        boolean tiled = tags.containsKey(322);
        tags.put(tiled ? 324 : 273, new Long32(offsets));
        tags.put(tiled ? 325 : 279, new Long32(lengths));
        int entry = big ? 20 : 12;
        long values = at + (big ? 16 : 6) + (long) tags.size() * entry;
        ByteBuffer directory = buffer((int) (values - at));
        ByteArrayOutputStream far = new ByteArrayOutputStream();
        count(directory, tags.size());
        tags.forEach((tag, value) -> field(directory, far, values, tag, value));
        starts.add(at);
        body.writeBytes(directory.array());
        body.writeBytes(far.toByteArray());
        return values + far.size();
    }

    private void count(ByteBuffer directory, int entries) {
        if (big) {
            directory.putLong(entries);
        } else {
            directory.putShort((short) entries);
        }
    }

    private record Long32(int[] values) {
    }

    private void field(ByteBuffer directory, ByteArrayOutputStream far, long values, int tag, Object value) {
        int type = value instanceof byte[] ? 7 : value instanceof Long32 ? LONG : value instanceof long[] ? RATIONAL
                : value instanceof String ? 2 : SHORT;
        byte[] stored = stored(value);
        int size = type == RATIONAL ? 8 : type == LONG ? 4 : type == SHORT ? 2 : 1;
        directory.putShort((short) tag).putShort((short) type);
        int inline = big ? 8 : 4;
        if (big) {
            directory.putLong(stored.length / size);
        } else {
            directory.putInt(stored.length / size);
        }
        int position = directory.position();
        if (stored.length <= inline) {
            directory.put(stored);
        } else if (big) {
            directory.putLong(values + far.size());
        } else {
            directory.putInt((int) values + far.size());
        }
        directory.position(position + inline);
        if (stored.length > inline) {
            far.writeBytes(stored);
        }
    }

    private byte[] stored(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        if (value instanceof String text) {
            return (text + '\0').getBytes(StandardCharsets.ISO_8859_1);
        }
        if (value instanceof long[] fractions) {
            ByteBuffer out = buffer(4 * fractions.length);
            for (long number : fractions) {
                out.putInt((int) number);
            }
            return out.array();
        }
        int[] numbers = value instanceof Long32 longs ? longs.values : (int[]) value;
        ByteBuffer out = buffer(numbers.length * (value instanceof Long32 ? 4 : 2));
        for (int number : numbers) {
            if (value instanceof Long32) {
                out.putInt(number);
            } else {
                out.putShort((short) number);
            }
        }
        return out.array();
    }

    /** Writes where each next directory is behind the one before. */
    private void link(byte[] all, List<Long> starts) {
        int header = big ? 16 : 8;
        ByteBuffer file = ByteBuffer.wrap(all).order(order);
        for (int i = 0; i + 1 < starts.size(); i++) {
            int directory = (int) (long) starts.get(i) - header;
            int entries = big ? (int) file.getLong(directory) : file.getShort(directory);
            int end = directory + (big ? 8 + 20 * entries : 2 + 12 * entries);
            if (big) {
                file.putLong(end, starts.get(i + 1));
            } else {
                file.putInt(end, (int) (long) starts.get(i + 1));
            }
        }
    }

    private ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(order);
    }
}
