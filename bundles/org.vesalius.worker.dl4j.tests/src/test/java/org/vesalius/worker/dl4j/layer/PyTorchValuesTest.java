// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Recurrent;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.BuiltGraph;
import org.vesalius.worker.dl4j.graph.GraphFactory;
import org.vesalius.worker.dl4j.graph.LayerTranslators;
import org.vesalius.worker.dl4j.graph.NumericPath;

/**
 * Outputs of recurrent layers and batch normalisation against PyTorch 1.13 in double precision, with inputs and weights
 * w(i) = ½ sin(i + s). The numbers came from torch.nn.LSTM, RNN and BatchNorm1d(eps=1e-3, momentum=0.1); DL4J keeps the
 * parts of an LSTM in the order candidate, forget, output, input gate and PyTorch as input, forget, candidate, output, so
 * the weights were put into that order there.
 */
class PyTorchValuesTest {

    private static final NetworkFactory LAYERS = NetworkFactory.eINSTANCE;
    private static final int SAMPLES = 2;
    private static final int TIME = 4;
    private static final int FEATURES = 2;
    private static final int UNITS = 3;

    private static final double[] NORMALISED = {0.9577629992, 0.9203671124, -0.0414364683, -1.290170707, -1.610883357,
        -0.65678612, 0.6945568262, 1.026589715};

    @Test
    void batchNormalizationInTrainingAndItsRunningStatistics() {
        Network network = new NetworkBuilder("norm")
                .add("in", LAYERS.createInput(), input -> input.setShape(Shape.vector(2)))
                .add("norm", LAYERS.createBatchNormalization(), norm -> {
                    norm.setMomentum(0.9);
                    norm.setEpsilon(1e-3);
                })
                .add("out", LAYERS.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
        BuiltGraph built = build(network);
        INDArray inputs = sines(1, 4, 2).mul(3);
        built.rate().set(0);
        built.graph().fit(new INDArray[] {inputs}, new INDArray[] {Nd4j.zeros(DataType.DOUBLE, 4, 2)});
        float[] expected = new float[NORMALISED.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float) NORMALISED[i];
        }
        assertThat(built.outputs().get(0).loss().outputs()).containsExactly(expected, within(1e-6f));
        var norm = built.graph().getLayer("1:norm");
        assertThat(norm.getParam("moving-mean").toDoubleVector()).containsExactly(new double[] {0.02552449938, 0.032341413},
                within(1e-9));
        // Keras keeps the variance of the batch as it is; PyTorch would divide by n - 1.
        assertThat(norm.getParam("moving-variance").toDoubleVector()).containsExactly(new double[] {1.010437492, 1.027717026},
                within(1e-9));
    }

    private static BuiltGraph build(Network network) {
        return new GraphFactory(StandardLayers.catalog(), LayerTranslators.of(new StandardTranslators()), NumericPath.REFERENCE)
                .build(network, ExperimentFactory.eINSTANCE.createSgd(), 1);
    }

    private static INDArray sines(int start, long... shape) {
        INDArray array = Nd4j.create(DataType.DOUBLE, shape);
        for (int i = 0; i < array.length(); i++) {
            array.putScalar(i, 0.5 * Math.sin(i + start));
        }
        return array;
    }
}
