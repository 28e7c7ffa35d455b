// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.hdf5.Hdf5File;
import org.vesalius.network.exchange.keras.read.KerasImporter;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.weights.WeightTensor;
import org.vesalius.worker.spi.Tensor;

/** Models with weights compute what Keras computed with them. */
class KerasPredictionsTest {
    private static final float CLOSE = 1e-5f;
    private static final String RECURRENT = "modelimport/keras/examples/";

    private final KerasImporter importer = new KerasImporter(StandardLayers.catalog());

    @ParameterizedTest
    @ValueSource(strings = {"simple_rnn", "simple_flatten_rnn"})
    void recurrentModelsOfKeras2(String name) {
        String path = RECURRENT + name + "/" + name + "_tf_keras_2";
        ImportedNetwork imported = importer.load(KerasData.file(path + "_model.h5"));

        checkRecurrent(imported, KerasData.file(path + "_inputs_and_outputs.h5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple_rnn", "simple_flatten_rnn"})
    void descriptionAndWeightsInFilesOfTheirOwn(String name) {
        String path = RECURRENT + name + "/" + name + "_tf_keras_2";
        ImportedNetwork imported = importer.load(KerasData.file(path + "_config.json"),
                KerasData.file(path + "_weights.h5"));

        checkRecurrent(imported, KerasData.file(path + "_inputs_and_outputs.h5"));
    }

    private static void checkRecurrent(ImportedNetwork imported, Path expectations) {
        try (Hdf5File file = Hdf5File.open(expectations)) {
            Tensor input = tensor(file.tensor("inputs/simple_rnn_1_input"));
            Tensor expected = tensor(file.tensor("predictions/dense_1"));
            assertThat(Prediction.of(imported, input).get(0).values()).containsExactly(expected.values(),
                    offset(CLOSE));
        }
    }

    @Test
    void convolutionsAndBatchNormalisationOfKeras2() throws IOException {
        ImportedNetwork imported = importer.load(
                KerasData.file("modelimport/keras/fullconfigs/cnn/cnn_batch_norm.h5"));
        Tensor input = KerasData.npy(KerasData.file("modelimport/keras/fullconfigs/cnn/input.npy"));
        Tensor expected = KerasData.npy(KerasData.file("modelimport/keras/fullconfigs/cnn/predictions.npy"));

        assertThat(imported.report().exact()).as(imported.report().text()).isTrue();
        assertThat(Prediction.of(imported, input).get(0).values()).containsExactly(expected.values(), offset(CLOSE));
    }

    @Test
    void convolutionsOfKeras1() throws IOException {
        ImportedNetwork imported = importer.load(KerasData.file("keras/simple/cnn_tf_model.h5"));
        // the text lists the input channels first
        Tensor input = channelsLast(KerasData.text(KerasData.file("keras/simple/cnn_tf_input.txt"), 3, 8, 8));
        Tensor expected = KerasData.text(KerasData.file("keras/simple/cnn_tf_output.txt"), 1, 3);

        assertThat(Prediction.of(imported, input).get(0).values()).containsExactly(expected.values(), offset(CLOSE));
    }

    private static Tensor channelsLast(Tensor channelsFirst) {
        int channels = channelsFirst.shape()[0];
        int places = channelsFirst.shape()[1] * channelsFirst.shape()[2];
        float[] values = new float[channels * places];
        for (int i = 0; i < values.length; i++) {
            values[i % places * channels + i / places] = channelsFirst.values()[i];
        }
        return new Tensor(new int[] {1, channelsFirst.shape()[1], channelsFirst.shape()[2], channels}, values);
    }

    private static Tensor tensor(WeightTensor from) {
        return new Tensor(from.shape().stream().mapToInt(Integer::intValue).toArray(), from.values());
    }
}
