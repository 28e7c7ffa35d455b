// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
import org.vesalius.network.Normalization;
import org.vesalius.network.Output;
import org.vesalius.network.SelfAttention;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.LayerNote;
import org.vesalius.network.exchange.keras.read.KerasImporter;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.worker.spi.Tensor;

/**
 * Weights in all the layouts that Keras has had. Models and expected results come from
 * {@code src/test/python/make_keras_models.py}, which computes with NumPy.
 */
class KerasLayoutsTest {
    private static final Path FOLDER = Path.of("src/test/resources/keras");
    private static final float CLOSE = 1e-5f;

    private final KerasImporter importer = new KerasImporter(StandardLayers.catalog());

    @Test
    void keras1OnTheanoChannelsFirst() throws IOException {
        ImportedNetwork imported = importer.load(FOLDER.resolve("theano.h5"));

        assertThat(imported.report().exact()).as(imported.report().text()).isTrue();
        assertThat(imported.report().remarks()).anyMatch(remark -> remark.contains("Theano is assumed"));
        check(imported, "theano");
    }

    @Test
    void keras1GatesInArraysOfTheirOwn() throws IOException {
        check(importer.load(FOLDER.resolve("gates.h5")), "gates");
    }

    @Test
    void keras2ModelInAModelUsedTwice() throws IOException {
        ImportedNetwork imported = importer.load(FOLDER.resolve("nested.h5"));
        Tensor pairs = KerasData.npy(FOLDER.resolve("nested_input.npy"));
        Tensor expected = KerasData.npy(FOLDER.resolve("nested_expected.npy"));

        assertThat(imported.network().getLayers()).filteredOn(Block.class::isInstance).hasSize(2);
        assertThat(imported.report().with(Fidelity.APPROXIMATED)).extracting(LayerNote::layer)
                .containsExactly("encoder");
        List<Tensor> results = Prediction.of(imported, half(pairs, 0), half(pairs, 1));
        assertThat(results.get(0).values()).containsExactly(expected.values(), offset(CLOSE));
    }

    @Test
    void keras3ArchiveWithRecurrentLayersAndAttention() throws IOException {
        ImportedNetwork imported = importer.load(FOLDER.resolve("archive.keras"));

        assertThat(imported.report().origin()).isEqualTo("Keras 3.4.1");
        assertThat(imported.report().exact()).as(imported.report().text()).isTrue();
        assertThat(imported.network().getLayers()).anyMatch(SelfAttention.class::isInstance);
        assertThat(only(imported, Output.class).getLoss()).isEqualTo(Loss.CATEGORICAL_CROSS_ENTROPY);
        check(imported, "archive");
    }

    @Test
    void normalisationTravelsWithTheModel() {
        ImportedNetwork imported = importer.load(FOLDER.resolve("archive.keras"));

        assertThat(only(imported, Normalization.class).getMean().split(" ")).hasSize(4);
        assertThat(imported.report().remarks()).anyMatch(remark -> remark.contains("normalised inside the network"));
    }

    private static <L extends Layer> L only(ImportedNetwork imported, Class<L> type) {
        return imported.network().getLayers().stream().filter(type::isInstance).map(type::cast).findFirst()
                .orElseThrow();
    }

    private static void check(ImportedNetwork imported, String name) throws IOException {
        Tensor input = KerasData.npy(FOLDER.resolve(name + "_input.npy"));
        Tensor expected = KerasData.npy(FOLDER.resolve(name + "_expected.npy"));
        assertThat(Prediction.of(imported, input).get(0).values()).as(imported.report().text())
                .containsExactly(expected.values(), offset(CLOSE));
    }

    /** One of two inputs that stand behind each other along the second axis. */
    private static Tensor half(Tensor pairs, int which) {
        int features = pairs.shape()[2];
        float[] values = new float[pairs.shape()[0] * features];
        for (int i = 0; i < values.length; i++) {
            values[i] = pairs.values()[(i / features * 2 + which) * features + i % features];
        }
        return new Tensor(new int[] {pairs.shape()[0], features}, values);
    }
}
