// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.core.ReportedException;
import org.vesalius.worker.spi.TrainableNetwork;

class RefusedStateTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"optimizer.f32", "parameters.f32"})
    void aStateCutShortChangesNothing(String name) throws IOException {
        try (TrainableNetwork network = trained()) {
            Path file = folder.resolve(name);
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - 4));

            refuses(network);
        }
    }

    @Test
    void anAlteredStateChangesNothing() throws IOException {
        try (TrainableNetwork network = trained()) {
            Path file = folder.resolve("parameters.f32");
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);

            refuses(network);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"optimizer.f32", "parameters.f32", "counters.json"})
    void whatReadsBackAsSomethingElseIsNotSaved(String name) throws IOException {
        try (TrainableNetwork network = Samples.build(7)) {
            Samples.trainEpoch(network, 1);
            network.save(folder);
            assertThat(network.isSavedIn(folder)).isTrue();
            Path file = folder.resolve(name);
            byte[] bytes = Files.readAllBytes(file);
            // the last digit of the hash in the counters, a number of the others
            int place = name.endsWith(".json") ? new String(bytes, StandardCharsets.UTF_8).lastIndexOf('"') - 1
                    : bytes.length - 1;
            bytes[place] ^= 1;
            Files.write(file, bytes);

            assertThat(network.isSavedIn(folder)).isFalse();
        }
    }

    private void refuses(TrainableNetwork network) {
        String before = network.parametersSha256();

        assertThatThrownBy(() -> network.load(folder)).isInstanceOf(ReportedException.class);
        assertThat(network.parametersSha256()).isEqualTo(before);
    }

    /** A network that has gone on since it was saved. */
    private TrainableNetwork trained() throws IOException {
        TrainableNetwork network = Samples.build(7);
        network.save(folder);
        Samples.trainEpoch(network, 1);
        return network;
    }
}
