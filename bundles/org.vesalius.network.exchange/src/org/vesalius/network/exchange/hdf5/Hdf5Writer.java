// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.hdf5;

import io.jhdf.checksum.ChecksumUtils;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.vesalius.network.weights.WeightTensor;

/**
 * Writes HDF5 files with groups, texts and arrays of 32-bit floats; HDF5 1.8 and later reads them. The library that
 * reads files here writes texts only up to 64 KB, which the description of a larger model exceeds. The same content
 * gives the same bytes. Source: HDF5 File Format Specification Version 3.0.
 */
public final class Hdf5Writer {
    private static final int SMALLEST_HEAP = 4096;
    private static final int CHUNK_BYTES = 1 << 20;

    private final OutputStream out;
    private long position;

    private Hdf5Writer(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes a file.
     *
     * @throws IOException if the stream can't take it
     */
    public static void write(Hdf5Group root, OutputStream out) throws IOException {
        // addresses stand before what they point to, so the file is first written to nowhere
        Hdf5Writer rehearsal = new Hdf5Writer(OutputStream.nullOutputStream());
        rehearsal.superblock(0, 0);
        long rootAddress = rehearsal.group(root);
        Hdf5Writer writer = new Hdf5Writer(out);
        writer.superblock(rootAddress, rehearsal.position);
        writer.group(root);
    }

    private void superblock(long root, long end) throws IOException {
        byte[] body = new LittleEndian().u8(0x89).put("HDF\r\n".getBytes(StandardCharsets.US_ASCII)).u8(0x1A, '\n')
                .u8(2, 8, 8, 0).u64(0).u64(-1).u64(end).u64(root).toBytes();
        put(new LittleEndian().put(body).u32(ChecksumUtils.checksum(body)).toBytes());
    }

    /** Writes what a group holds, then its header; says where that is. */
    private long group(Hdf5Group group) throws IOException {
        ObjectHeader header = ObjectHeader.group();
        for (Map.Entry<String, WeightTensor> entry : group.arrays().entrySet()) {
            header.link(entry.getKey(), array(entry.getValue()));
        }
        for (Map.Entry<String, Hdf5Group> entry : group.groups().entrySet()) {
            header.link(entry.getKey(), group(entry.getValue()));
        }
        for (Map.Entry<String, Object> entry : group.attributes().entrySet()) {
            attribute(header, entry.getKey(), entry.getValue());
        }
        return aligned(header.toBytes());
    }

    @SuppressWarnings("unchecked") // a group holds texts and lists of texts only
    private void attribute(ObjectHeader header, String name, Object value) throws IOException {
        if (value instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            header.text(name, bytes.length, heap(bytes), 1);
        } else {
            header.texts(name, (List<String>) value);
        }
    }

    /** A global heap collection (section III.E) with one object. */
    private long heap(byte[] content) throws IOException {
        LittleEndian object = new LittleEndian().u16(1).u16(1).u32(0).u64(content.length).put(content).pad();
        int header = 16;
        int used = header + object.size();
        int size = Math.max(SMALLEST_HEAP, used + header);
        LittleEndian heap = new LittleEndian().put("GCOL".getBytes(StandardCharsets.US_ASCII)).u8(1, 0, 0, 0).u64(size)
                .put(object.toBytes()).u16(0).u16(0).u32(0).u64(size - used);
        return aligned(heap.put(new byte[size - heap.size()]).toBytes());
    }

    private long array(WeightTensor tensor) throws IOException {
        align();
        long address = position;
        float[] values = tensor.values();
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int perChunk = CHUNK_BYTES / Float.BYTES;
        for (int i = 0; i < values.length; i += perChunk) {
            int count = Math.min(perChunk, values.length - i);
            buffer.clear().asFloatBuffer().put(values, i, count);
            put(buffer.array(), count * Float.BYTES);
        }
        return aligned(ObjectHeader.floats(tensor.shape(), address, (long) values.length * Float.BYTES).toBytes());
    }

    private long aligned(byte[] bytes) throws IOException {
        align();
        long address = position;
        put(bytes);
        return address;
    }

    private void align() throws IOException {
        put(new byte[(int) (-position & 7)]);
    }

    private void put(byte[] bytes) throws IOException {
        put(bytes, bytes.length);
    }

    private void put(byte[] bytes, int count) throws IOException {
        out.write(bytes, 0, count);
        position += count;
    }
}
