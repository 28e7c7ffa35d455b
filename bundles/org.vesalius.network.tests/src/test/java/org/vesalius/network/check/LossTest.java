// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Analyses;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.NetworkBuilder;

/** Which loss goes with which activation and number of units. */
class LossTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;
    private static final String LOSS = "network.loss";

    @ParameterizedTest
    @CsvSource({
        "BINARY_CROSS_ENTROPY, SIGMOID, 1, OK",
        "BINARY_CROSS_ENTROPY, SIGMOID, 14, OK",
        "BINARY_CROSS_ENTROPY, SOFTMAX, 2, WARNING",
        "BINARY_CROSS_ENTROPY, SOFTMAX, 1, ERROR",
        "BINARY_CROSS_ENTROPY, LINEAR, 1, ERROR",
        "BINARY_CROSS_ENTROPY, RELU, 1, ERROR",
        "BINARY_CROSS_ENTROPY, TANH, 1, ERROR",
        "CATEGORICAL_CROSS_ENTROPY, SOFTMAX, 3, OK",
        "CATEGORICAL_CROSS_ENTROPY, SOFTMAX, 1, ERROR",
        "CATEGORICAL_CROSS_ENTROPY, SIGMOID, 3, WARNING",
        "CATEGORICAL_CROSS_ENTROPY, SIGMOID, 1, ERROR",
        "CATEGORICAL_CROSS_ENTROPY, LINEAR, 3, ERROR",
        "MEAN_SQUARED_ERROR, LINEAR, 1, OK",
        "MEAN_SQUARED_ERROR, RELU, 1, OK",
        "MEAN_SQUARED_ERROR, SIGMOID, 1, ADVICE",
        "MEAN_SQUARED_ERROR, SOFTMAX, 3, ADVICE",
        "MEAN_ABSOLUTE_ERROR, LINEAR, 1, OK", "MEAN_ABSOLUTE_ERROR, SIGMOID, 1, ADVICE", "HUBER, SOFTPLUS, 1, OK",
        "HUBER, SOFTMAX, 3, ADVICE",
        "BINARY_CROSS_ENTROPY, HARD_SIGMOID, 1, OK", "BINARY_CROSS_ENTROPY, SWISH, 1, ERROR",
        "FOCAL, SIGMOID, 1, OK", "FOCAL, SOFTMAX, 4, WARNING", "FOCAL, SOFTMAX, 1, ERROR", "FOCAL, LINEAR, 1, ERROR",
        "DICE, SIGMOID, 1, OK", "DICE, SOFTMAX, 4, OK", "DICE, SOFTMAX, 1, ERROR", "DICE, GELU, 1, ERROR",
        "KULLBACK_LEIBLER, SOFTMAX, 3, OK", "KULLBACK_LEIBLER, SIGMOID, 3, WARNING",
        "KULLBACK_LEIBLER, LINEAR, 3, ERROR", "KULLBACK_LEIBLER, SOFTMAX, 1, ERROR",
        "HINGE, TANH, 1, OK", "HINGE, LINEAR, 1, OK", "HINGE, SIGMOID, 1, WARNING", "HINGE, RELU, 1, WARNING",
        "POISSON, SOFTPLUS, 1, OK", "POISSON, EXPONENTIAL, 1, OK", "POISSON, RELU, 1, WARNING",
        "POISSON, SIGMOID, 1, WARNING", "POISSON, LINEAR, 1, ERROR", "POISSON, TANH, 1, ERROR",
        "COX_EFRON, LINEAR, 1, OK", "COX_BRESLOW, TANH, 1, OK", "COX_EFRON, SIGMOID, 1, WARNING",
        "COX_BRESLOW, SOFTMAX, 1, ERROR",
        "DISCRETE_HAZARDS, SIGMOID, 10, OK", "DISCRETE_HAZARDS, SOFTMAX, 10, ERROR",
        "DISCRETE_HAZARDS, LINEAR, 1, ERROR"})
    void fitsOrNot(Loss loss, ActivationFunction function, int units, String expected) {
        List<Problem> problems = Analyses.problems(network(Networks.dense(units, function), loss), LOSS);
        if (expected.equals("OK")) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).singleElement().extracting(Problem::severity).isEqualTo(Severity.valueOf(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BINARY_CROSS_ENTROPY, SOFTMAX, 2", "BINARY_CROSS_ENTROPY, SOFTMAX, 1", "BINARY_CROSS_ENTROPY, LINEAR, 1",
        "CATEGORICAL_CROSS_ENTROPY, SOFTMAX, 1", "CATEGORICAL_CROSS_ENTROPY, SIGMOID, 3",
        "CATEGORICAL_CROSS_ENTROPY, LINEAR, 3", "MEAN_SQUARED_ERROR, SIGMOID, 1", "MEAN_SQUARED_ERROR, SOFTMAX, 3",
        "HUBER, SIGMOID, 2", "FOCAL, SOFTMAX, 3", "FOCAL, RELU, 1", "DICE, LINEAR, 1", "DICE, SOFTMAX, 1",
        "KULLBACK_LEIBLER, SIGMOID, 3", "KULLBACK_LEIBLER, RELU, 3", "HINGE, SIGMOID, 1", "POISSON, LINEAR, 1",
        "POISSON, RELU, 1", "COX_EFRON, SIGMOID, 1", "COX_BRESLOW, SOFTMAX, 1", "DISCRETE_HAZARDS, LINEAR, 3"})
    void everyFixRemovesTheProblem(Loss loss, ActivationFunction function, int units) {
        int fixes = Analyses.problem(network(Networks.dense(units, function), loss), LOSS).fixes().size();
        assertThat(fixes).isPositive();
        for (int i = 0; i < fixes; i++) {
            Network network = network(Networks.dense(units, function), loss);
            Analyses.problem(network, LOSS).fixes().get(i).apply();
            assertThat(Analyses.of(network).problems()).as("fix %d", i).isEmpty();
        }
    }

    @Test
    void theMessageNamesWhoDisagrees() {
        Network network = network(Networks.dense(1, ActivationFunction.RELU), Loss.BINARY_CROSS_ENTROPY);
        assertThat(Analyses.problem(network, LOSS).message()).isEqualTo("Output 'out' has binary cross-entropy, which"
                + " wants sigmoid before it, but Dense 'decide' is relu.");
    }

    @Test
    void aLayerWithoutActivationGetsOneInserted() {
        Network network = network(FACTORY.createBatchNormalization(), Loss.BINARY_CROSS_ENTROPY);
        Analyses.problem(network, LOSS).fixes().get(0).apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
        assertThat(Inputs.of(Networks.layer(network, "out")).get(0)).isInstanceOfSatisfying(Activation.class,
                activation -> assertThat(activation.getFunction()).isEqualTo(ActivationFunction.SIGMOID));
    }

    @Test
    void layersThatOnlyMoveNumbersAreLookedThrough() {
        Network network = new NetworkBuilder("n").add("in", Networks.input("8x8x3"))
                .add("map", Networks.convolution(1), conv -> conv.setActivation(ActivationFunction.SIGMOID))
                .add("pool", FACTORY.createGlobalPooling()).add("out", FACTORY.createOutput()).build();
        assertThat(Analyses.of(network).problems()).isEmpty();
    }

    @Test
    void aLayerWithoutAFunctionIsSaidToGiveAnyNumber() {
        Network network = network(FACTORY.createBatchNormalization(), Loss.POISSON);
        assertThat(Analyses.problem(network, LOSS).message()).isEqualTo("Output 'out' has Poisson loss, which wants"
                + " expected counts above 0, but Batch normalisation 'decide' gives any number; take softplus.");
    }

    @Test
    void theLayerInsideAWrapperDecides() {
        TimeDistributed steps = FACTORY.createTimeDistributed();
        steps.setLayer(Networks.dense(4, ActivationFunction.SOFTMAX));
        Network network = new NetworkBuilder("n").add("in", Networks.input("10x3")).add("steps", steps)
                .add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.CATEGORICAL_CROSS_ENTROPY)).build();
        assertThat(Analyses.of(network).problems()).isEmpty();
    }

    private static Network network(Layer last, Loss loss) {
        return new NetworkBuilder("n").add("in", Networks.input("30")).add("decide", last)
                .add("out", FACTORY.createOutput(), out -> out.setLoss(loss)).build();
    }
}
