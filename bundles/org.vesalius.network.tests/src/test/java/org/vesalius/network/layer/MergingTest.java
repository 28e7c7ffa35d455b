// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Analyses;
import org.vesalius.network.Convolution;
import org.vesalius.network.Layer;
import org.vesalius.network.Layers;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.NetworkBuilder;

/** Layers with several inputs; repeated axes as in Keras' merging layers. */
class MergingTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;
    private static final String SHAPE = "network.shape";

    @ParameterizedTest
    @CsvSource({"Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum"})
    void numberByNumber(String type) {
        assertThat(shape(type, "30x30x64", "30x30x64")).isEqualTo("30×30×64");
        assertThat(shape(type, "1x1x64", "30x30x64")).isEqualTo("30×30×64");
        assertThat(shape(type, "30x30x64", "30x30x1")).isEqualTo("30×30×64");
        assertThat(shape(type, "1x30x1", "30x1x64")).isEqualTo("30×30×64");
        assertThat(shape(type, "?x64", "10x64")).isEqualTo("10×64");
        assertThat(shape(type, "?x64", "1x64")).isEqualTo("?×64");
        assertThat(shape(type, "12", "12")).isEqualTo("12");
    }

    @ParameterizedTest
    @CsvSource({"Add", "Average", "Maximum", "Minimum", "Multiply"})
    void anyNumberOfInputs(String type) {
        assertThat(Analyses.shape(network(Layers.of(type, ""), "4x1", "4x3", "1x3", "4x3"), "merge")).isEqualTo("4×3");
    }

    @ParameterizedTest
    @CsvSource({"Subtract", "Dot"})
    void exactlyTwo(String type) {
        Network network = network(Layers.of(type, ""), "8", "8", "8");
        assertThat(Analyses.problem(network, "network.inputs").message()).contains("gets 3 inputs but takes 2 inputs");
    }

    @ParameterizedTest
    @CsvSource({"30x30x64, 30x28x64", "30x64, 30x30x64", "12, 13"})
    void shapesThatDoNotFitAreNamed(String one, String other) {
        Problem problem = Analyses.problem(network(Layers.of("Multiply", ""), one, other), SHAPE);
        assertThat(problem.message()).contains(one.replace('x', '×') + " from 'in0'")
                .contains(other.replace('x', '×') + " from 'in1'");
    }

    /** The 1×1 convolution that is offered has the kind of the data. */
    @ParameterizedTest
    @CsvSource({"30x64, 30x32, Convolution1D", "9x9x64, 9x9x32, Convolution2D", "9x9x9x64, 9x9x9x32, Convolution3D"})
    void otherChannelsAreMendedByAPointwiseConvolution(String one, String other, String kind) {
        Layer add = FACTORY.createAdd();
        Network network = network(add, one, other);
        Analyses.problem(network, SHAPE).fixes().get(0).apply();
        assertThat(Analyses.of(network).problems()).filteredOn(Problem::isError).isEmpty();
        Layer added = Inputs.of(add).get(1);
        assertThat(added.eClass().getName()).isEqualTo(kind);
        assertThat(((Convolution) added).getFilters()).isEqualTo(64);
        assertThat(Analyses.of(network).parameters(added).total()).isEqualTo(32 * 64 + 64);
    }

    /** keras.layers.Dot: of two vectors one number; of two sequences, features multiplied, all pairs of steps. */
    @Test
    void dot() {
        assertThat(shape("Dot", "64", "64")).isEqualTo("1");
        assertThat(shape("Dot", "10x64", "12x64")).isEqualTo("10×12");
        assertThat(shape("Dot", "10x64", "?x64")).isEqualTo("10×?");
        assertThat(Analyses.problem(network(Layers.of("Dot", ""), "10x64", "64"), SHAPE).message())
                .contains("takes two vectors, or two sequences");
        assertThat(Analyses.problem(network(Layers.of("Dot", ""), "64", "65"), SHAPE).message())
                .contains("with as many features");
    }

    /** keras.layers.MultiHeadAttention: query 8×16, value 4×16 gives 8×16. */
    @Test
    void multiHeadAttention() {
        assertThat(shape("MultiHeadAttention", "8x16", "4x16")).isEqualTo("8×16");
        assertThat(shape("MultiHeadAttention", "?x16", "4x20")).isEqualTo("?×16");
        Network odd = network(Layers.of("MultiHeadAttention", ""), "8x16", "4x16", "5x16");
        assertThat(Analyses.problem(odd, SHAPE).message()).contains("need the same number of steps");
        Network images = network(Layers.of("MultiHeadAttention", ""), "8x16", "4x4x16");
        assertThat(Analyses.problem(images, SHAPE).message()).contains("wants a sequence");
    }

    private static String shape(String type, String... inputs) {
        return Analyses.shape(network(Layers.of(type, ""), inputs), "merge");
    }

    private static Network network(Layer merge, String... inputs) {
        NetworkBuilder builder = new NetworkBuilder("n");
        List<String> names = new ArrayList<>();
        for (String input : inputs) {
            names.add("in" + names.size());
            builder.addBehind(names.get(names.size() - 1), Networks.input(input));
        }
        return builder.addBehind("merge", merge, names.toArray(String[]::new))
                .add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
    }
}
