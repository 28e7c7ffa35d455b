// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Dense;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightTensor;

/** An import that can't be opened again writes nothing. */
class ImportedFilesTest {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    @TempDir
    Path folder;

    private final ImportedFiles files = new ImportedFiles(StandardLayers.catalog());

    @Test
    void twoLayersOfOneIdAreRefusedBeforeAnythingIsReplaced() throws IOException {
        Path target = folder.resolve("model.network");
        Files.writeString(target, "what was there");
        Network network = MAKE.createNetwork();
        network.getLayers().add(wrapped("first"));
        network.getLayers().add(wrapped("second"));

        assertThatThrownBy(() -> files.write(imported(network, NetworkWeights.empty()), target))
                .isInstanceOf(ReportedException.class).hasMessageContaining("could not be opened again");
        assertThat(target).hasContent("what was there");
        assertThat(folder).isDirectoryNotContaining("glob:**.safetensors");
    }

    @Test
    void weightsOfNoLayerAreRefused() {
        Network network = MAKE.createNetwork();
        Dense dense = MAKE.createDense();
        dense.setId("dense");
        dense.setName("dense");
        network.getLayers().add(dense);
        NetworkWeights weights = NetworkWeights.builder()
                .put("gone", "kernel", new WeightTensor(List.of(1), new float[] {1})).build();

        assertThatThrownBy(() -> files.write(imported(network, weights), folder.resolve("model.network")))
                .isInstanceOf(ReportedException.class).hasMessageContaining("'gone'");
        assertThat(folder).isEmptyDirectory();
    }

    private static TimeDistributed wrapped(String name) {
        Dense dense = MAKE.createDense();
        dense.setId("inside");
        dense.setName("inside");
        TimeDistributed wrapper = MAKE.createTimeDistributed();
        wrapper.setId(name);
        wrapper.setName(name);
        wrapper.setLayer(dense);
        return wrapper;
    }

    private static ImportedNetwork imported(Network network, NetworkWeights weights) {
        return new ImportedNetwork(network, Optional.of(weights), new ExchangeReport("a test", List.of(), List.of()));
    }
}
