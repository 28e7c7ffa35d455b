// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.cases;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.vesalius.worker.spi.Tensor;

/** Arrays as {@code numpy.lib.format} describes them: format 1.0, little-endian, in C order. */
public final class Npy {
    private Npy() {
    }

    /** The numbers of an array of 32- or 64-bit floats or integers. */
    public static Tensor read(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.getShort(8);
        String header = new String(content, 10, length, StandardCharsets.US_ASCII);
        String sizes = header.replaceAll("(?s).*'shape': \\(([^)]*)\\).*", "$1");
        int[] shape = Arrays.stream(sizes.split(",")).map(String::strip).filter(size -> !size.isEmpty())
                .mapToInt(Integer::parseInt).toArray();
        float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        bytes.position(10 + length);
        String type = header.replaceAll("(?s).*'descr': '([^']*)'.*", "$1");
        for (int i = 0; i < values.length; i++) {
            values[i] = next(bytes, type);
        }
        return new Tensor(shape, values);
    }

    private static float next(ByteBuffer bytes, String type) {
        return switch (type) {
            case "<f4" -> bytes.getFloat();
            case "<f8" -> (float) bytes.getDouble();
            case "<i4" -> bytes.getInt();
            case "<i8" -> bytes.getLong();
            default -> throw new IllegalArgumentException("no numbers: " + type);
        };
    }
}
