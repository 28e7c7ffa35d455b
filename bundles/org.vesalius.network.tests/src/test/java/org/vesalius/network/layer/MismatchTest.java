// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Analyses;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Dense;
import org.vesalius.network.Flatten;
import org.vesalius.network.GroupNormalization;
import org.vesalius.network.LSTM;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.Padding;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;

/** Layers that get what they can't take: what is said, and that each fix offered removes the problem. */
class MismatchTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;
    private static final String SHAPE = "network.shape";

    @Test
    void denseBehindAnImageWantsAFlatten() {
        Network network = single("30x30x64", Networks.dense(10, ActivationFunction.LINEAR));
        Problem problem = Analyses.problem(network, SHAPE);
        assertThat(problem.message()).isEqualTo("Dense 'layer' gets 30×30×64; put a Flatten before it.");
        assertThat(problem.subject()).isEqualTo("layer");
        assertThat(labels(problem)).containsExactly("Insert a Flatten before Dense 'layer'",
                "Insert a Global pooling before Dense 'layer'");

        problem.fixes().get(0).apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
        Layer flatten = Inputs.of(Networks.layer(network, "layer")).get(0);
        assertThat(flatten).isInstanceOf(Flatten.class);
        assertThat(flatten.getName()).isEqualTo("flatten1");
        assertThat(Inputs.of(flatten)).containsExactly(Networks.layer(network, "in"));
    }

    @Test
    void groupsHaveToBeEquallyLarge() {
        GroupNormalization norm = FACTORY.createGroupNormalization();
        norm.setGroups(4);
        Network network = single("5x5x6", norm);
        Problem problem = Analyses.problem(network, SHAPE);
        assertThat(problem.message()).isEqualTo("Group normalisation 'layer' can't make 4 equal groups of 6 channels;"
                + " take a number by which 6 can be divided.");

        problem.fixes().get(0).apply();
        assertThat(norm.getGroups()).isEqualTo(-1);
        assertThat(Analyses.shape(network, "layer")).isEqualTo("5×5×6");
    }

    @Test
    void globalPoolingHelpsDenseToo() {
        Network network = single("30x30x64", Networks.dense(10, ActivationFunction.LINEAR));
        Analyses.problem(network, SHAPE).fixes().get(1).apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
        assertThat(Analyses.shape(network, "pool1")).isEqualTo("64");
    }

    @Test
    void denseBehindASequenceHasToSayWhatIsMeant() {
        for (int choice = 0; choice < 3; choice++) {
            LSTM lstm = FACTORY.createLSTM();
            lstm.setReturnSequences(true);
            Network network = new NetworkBuilder("n").add("in", Networks.input("100x32")).add("lstm", lstm)
                    .add("fc", Networks.dense(5, ActivationFunction.SOFTMAX))
                    .add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.CATEGORICAL_CROSS_ENTROPY)).build();
            Problem problem = Analyses.problem(network, SHAPE);
            assertThat(problem.message()).startsWith("Dense 'fc' gets the sequence 100×128;")
                    .contains("Time distributed").contains("Flatten");
            assertThat(labels(problem)).containsExactly("Let it give only the last time step: LSTM 'lstm'",
                    "Apply Dense 'fc' at every time step", "Insert a Flatten before Dense 'fc'");
            problem.fixes().get(choice).apply();
            assertThat(Analyses.of(network).problems()).as("choice %d", choice).isEmpty();
        }
    }

    @Test
    void wrappingKeepsTheLayerAndItsConnections() {
        Network network = single("100x32", Networks.dense(5, ActivationFunction.LINEAR));
        Layer dense = Networks.layer(network, "layer");
        Analyses.problem(network, SHAPE).fixes().get(0).apply();
        TimeDistributed steps = (TimeDistributed) network.getLayers().get(1);
        assertThat(steps.getLayer()).isSameAs(dense);
        assertThat(dense.getIncoming()).isEmpty();
        assertThat(Analyses.of(network).problems()).isEmpty();
        assertThat(Analyses.shape(network, steps.getName())).isEqualTo("100×5");
    }

    @Test
    void aRecurrentLayerBehindAVectorAsksForTheSequence() {
        Network network = new NetworkBuilder("n").add("in", Networks.input("100x32"))
                .add("lstm1", FACTORY.createLSTM()).add("lstm2", FACTORY.createLSTM())
                .add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
        Problem problem = Analyses.problem(network, SHAPE);
        assertThat(problem.message()).startsWith("LSTM 'lstm2' gets the vector 128 but wants a sequence");
        problem.fixes().get(0).apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
        assertThat(((LSTM) Networks.layer(network, "lstm1")).isReturnSequences()).isTrue();
    }

    @Test
    void aRecurrentLayerBehindABidirectionalOneChangesTheLayerInside() {
        Bidirectional both = FACTORY.createBidirectional();
        both.setLayer(FACTORY.createLSTM());
        Network network = new NetworkBuilder("n").add("in", Networks.input("100x32")).add("both", both)
                .add("lstm", FACTORY.createLSTM())
                .add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
        Analyses.problem(network, SHAPE).fixes().get(0).apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
    }

    @Test
    void aRecurrentLayerBehindAnImageFlattensEachRow() {
        Network network = single("28x28x3", FACTORY.createLSTM());
        Analyses.problem(network, SHAPE).fixes().get(0).apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
        assertThat(Analyses.shape(network, "steps1")).isEqualTo("28×84");
    }

    @Test
    void aConvolutionBehindAVectorOrSequenceSaysWhatFits() {
        assertThat(message("30", Networks.convolution(8))).contains("gets 30 but wants an image").contains("Flatten");
        assertThat(message("100x32", Networks.convolution(8))).contains("take a Convolution 1D");
        assertThat(message("4x4x4x1", FACTORY.createPooling2D())).contains("take a Pooling 3D");
    }

    @Test
    void aWindowThatDoesNotFitCanBePadded() {
        Network network = single("2x9x1", Networks.convolution(8));
        Problem problem = Analyses.problem(network, SHAPE);
        assertThat(problem.message()).contains("gets 2×9×1, which is smaller than its window of 3×3");
        problem.fixes().get(0).apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
        assertThat(((Convolution2D) Networks.layer(network, "layer")).getPadding())
                .isEqualTo(Padding.SAME);
    }

    @Test
    void anInputWithoutAShapeAsksForOne() {
        Network network = new NetworkBuilder("n").add("in", FACTORY.createInput()).add("flatten", FACTORY.createFlatten())
                .add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
        Problem problem = Analyses.problem(network, SHAPE);
        assertThat(problem.message()).contains("Input 'in' has no shape").contains("128x128x3");
        problem.fixes().get(0).apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
    }

    @Test
    void oneMistakeGivesOneProblem() {
        Network network = Networks.referenceCnn();
        new Wiring(network).remove(Networks.layer(network, "flatten"));
        new Wiring(network).connect(Networks.layer(network, "pool2"), Networks.layer(network, "fc1"));
        assertThat(Analyses.of(network).problems()).singleElement()
                .satisfies(p -> assertThat(p.message()).isEqualTo("Dense 'fc1' gets 30×30×64; put a Flatten before it."));
    }

    @Test
    void anUnknownNumberOfFeaturesIsNamed() {
        Network network = new NetworkBuilder("n")
                .add("in", FACTORY.createInput(), in -> in.setShape(Shape.image(Axis.UNKNOWN, 28, 3)))
                .add("flatten", FACTORY.createFlatten()).add("fc", Networks.dense(1, ActivationFunction.SIGMOID))
                .add("out", FACTORY.createOutput()).build();
        assertThat(Analyses.problem(network, SHAPE).message()).contains("Dense 'fc' gets ?")
                .contains("number of features is not known");
    }

    @Test
    void addWantsOneShapeAndOffersAPointwiseConvolution() {
        Network network = new NetworkBuilder("n").addBehind("a", Networks.input("30x30x64"))
                .addBehind("b", Networks.input("30x30x32")).addBehind("sum", FACTORY.createAdd(), "a", "b")
                .add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
        Problem problem = Analyses.problem(network, SHAPE);
        assertThat(problem.message())
                .isEqualTo("Add 'sum' gets 30×30×64 from 'a' and 30×30×32 from 'b'; all of them must have one shape.");
        problem.fixes().get(0).apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
        Convolution2D conv = (Convolution2D) Inputs.of(Networks.layer(network, "sum")).get(1);
        assertThat(conv.getKernelSize()).isEqualTo(Size2D.square(1));
        assertThat(conv.getFilters()).isEqualTo(64);
    }

    @Test
    void concatenatingAnImageAndARecordOffersToPoolTheImage() {
        Network network = new NetworkBuilder("n").addBehind("xray", Networks.input("30x30x64"))
                .addBehind("record", Networks.input("12"))
                .addBehind("fuse", FACTORY.createConcatenate(), "xray", "record")
                .add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
        Problem problem = Analyses.problem(network, SHAPE);
        assertThat(problem.message()).contains("30×30×64 from 'xray' and 12 from 'record'");
        problem.fixes().get(0).apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
        assertThat(Analyses.shape(network, "fuse")).isEqualTo("76");
    }

    @Test
    void wrappersWithoutOrWithTheWrongLayerOfferOne() {
        Network empty = single("100x32", FACTORY.createBidirectional());
        assertThat(Analyses.problem(empty, SHAPE).message()).contains("holds no layer");
        Analyses.problem(empty, SHAPE).fixes().get(0).apply();
        assertThat(Analyses.of(empty).problems()).isEmpty();

        Bidirectional wrong = FACTORY.createBidirectional();
        wrong.setLayer(Networks.dense(3, ActivationFunction.RELU));
        Network network = single("100x32", wrong);
        assertThat(Analyses.problem(network, SHAPE).message()).contains("no direction");
        Analyses.problem(network, SHAPE).fixes().get(0).apply();
        assertThat(Analyses.of(network).problems()).isEmpty();

        TimeDistributed merge = FACTORY.createTimeDistributed();
        merge.setLayer(FACTORY.createAdd());
        Network merging = single("100x32", merge);
        assertThat(Analyses.problem(merging, SHAPE).message()).contains("can't hold Add in 'layer'");
        Analyses.problem(merging, SHAPE).fixes().get(0).apply();
        assertThat(Analyses.of(merging).problems()).isEmpty();
    }

    @Test
    void aLayerInsideAWrapperIsNamedByTheWrapper() {
        TimeDistributed steps = FACTORY.createTimeDistributed();
        steps.setLayer(Networks.dense(3, ActivationFunction.RELU));
        Problem problem = Analyses.problem(single("10x8x8x1", steps), SHAPE);
        assertThat(problem.message()).startsWith("Dense in 'layer' gets 8×8×1");
        assertThat(problem.subject()).isEqualTo("layer");
    }

    @Test
    void arrayLengthsThatOverflowAreAProblemNotACrash() {
        Network flat = single("100000x100000x3", FACTORY.createFlatten());
        assertThat(Analyses.problem(flat, SHAPE).message()).contains("30,000,000,000");
        Network fuse = new NetworkBuilder("n").addBehind("a", Networks.input("2000000000"))
                .addBehind("b", Networks.input("2000000000")).addBehind("f", FACTORY.createConcatenate(), "a", "b")
                .add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
        assertThat(Analyses.problem(fuse, SHAPE).message()).contains("4,000,000,000");
        Dense billion = Networks.dense(1_000_000, ActivationFunction.LINEAR);
        Network dense = single("2147483647", billion);
        assertThat(Analyses.problem(dense, "network.size").message()).contains("2,147,483,648,000,000 weights");
    }

    private static String message(String input, Layer layer) {
        return Analyses.problem(single(input, layer), SHAPE).message();
    }

    private static Network single(String input, Layer layer) {
        return Networks.single(Shape.valueOf(input), layer);
    }

    private static List<String> labels(Problem problem) {
        return problem.fixes().stream().map(Fix::label).toList();
    }
}
