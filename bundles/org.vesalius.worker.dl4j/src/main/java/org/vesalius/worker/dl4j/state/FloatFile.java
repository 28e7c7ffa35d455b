// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.worker.dl4j.runtime.ArrayMemory;

/** A row of single-precision numbers as a file of little-endian bytes without a header. */
final class FloatFile {

    private static final int CHUNK = 1 << 16;

    private FloatFile() {
    }

    /** Writes all numbers of an array, row-major, to a new file. */
    static void write(INDArray array, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            forEachChunk(array, bytes -> {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            });
        }
    }

    /**
     * The numbers of a file.
     *
     * @param array an array of the shape and type of what is read; it is left alone
     * @return a new array, row-major
     * @throws DamagedStateException if the file holds more or fewer numbers
     */
    static INDArray read(Path file, INDArray array) throws IOException {
        long expected = array.length() * Float.BYTES;
        if (Files.size(file) != expected) {
            throw new DamagedStateException(file, "holds " + Files.size(file) + " bytes instead of " + expected);
        }
        INDArray flat = array.dup('c');
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            fill(ArrayMemory.of(flat), channel, file);
        }
        return flat;
    }

    /** Whether a file, read again from its beginning, holds the numbers of an array and nothing else, bit for bit. */
    static boolean holds(Path file, INDArray array) throws IOException {
        if (Files.size(file) != array.length() * Float.BYTES) {
            return false;
        }
        ByteBuffer read = chunk();
        boolean[] same = {true};
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            forEachChunk(array, bytes -> {
                readFully(channel, read.clear().limit(bytes.remaining()), file);
                same[0] &= read.flip().equals(bytes);
            });
        }
        return same[0];
    }

    /** Hands the little-endian bytes of an array to a consumer, a chunk at a time. */
    static void forEachChunk(INDArray array, ChunkConsumer consumer) throws IOException {
        ArrayMemory source = ArrayMemory.copyOf(array);
        float[] values = new float[CHUNK];
        ByteBuffer bytes = chunk();
        for (long start = 0; start < source.length(); start += CHUNK) {
            int count = (int) Math.min(CHUNK, source.length() - start);
            source.read(start, values, count);
            bytes.clear().limit(count * Float.BYTES);
            bytes.asFloatBuffer().put(values, 0, count);
            consumer.accept(bytes);
        }
    }

    private static void fill(ArrayMemory target, FileChannel channel, Path file) throws IOException {
        float[] values = new float[CHUNK];
        ByteBuffer bytes = chunk();
        for (long start = 0; start < target.length(); start += CHUNK) {
            int count = (int) Math.min(CHUNK, target.length() - start);
            readFully(channel, bytes.clear().limit(count * Float.BYTES), file);
            bytes.flip();
            bytes.asFloatBuffer().get(values, 0, count);
            target.write(start, values, count);
        }
    }

    private static void readFully(FileChannel channel, ByteBuffer bytes, Path file) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new DamagedStateException(file, "ends early");
            }
        }
    }

    private static ByteBuffer chunk() {
        return ByteBuffer.allocateDirect(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Takes the bytes of a chunk. */
    @FunctionalInterface
    interface ChunkConsumer {
        /** The bytes are valid during the call only. */
        void accept(ByteBuffer bytes) throws IOException;
    }
}
