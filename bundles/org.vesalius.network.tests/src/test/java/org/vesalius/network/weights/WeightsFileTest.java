// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/** Weights come back from their file bit for bit, and no file, however broken or hostile, does harm. */
class WeightsFileTest {
    private static final String ONE = "{\"d/kernel\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";

    @TempDir
    Path folder;

    private Path path;
    private WeightsFile file;

    @BeforeEach
    void name() {
        path = folder.resolve("net.safetensors");
        file = new WeightsFile(path);
    }

    @Test
    void everyBitComesBackInTheSameOrder() throws IOException {
        NetworkWeights weights = NetworkWeights.builder()
                .put("z", "kernel", WeightTensor.of(new float[] {1, -0f, Float.MIN_VALUE, Float.NaN, 5, 6}, 2, 3))
                .put("z", "count", WeightTensor.of(new float[] {7}))
                .put("block.1/50%", "forward/kernel", WeightTensor.of(new float[0], 0, 4))
                .put("a", "bias", WeightTensor.of(new float[] {Float.NEGATIVE_INFINITY}, 1))
                .build();

        file.save(weights);
        byte[] first = Files.readAllBytes(path);
        NetworkWeights read = file.load();
        file.save(read);

        assertThat(read).isEqualTo(weights);
        assertThat(read.layerIds()).containsExactly("z", "block.1/50%", "a");
        assertThat(Files.readAllBytes(path)).isEqualTo(first);
    }

    @Test
    void largeTensorsComeBack() {
        float[] values = new float[700_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 0.37f;
        }
        file.save(NetworkWeights.builder().put("d", "kernel", WeightTensor.of(values, values.length)).build());

        assertThat(file.load().get("d", "kernel").orElseThrow().values()).isEqualTo(values);
    }

    @Test
    void theLayoutIsThatOfTheFormat() throws IOException {
        file.save(NetworkWeights.builder().put("d", "kernel", WeightTensor.of(new float[] {1, 2}, 2)).build());

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) bytes.getLong();
        byte[] header = new byte[length];
        bytes.get(header);

        assertThat(length % 8).isZero();
        assertThat(new String(header, StandardCharsets.UTF_8).strip()).isEqualTo(ONE);
        assertThat(bytes.getFloat()).isEqualTo(1f);
        assertThat(bytes.getFloat()).isEqualTo(2f);
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void metadataOfOtherToolsIsPassedOver() throws IOException {
        write("{\"__metadata__\":{\"format\":\"pt\"}," + ONE.substring(1), 8);

        assertThat(file.load().count()).isEqualTo(2);
    }

    @Test
    void aFileCutOffAnywhereIsRefused() throws IOException {
        write(ONE, 8);
        byte[] whole = Files.readAllBytes(path);
        for (int length = 0; length < whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));
            assertRefused("");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 60, -1, 0, 1, Long.MAX_VALUE, 1L << 31, 1L << 32})
    void anImpossibleLengthOfTheHeaderIsRefused(long length) throws IOException {
        Files.write(path, ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());

        assertRefused("no file of weights");
    }

    @Test
    void overlappingNumbersAreRefused() throws IOException {
        write("{\"a/k\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                + "\"b/k\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}", 12);

        assertRefused("overlap");
    }

    @Test
    void bytesThatBelongToNothingAreRefused() throws IOException {
        write(ONE, 12);
        assertRefused("should hold 8 bytes");

        write(ONE.replace("[0,8]", "[4,12]"), 12);
        assertRefused("gap");
    }

    @Test
    void otherTypesOfNumbersAreRefused() throws IOException {
        write(ONE.replace("F32", "BF16"), 8);

        assertRefused("BF16");
    }

    @Test
    void aWeightThatComesTwiceIsRefused() throws IOException {
        write("{\"a/k\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},"
                + "\"a/k\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}", 0);

        assertRefused("twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[-2]", "[3]", "[4294967296,4294967296]", "[9223372036854775807,2]", "[1.5]", "[\"x\"]",
        "2", "null", "[1e99]"})
    void impossibleShapesAreRefused(String shape) throws IOException {
        write(ONE.replace("[2]", shape), 8);

        assertRefused("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}x", "{\"kernel\":{}}", "{\"a/k\":3}", "{\"a/k\":{}}", "{'a':1}", "{\"__metadata__\":",
        "nul", "{\"/k\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}"})
    void foreignHeadersAreRefused(String header) throws IOException {
        write(header, 0);

        assertRefused("");
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        write("{\"__metadata__\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", 0);

        assertRefused("");
    }

    @Test
    void aMissingFileIsReported() {
        assertRefused("can't be read");
    }

    @Test
    void itStandsBesideItsNetwork() {
        assertThat(WeightsFile.beside(folder.resolve("heart.v2.network")).path())
                .isEqualTo(folder.resolve("heart.v2.safetensors"));
    }

    @Test
    void aTensorHasAsManyNumbersAsItsShape() {
        float[] three = new float[3];
        assertThatThrownBy(() -> WeightTensor.of(three, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WeightTensor.of(three, -3, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(WeightTensor.of(three, 3, 1).reshaped(java.util.List.of(1, 3)).rank()).isEqualTo(2);
    }

    private void assertRefused(String part) {
        assertThatThrownBy(file::load).isInstanceOfSatisfying(ReportedException.class, e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
            assertThat(e.where()).contains(path);
        }).hasMessageContaining(part);
    }

    private void write(String header, int dataBytes) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        Files.write(path, ByteBuffer.allocate(Long.BYTES + json.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length).put(json).array());
    }
}
