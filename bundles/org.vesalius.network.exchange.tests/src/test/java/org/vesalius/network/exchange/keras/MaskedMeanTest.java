// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ExchangeReport;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.LayerNote;
import org.vesalius.network.exchange.keras.read.KerasImporter;
import org.vesalius.network.exchange.keras.write.KerasJsonExporter;
import org.vesalius.network.layer.standard.StandardLayers;

/** Keras leaves masked steps out of a mean over a sequence; that Vesalius counts them is said. */
class MaskedMeanTest {
    private static final String MODEL = """
            {"class_name": "Sequential", "keras_version": "2.11.0", "backend": "tensorflow", "config": {"name": "s",
             "layers": [
              {"class_name": "Masking", "config": {"name": "m", "batch_input_shape": [null, 5, 4], "mask_value": 0.0}},
              {"class_name": "SimpleRNN", "config": {"name": "r", "units": 3, "return_sequences": true}},
              {"class_name": "%s", "config": {"name": "g"}}]}}
            """;

    @TempDir
    Path folder;

    @Test
    void aMeanBehindAMaskIsNotExact() throws IOException {
        assertThat(report("GlobalAveragePooling1D").with(Fidelity.APPROXIMATED)).singleElement()
                .extracting(LayerNote::note).asString().contains("masked steps count here");
    }

    /** Keras takes the largest of all steps, masked ones as well. */
    @Test
    void aMaximumIsAsInKeras() throws IOException {
        assertThat(report("GlobalMaxPooling1D").exact()).isTrue();
    }

    /** Given back to Keras, the mean leaves out the steps that were counted here. */
    @Test
    void aMeanBehindAMaskIsNotExactOnTheWayBack() throws IOException {
        assertThat(written("GlobalAveragePooling1D").layers()).filteredOn(note -> note.fidelity() != Fidelity.EXACT)
                .singleElement().extracting(LayerNote::note).asString().contains("masked steps count here");
        assertThat(written("GlobalMaxPooling1D").exact()).isTrue();
    }

    private ExchangeReport written(String pooling) throws IOException {
        return new KerasJsonExporter(StandardLayers.catalog(), BlockSource.none()).write(imported(pooling).network(), Optional.empty(),
                folder.resolve("back.json"));
    }

    private ExchangeReport report(String pooling) throws IOException {
        return imported(pooling).report();
    }

    private ImportedNetwork imported(String pooling) throws IOException {
        Path file = Files.writeString(folder.resolve("model.json"), MODEL.formatted(pooling));
        return new KerasImporter(StandardLayers.catalog()).load(file);
    }
}
