// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Analyses;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Layers;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.Output;
import org.vesalius.network.Placeholder;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;

/** What can be wrong with layers that lay numbers out anew, stored numbers, placeholders and the ends of blocks. */
class MovingAndMarkingTest {
    private static final String SHAPE = "network.shape";

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "; 12; has no shape", "shape=5x4; 12; gets 12, which are 12 numbers, and can't lay them out as 5×4.",
        "shape=5x?; 12; gets 12, which are 12 numbers, and can't lay them out as 5×?.",
        "shape=?x?; 12; several sizes are open"})
    void reshape(String settings, String input, String message) {
        Layer layer = Layers.of("Reshape", settings == null ? "" : settings);
        assertThat(Analyses.problem(Networks.single(Shape.valueOf(input), layer), SHAPE).message()).contains(message);
    }

    @Test
    void aSizeThatFitsIsOffered() {
        Network network = Networks.single(Shape.vector(12), Layers.of("Reshape", "shape=5x4"));
        Problem problem = Analyses.problem(network, SHAPE);
        assertThat(problem.fixes()).extracting(fix -> fix.label())
                .containsExactly("Lay them out as ?×4, ? being what remains");
        problem.fixes().get(0).apply();
        assertThat(Analyses.shape(network, "layer")).isEqualTo("3×4");
        assertThat(Analyses.of(network).problems()).isEmpty();
    }

    @Test
    void anOrderOfOtherAxesIsNamedAndMended() {
        Network network = Networks.single(Shape.image(4, 5, 6), Layers.of("Permute", "order=2,1"));
        Problem problem = Analyses.problem(network, SHAPE);
        assertThat(problem.message()).isEqualTo("Permute 'layer' gets 4×5×6 with 3 axes, but its order 2,1 names 2.");
        problem.fixes().get(0).apply();
        assertThat(Analyses.shape(network, "layer")).isEqualTo("6×5×4");
    }

    @Test
    void aVectorIsRepeatedAndNothingElse() {
        Network network = Networks.single(Shape.image(4, 5, 6), Layers.of("RepeatVector", ""));
        assertThat(Analyses.problem(network, SHAPE).message()).contains("wants a vector");
        Analyses.problem(network, SHAPE).fixes().get(0).apply();
        assertThat(Analyses.shape(network, "layer")).isEqualTo("2×120");
    }

    @Test
    void slopesForEachNumberNeedKnownSizes() {
        Network network = Networks.single(Shape.valueOf("?x8"), Layers.of("PReLU", "shared=false"));
        assertThat(Analyses.problem(network, SHAPE).message()).contains("sizes are not all known");
        Analyses.problem(network, SHAPE).fixes().get(0).apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
    }

    @Test
    void learnedPositionsHaveToSuffice() {
        Network network = Networks.single(Shape.sequence(600, 8), Layers.of("PositionalEncoding", "kind=learned"));
        assertThat(Analyses.problem(network, SHAPE).message()).contains("gets 600 steps but learns 512 positions");
        Analyses.problem(network, SHAPE).fixes().get(0).apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"1.5; true", "1 2 3; true", "1 2; false", "a b c; false", "1,2,3; false",
        "1 . 3; false", "-1e3 0 0.5; true", "1e999; false"})
    void meansOfANormalization(String means, boolean fits) {
        var layer = NetworkFactory.eINSTANCE.createNormalization();
        layer.setMean(means);
        Network network = Networks.single(Shape.image(4, 5, 3), layer);
        assertThat(Analyses.problems(network, "network.normalization")).hasSize(fits ? 0 : 1);
        Analyses.problems(network, "network.normalization").forEach(problem -> problem.fixes().get(0).apply());
        assertThat(Analyses.of(network).problems()).isEmpty();
    }

    @Test
    void aNormalizationMayHaveManyMeans() {
        var layer = NetworkFactory.eINSTANCE.createNormalization();
        layer.setMean("0.5 ".repeat(20_000));
        Network network = Networks.single(Shape.vector(20_000), layer);
        assertThat(Analyses.problems(network, "network.normalization")).isEmpty();
    }

    @Test
    void noVarianceIsNegative() {
        var layer = NetworkFactory.eINSTANCE.createNormalization();
        layer.setVariance("1 -1 1");
        Problem problem = Analyses.problem(Networks.single(Shape.image(4, 5, 3), layer), "network.normalization");
        assertThat(problem.message()).isEqualTo("Variances of Normalization 'layer' must be one number, or 3 numbers"
                + " separated by blanks, one for each channel, and none below 0.");
    }

    @Test
    void aPlaceholderSaysWhatItIsAndWhatToDo() {
        Placeholder placeholder = NetworkFactory.eINSTANCE.createPlaceholder();
        placeholder.setForeignType("Lambda");
        placeholder.setOrigin("Keras 2.2");
        Network network = Networks.single(Shape.vector(8), placeholder);
        assertThat(Analyses.problem(network, SHAPE).message()).isEqualTo("Placeholder 'layer' stands for the layer"
                + " 'Lambda' of Keras 2.2, which Vesalius can't compute; put layers in its place that do the same, or"
                + " remove it.");
    }

    @Test
    void theLayersBehindAPlaceholderAreChecked() {
        Placeholder placeholder = NetworkFactory.eINSTANCE.createPlaceholder();
        placeholder.setShape(Shape.image(4, 4, 2));
        Network network = new NetworkBuilder("n").add("in", Networks.input("8")).add("unknown", placeholder)
                .add("conv", Networks.convolution(3)).build();
        assertThat(Analyses.shape(network, "conv")).isEqualTo("2×2×3");
        Problem problem = Analyses.problem(network, "network.placeholder");
        assertThat(problem.isError()).isTrue();
        assertThat(problem.subject()).isEqualTo("unknown");
        assertThat(Analyses.of(network).totalFlops()).isEmpty();
    }

    @Test
    void theEndsOfABlockBelongIntoOne() {
        Network network = new NetworkBuilder("n").addBehind("in", NetworkFactory.eINSTANCE.createBlockInput())
                .add("out", NetworkFactory.eINSTANCE.createBlockOutput()).build();
        Problem input = Analyses.problems(network, SHAPE).get(0);
        assertThat(input.message()).contains("stands outside a block; put an Input in its place");
        input.fixes().get(0).apply();
        assertThat(network.getLayers().get(0)).isInstanceOf(Input.class);
        ((Input) network.getLayers().get(0)).setShape(Shape.vector(3));
        Analyses.problems(network, SHAPE).get(0).fixes().get(0).apply();
        assertThat(network.getLayers().get(1)).isInstanceOf(Output.class);
    }
}
