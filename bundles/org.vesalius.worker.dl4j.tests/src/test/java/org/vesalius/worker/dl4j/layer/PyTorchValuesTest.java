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
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.BuiltGraph;
import org.vesalius.worker.dl4j.graph.GraphFactory;
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

    private static final double[] LSTM = {-0.1258052341, -0.033127493, 0.1783418664, -0.1941602172, -0.08670693836, 0.04056588839, -0.1178774424,
        -0.1468106512, -0.0834385025, -0.1591690884, -0.1065153644, 0.120004869, -0.08247367257,
        -0.03952781048, 0.04780405358, -0.0457959176, -0.1243785183, -0.09258870103, -0.1430467873,
        -0.1061706364, 0.1031449181, -0.2141635016, -0.09707256555, 0.1171088061};
    private static final double[] RNN = {-0.4050563009, -0.2311688414, 0.1735093968, -0.6566551639, -0.1644546523,
        0.5424151807, -0.3786453792, -0.4924037966, -0.1821596099, -0.3218536563, -0.2887728032, 0.01252818525,
        -0.649063475, -0.09843347168, 0.5829802578, -0.4304568132, -0.4680580551, -0.08781005022, -0.2778585283,
        -0.3477199982, -0.1063316067, -0.6311473976, -0.09438474743, 0.5655962707};
    private static final double[] NORMALISED = {0.9577629992, 0.9203671124, -0.0414364683, -1.290170707, -1.610883357,
        -0.65678612, 0.6945568262, 1.026589715};

    @Test
    void lstm() {
        assertThat(outputs(LAYERS.createLSTM(), 4)).containsExactly(LSTM, within(1e-9));
    }

    @Test
    void simpleRnn() {
        assertThat(outputs(LAYERS.createSimpleRNN(), 1)).containsExactly(RNN, within(1e-9));
    }

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

    private static double[] outputs(Recurrent layer, int gates) {
        layer.setUnits(UNITS);
        layer.setReturnSequences(true);
        BuiltGraph built = build(new NetworkBuilder("recurrent")
                .add("in", LAYERS.createInput(), input -> input.setShape(Shape.sequence(TIME, FEATURES)))
                .add("recurrent", layer)
                .add("out", LAYERS.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build());
        var made = built.graph().getLayer("1:recurrent");
        made.getParam("W").assign(sines(100, FEATURES, gates * UNITS));
        made.getParam("RW").assign(sines(200, UNITS, gates * UNITS));
        made.getParam("b").assign(sines(300, 1, gates * UNITS).reshape(made.getParam("b").shape()));
        return built.graph().outputSingle(sines(1, SAMPLES, TIME, FEATURES).mul(2)).dup('c').data().asDouble();
    }

    private static BuiltGraph build(Network network) {
        return new GraphFactory(LayerCatalog.standard(), StandardTranslators.all(), NumericPath.REFERENCE)
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
