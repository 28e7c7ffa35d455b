// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.SplittableRandom;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.worker.dl4j.runtime.ArrayMemory;
import org.vesalius.worker.dl4j.runtime.FeedArrays;
import org.vesalius.worker.dl4j.runtime.NativeRuntime;

/**
 * A process of its own: feeds, hashes, saves and loads arrays while another thread allocates and collects without pause.
 * It exits with 1 at the first number that isn't what it was.
 */
final class MemoryStress {

    private static final int SMALLEST_POWER = 10;

    private final Path file;

    private MemoryStress(Path folder) {
        file = folder.resolve("numbers.f32");
    }

    /** @param arguments number of rounds, largest size as a power of two, and a folder */
    public static void main(String[] arguments) throws Exception {
        NativeRuntime.start(1);
        pressure();
        int rounds = Integer.parseInt(arguments[0]);
        int sizes = Integer.parseInt(arguments[1]) - SMALLEST_POWER + 1;
        MemoryStress stress = new MemoryStress(Path.of(arguments[2]));
        for (int round = 0; round < rounds; round++) {
            stress.check(values(round, 1 << SMALLEST_POWER + round % sizes));
        }
        System.out.println(rounds + " rounds, all numbers as they were");
        System.exit(0);
    }

    private void check(float[] values) throws IOException, NoSuchAlgorithmException {
        byte[] bytes = bytes(values);
        INDArray array = new FeedArrays(values.length).fill(1, values);
        require(Arrays.equals(ArrayMemory.floats(array), values), "fed");
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        FloatFile.forEachChunk(array, digest::update);
        require(Arrays.equals(digest.digest(), MessageDigest.getInstance("SHA-256").digest(bytes)), "hashed");
        Files.deleteIfExists(file);
        FloatFile.write(array, file);
        require(Arrays.equals(Files.readAllBytes(file), bytes), "saved");
        require(FloatFile.holds(file, array), "compared");
        require(Arrays.equals(ArrayMemory.floats(FloatFile.read(file, array)), values), "loaded");
    }

    private static void require(boolean same, String what) {
        if (!same) {
            System.out.println("numbers changed while they were " + what);
            System.exit(1);
        }
    }

    private static float[] values(int round, int size) {
        SplittableRandom random = new SplittableRandom(round);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextInt(-1_000_000, 1_000_000) / 1024f;
        }
        return values;
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    /** Makes the collector run all the time, and takes over freed memory at once. */
    private static void pressure() {
        Thread thread = new Thread(() -> {
            for (long round = 0; true; round++) {
                Nd4j.valueArrayOf(new long[] {1L << SMALLEST_POWER + round % 10}, -7f, DataType.FLOAT);
                byte[][] garbage = new byte[16][1 << 16];
                if (round % 64 == garbage.length) {
                    System.gc();
                }
            }
        }, "pressure");
        thread.setDaemon(true);
        thread.start();
    }
}
