// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vesalius.core.check.Problem;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Analyses;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.check.CheckedNetwork;
import org.vesalius.network.check.NetworkCheck;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;

/** A network with two inputs and two outputs: an image and a record in, a finding and an age out. */
class FusionTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    private final Network network = new NetworkBuilder("fusion")
            .addBehind("xray", Networks.input("128x128x1"))
            .add("conv", Networks.convolution(16))
            .add("pool", FACTORY.createGlobalPooling())
            .addBehind("record", Networks.input("12"))
            .add("fc", Networks.dense(8, ActivationFunction.RELU))
            .addBehind("fuse", FACTORY.createConcatenate(), "pool", "fc")
            .addBehind("decide", Networks.dense(1, ActivationFunction.SIGMOID), "fuse")
            .add("finding", FACTORY.createOutput())
            .addBehind("estimate", Networks.dense(1, ActivationFunction.LINEAR), "fuse")
            .add("age", FACTORY.createOutput(), age -> age.setLoss(Loss.MEAN_SQUARED_ERROR))
            .build();

    @Test
    void isValidWithAllItsShapes() {
        assertThat(Analyses.faults(network)).isEmpty();
        assertThat(Analyses.shape(network, "fuse")).isEqualTo("24");
        assertThat(Analyses.shape(network, "finding")).isEqualTo("1");
        assertThat(Analyses.shape(network, "age")).isEqualTo("1");
    }

    @Test
    void keepsTheOrderOfInputsInItsFile() {
        Layer fuse = Networks.layer(network, "fuse");
        Inputs.connections(fuse).get(0).setTargetInput(7);
        NetworkFiles files = new NetworkFiles(StandardLayers.catalog());
        Network loaded = files.load(new ByteArrayInputStream(files.toBytes(network)), "fusion");
        assertThat(Inputs.of(Networks.layer(loaded, "fuse"))).extracting(Layer::getName).containsExactly("fc", "pool");
    }

    @Test
    void aCheckThatFailsIsNamedAndTheOthersGoOn() {
        NetworkCheck sound = checked -> List.of(Problem.advice("lab.ok", "", "Fine.", "Why."));
        NetworkAnalysis analysis = new NetworkAnalyser(StandardLayers.catalog(), List.of(new Faulty(), sound))
                .analyse(network);
        assertThat(analysis.problems()).extracting(Problem::checkId).containsExactly("network.check", "lab.ok");
        assertThat(analysis.problems().get(0).message()).contains(Faulty.class.getName());
    }

    @Test
    void theAnalysisCanNotBeChanged() {
        List<Problem> problems = Analyses.of(network).problems();
        assertThatThrownBy(() -> problems.add(null)).isInstanceOf(UnsupportedOperationException.class);
    }

    private static final class Faulty implements NetworkCheck {
        @Override
        public List<Problem> check(CheckedNetwork checked) {
            throw new IllegalStateException("lab's mistake");
        }
    }
}
