// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Analyses;
import org.vesalius.network.Concatenate;
import org.vesalius.network.Connection;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Dropout;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Networks;
import org.vesalius.network.Output;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;

/** Each check on a network with the mistake it looks for: what it says, and that its fixes remove it. */
class ChecksTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    private final Network network = Networks.referenceCnn();
    private final Wiring wiring = new Wiring(network);

    @Test
    void anEmptyNetworkWantsBothEnds() {
        Network empty = FACTORY.createNetwork();
        assertThat(Analyses.of(empty).problems()).extracting(Problem::checkId)
                .containsExactly("network.no-input", "network.no-output");
        Analyses.problem(empty, "network.no-input").fixes().get(0).apply();
        Analyses.problem(empty, "network.no-output").fixes().get(0).apply();
        assertThat(Analyses.faults(empty)).isEmpty();
    }

    @Test
    void noInput() {
        wiring.remove(layer("image"));
        Problem problem = Analyses.problem(network, "network.no-input");
        assertThat(Analyses.faults(network)).hasSize(1);
        problem.fixes().get(0).apply();
        assertThat(Analyses.faults(network)).isEmpty();
        assertThat(Inputs.of(layer("conv1"))).extracting(Layer::getName).containsExactly("input1");
    }

    @Test
    void noOutput() {
        wiring.remove(layer("finding"));
        Problem problem = Analyses.problem(network, "network.no-output");
        assertThat(Analyses.faults(network)).hasSize(1);
        problem.fixes().get(0).apply();
        assertThat(Analyses.faults(network)).isEmpty();
        assertThat(((Output) layer("output1")).getLoss()).isEqualTo(Loss.BINARY_CROSS_ENTROPY);
    }

    @Test
    void aLayerWithoutInputCanBeConnectedOrRemoved() {
        wiring.disconnect(layer("conv2").getIncoming().get(0));
        Problem problem = Analyses.problem(network, "network.inputs");
        assertThat(problem.message()).isEqualTo("Convolution 2D 'conv2' gets no input; connect a layer to it.");
        assertThat(labels(problem)).containsExactly("Connect Pooling 2D 'pool1' to Convolution 2D 'conv2'",
                "Remove Convolution 2D 'conv2'");
        problem.fixes().get(0).apply();
        assertThat(Analyses.faults(network)).isEmpty();
    }

    @Test
    void aLayerThatLeadsNowhereCanBeRemoved() {
        Layer extra = wiring.add(NetworkPackage.Literals.FLATTEN);
        wiring.connect(layer("pool2"), extra);
        Problem problem = Analyses.problem(network, "network.unused");
        assertThat(problem.message()).startsWith("Flatten 'flatten1' leads nowhere");
        problem.fixes().get(0).apply();
        assertThat(Analyses.faults(network)).isEmpty();
    }

    @Test
    void twoInputsWhereOneIsTakenCanBeJoined() {
        wiring.connect(layer("conv1"), layer("pool1"));
        Problem problem = Analyses.problem(network, "network.inputs");
        assertThat(problem.message()).isEqualTo("Pooling 2D 'pool1' gets 2 inputs but takes one input.");
        assertThat(labels(problem)).containsExactly("Join its inputs by a Concatenate", "Add its inputs up by an Add",
                "Remove the connection from Convolution 2D 'conv1'");
        problem.fixes().get(0).apply();
        assertThat(Analyses.faults(network)).isEmpty();
        assertThat(Inputs.of(layer("pool1"))).singleElement().isInstanceOf(Concatenate.class);
    }

    @Test
    void anExtraInputCanBeRemoved() {
        wiring.connect(layer("conv1"), layer("pool1"));
        Analyses.problem(network, "network.inputs").fixes().get(2).apply();
        assertThat(Analyses.faults(network)).isEmpty();
    }

    @Test
    void mergingLayersWantTwoInputs() {
        Network one = Networks.single(Shape.vector(3), FACTORY.createConcatenate());
        assertThat(Analyses.problem(one, "network.inputs").message())
                .contains("gets one input but takes 2 inputs or more");
    }

    @Test
    void aCycleIsNamedByItsPath() {
        wiring.connect(layer("pool2"), layer("conv1"));
        Problem problem = Analyses.problem(network, "network.cycle");
        assertThat(problem.message()).contains("conv1 → pool1 → conv2 → pool2 → conv1");
        assertThat(problem.message()).endsWith("most likely that from pool2 to conv1.");
        assertThat(labels(problem).get(0))
                .isEqualTo("Remove the connection from Pooling 2D 'pool2' to Convolution 2D 'conv1'");
        problem.fixes().get(0).apply();
        assertThat(Analyses.faults(network)).isEmpty();
    }

    /** Removing any other connection of the ring would leave a layer without input, or data without a way. */
    @Test
    void theConnectionThatClosesACycleIsSuspectedWhereverTheRingIsEntered() {
        for (String back : new String[] {"conv1", "pool1", "conv2", "pool2"}) {
            Network ring = Networks.referenceCnn();
            new Wiring(ring).connect(Networks.layer(ring, "flatten"), Networks.layer(ring, back));
            Analyses.problem(ring, "network.cycle").fixes().get(0).apply();
            assertThat(Analyses.faults(ring)).as(back).isEmpty();
        }
    }

    @Test
    void aLayerThatFeedsItselfIsACycle() {
        wiring.connect(layer("conv1"), layer("conv1"));
        Problem problem = Analyses.problem(network, "network.cycle");
        assertThat(problem.message()).contains("conv1 → conv1");
        problem.fixes().get(0).apply();
        assertThat(Analyses.faults(network)).isEmpty();
    }

    @Test
    void aLongCycleIsShortened() {
        NetworkBuilder builder = new NetworkBuilder("ring");
        for (int i = 0; i < 100; i++) {
            builder.add("l" + i, FACTORY.createDropout());
        }
        Network ring = builder.connect("l99", "l0").build();
        assertThat(Analyses.problem(ring, "network.cycle").message()).contains("→ … →").hasSizeLessThan(200);
    }

    @Test
    void namesAreThereAndUnique() {
        layer("pool1").setName(" ");
        layer("conv2").setName("conv1");
        List<Problem> problems = Analyses.problems(network, "network.name");
        assertThat(problems).extracting(Problem::message)
                .containsExactly("Pooling 2D without a name needs one.", "Two layers are named 'conv1'.");
        assertThat(labels(problems.get(0))).containsExactly("Name it 'pool1'");
        assertThat(labels(problems.get(1))).containsExactly("Name it 'conv1-2'");
        problems.forEach(problem -> problem.fixes().get(0).apply());
        assertThat(Analyses.faults(network)).isEmpty();
    }

    @Test
    void idsAreThereAndUnique() {
        layer("pool1").setId(null);
        layer("conv2").setId("conv1");
        layer("fc1").setId("1 2");
        List<Problem> problems = Analyses.problems(network, "network.id");
        assertThat(problems).hasSize(3);
        problems.forEach(problem -> problem.fixes().get(0).apply());
        assertThat(Analyses.faults(network)).isEmpty();
    }

    @Test
    void connectionsHaveBothEnds() {
        Connection loose = FACTORY.createConnection();
        loose.setSource(layer("conv1"));
        network.getConnections().add(loose);
        network.getConnections().add(FACTORY.createConnection());
        List<Problem> problems = Analyses.problems(network, "network.connection");
        assertThat(problems).extracting(Problem::message).containsExactly(
                "A connection of Convolution 2D 'conv1' has a loose end; remove it.",
                "A connection has two loose ends; remove it.");
        problems.forEach(problem -> problem.fixes().get(0).apply());
        assertThat(Analyses.faults(network)).isEmpty();
    }

    @Test
    void aConnectionToALayerOfAnotherNetworkIsLoose() {
        Connection foreign = FACTORY.createConnection();
        foreign.setSource(layer("conv1"));
        foreign.setTarget(FACTORY.createFlatten());
        network.getConnections().add(foreign);
        assertThat(Analyses.problem(network, "network.connection").message()).contains("loose end");
    }

    @Test
    void inputsAreNumberedWithoutGaps() {
        Network merge = new NetworkBuilder("n").addBehind("a", Networks.input("3")).addBehind("b", Networks.input("4"))
                .addBehind("m", FACTORY.createConcatenate(), "a", "b")
                .add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
        merge.getConnections().get(1).setTargetInput(0);
        Problem problem = Analyses.problem(merge, "network.input-number");
        problem.fixes().get(0).apply();
        assertThat(Analyses.faults(merge)).isEmpty();
    }

    @Test
    void nothingFollowsAnOutput() {
        Layer more = wiring.add(NetworkPackage.Literals.OUTPUT);
        wiring.connect(layer("finding"), more);
        Problem problem = Analyses.problem(network, "network.output-last");
        assertThat(problem.message()).startsWith("Output 'finding' feeds another layer");
        problem.fixes().get(0).apply();
        assertThat(Analyses.problems(network, "network.output-last")).isEmpty();
    }

    @Test
    void attributesStayWithinTheLimitsOfTheMetamodel() {
        Convolution2D conv = (Convolution2D) layer("conv1");
        conv.setFilters(0);
        conv.setKernelSize(new Size2D(3, 0));
        conv.setStride(null);
        ((Dropout) layer("dropout")).setRate(1.5);
        List<Problem> problems = Analyses.problems(network, "network.attribute");
        assertThat(problems).extracting(Problem::message).containsExactly(
                "Filters of Convolution 2D 'conv1' is 0; allowed is 1 to 65536 (channels).",
                "Kernel size of Convolution 2D 'conv1' is 3x0; allowed is 1 to 1024 (pixels).",
                "Stride of Convolution 2D 'conv1' is missing; allowed is 1 to 1024 (pixels).",
                "Rate of Dropout 'dropout' is 1.5; allowed is 0 to 0.99 (fraction).");
        assertThat(problems).allSatisfy(problem -> assertThat(problem.explanation()).isNotBlank());
        problems.forEach(problem -> problem.fixes().get(0).apply());
        assertThat(Analyses.faults(network)).isEmpty();
    }

    @Test
    void notANumberIsOutOfRange() {
        ((Dropout) layer("dropout")).setRate(Double.NaN);
        assertThat(Analyses.problems(network, "network.attribute")).hasSize(1);
    }

    @Test
    void attributesOfLayersInsideWrappersAreCheckedToo() {
        TimeDistributed steps = FACTORY.createTimeDistributed();
        steps.setLayer(Networks.dense(0, ActivationFunction.RELU));
        Problem problem = Analyses.problem(Networks.single(Shape.sequence(10, 3), steps), "network.attribute");
        assertThat(problem.message()).startsWith("Units of Dense in 'layer' is 0");
        assertThat(problem.subject()).isEqualTo("layer");
    }

    @Test
    void strideAndDilationExcludeEachOther() {
        Convolution2D conv = (Convolution2D) layer("conv1");
        conv.setStride(Size2D.square(2));
        conv.setDilation(Size2D.square(2));
        Problem problem = Analyses.problem(network, "network.dilation");
        assertThat(problem.subject()).isEqualTo("conv1");
        problem.fixes().get(0).apply();
        assertThat(Analyses.problems(network, "network.dilation")).isEmpty();
    }

    @Test
    void aHugeLayerIsPointedOut() {
        Network large = Networks.single(Shape.vector(200_000), Networks.dense(1000, ActivationFunction.RELU));
        assertThat(Analyses.problem(large, "network.size").message()).contains("200,001,000 weights")
                .contains("3.2 GB");
        assertThat(Analyses.of(large).valid()).isTrue();
    }

    @Test
    void anArrayLargerThanAnEngineHoldsIsAnError() {
        Network large = Networks.single(Shape.image(100_000, 100_000, 3), FACTORY.createGlobalPooling());
        assertThat(Analyses.problem(large, "network.size").message()).contains("100000×100000×3");
        assertThat(Analyses.of(large).valid()).isFalse();
    }

    private Layer layer(String name) {
        return Networks.layer(network, name);
    }

    private static List<String> labels(Problem problem) {
        return problem.fixes().stream().map(Fix::label).toList();
    }
}
