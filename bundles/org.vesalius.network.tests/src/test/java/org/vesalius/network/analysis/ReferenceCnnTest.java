// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Analyses;
import org.vesalius.network.Network;
import org.vesalius.network.Networks;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.layer.standard.StandardLayers;

/**
 * The CNN of the reference text, against figures worked out by hand: 128−3+1 = 126, /2 = 63, 63−3+1 = 61,
 * ⌊61/2⌋ = 30; weights 3·3·3·32+32, 3·3·32·64+64, 30·30·64·128+128, 128+1.
 */
class ReferenceCnnTest {
    private final Network network = Networks.referenceCnn();
    private final NetworkAnalysis analysis = new NetworkAnalyser(StandardLayers.catalog()).analyse(network);

    @Test
    void isValid() {
        assertThat(Analyses.faults(network)).isEmpty();
        assertThat(analysis.valid()).isTrue();
    }

    /** 7,372,928 of 7,392,449 weights are in fc1; a window grows 1, 3, 4, 8, 10 through the four layers. */
    @Test
    void isAdvisedOnItsDenseLayerAndItsNarrowView() {
        assertThat(analysis.problems()).extracting(Problem::checkId)
                .containsExactly("network.dense-share", "network.receptive-field");
        assertThat(analysis.problems().get(0).message()).contains("fc1").contains("99.7 %").contains("leaves it 8,320");
        assertThat(analysis.problems().get(1).message()).contains("see 10×10 of the 128×128 pixels");
    }

    @Test
    void hasTheShapesWorkedOutByHand() {
        assertThat(shape("image")).isEqualTo("128×128×3");
        assertThat(shape("conv1")).isEqualTo("126×126×32");
        assertThat(shape("pool1")).isEqualTo("63×63×32");
        assertThat(shape("conv2")).isEqualTo("61×61×64");
        assertThat(shape("pool2")).isEqualTo("30×30×64");
        assertThat(shape("flatten")).isEqualTo("57600");
        assertThat(shape("fc1")).isEqualTo("128");
        assertThat(shape("dropout")).isEqualTo("128");
        assertThat(shape("fc2")).isEqualTo("1");
        assertThat(shape("finding")).isEqualTo("1");
    }

    @Test
    void hasTheParametersWorkedOutByHand() {
        assertThat(parameters("conv1")).isEqualTo(896);
        assertThat(parameters("conv2")).isEqualTo(18_496);
        assertThat(parameters("fc1")).isEqualTo(7_372_928);
        assertThat(parameters("fc2")).isEqualTo(129);
        assertThat(analysis.totalParameters()).isEqualTo(new ParameterCount(7_392_449, 0));
    }

    /** 49152 + 508032 + 127008 + 238144 + 57600 + 57600 + 128 + 128 + 1 numbers of 4 bytes a sample. */
    @Test
    void needsTheMemoryWorkedOutByHand() {
        long perSample = 1_037_793L;
        assertThat(analysis.activationBytes(32)).hasValue(4 * 32 * perSample);
        assertThat(analysis.trainingBytes(new TrainingScale(32, "any", 2))).hasValue(2 * 4 * 32 * perSample + 4 * 4 * 7_392_449L);
        assertThat(analysis.trainingBytes(new TrainingScale(32, "any", 0))).hasValue(2 * 4 * 32 * perSample + 2 * 4 * 7_392_449L);
    }

    @Test
    void saysWhatFlowsAlongEachConnection() {
        assertThat(network.getConnections()).allSatisfy(connection -> assertThat(analysis.shapeOn(connection))
                .isEqualTo(analysis.shapeOf(connection.getSource())));
    }

    private String shape(String layer) {
        return analysis.shapeOf(Networks.layer(network, layer)).orElseThrow().display();
    }

    private long parameters(String layer) {
        return analysis.parameters(Networks.layer(network, layer)).total();
    }
}
