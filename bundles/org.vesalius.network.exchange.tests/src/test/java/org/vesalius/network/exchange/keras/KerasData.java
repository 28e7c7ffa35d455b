// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.vesalius.worker.spi.Tensor;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Models that Keras wrote and what it computed with them; tests are skipped where the folder is absent. */
final class KerasData {
    private static final Path FOLDER = Path.of("../../../shared/data/keras-h5/dl4j-test-resources");

    private KerasData() {
    }

    static Path file(String name) {
        assumeTrue(Files.isDirectory(FOLDER), "there is no ../shared/data/keras-h5 beside the repository");
        return FOLDER.resolve(name);
    }

    /** An array of NumPy, format 1.0 as numpy.lib.format describes it, little-endian and in C order. */
    static Tensor npy(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.getShort(8);
        String header = new String(bytes.array(), 10, length, StandardCharsets.US_ASCII);
        String sizes = header.replaceAll(".*'shape': \\(([^)]*)\\).*\\s*", "$1");
        int[] shape = Arrays.stream(sizes.split(",")).map(String::strip).filter(size -> !size.isEmpty())
                .mapToInt(Integer::parseInt).toArray();
        float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        bytes.position(10 + length);
        boolean single = header.contains("<f4");
        for (int i = 0; i < values.length; i++) {
            values[i] = single ? bytes.getFloat() : (float) bytes.getDouble();
        }
        return new Tensor(shape, values);
    }

    /** Numbers as text, whatever separates them. */
    static Tensor text(Path file, int... shape) throws IOException {
        String[] numbers = Files.readString(file).strip().split("\\s+");
        float[] values = new float[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.parseFloat(numbers[i]);
        }
        return new Tensor(shape, values);
    }
}
