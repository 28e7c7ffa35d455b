// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Activation;
import org.vesalius.network.Analyses;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Dropout;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.Padding;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.graph.Wiring;

/** Networks far larger than anyone draws: depth is no recursion, and every mistake in them is still found. */
class LargeNetworksTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    /** 1,250 residual stages of four layers: each convolution has 3·3·4·4 + 4 weights, each normalisation 16. */
    @Test
    void fiveThousandLayersAreCounted() {
        Network network = residual(1250);
        NetworkAnalysis analysis = Analyses.of(network);
        assertThat(network.getLayers()).hasSizeGreaterThan(5000);
        assertThat(analysis.problems()).filteredOn(Problem::isError).isEmpty();
        assertThat(analysis.totalParameters().total()).isEqualTo(1250L * (148 + 16) + 4 + 1);
        assertThat(analysis.totalFlops()).isPresent();
        assertThat(analysis.trainingBytes(TrainingScale.usual())).isPresent();
    }

    @Test
    void tenThousandLayersInARowDoNotOverflow() {
        Network network = chain(10_000, FACTORY.createDropout(), layer -> {});
        assertThat(Analyses.of(network).problems()).isEmpty();
        assertThat(Analyses.shape(network, "l9999")).isEqualTo("16×16×4");
    }

    @Test
    void tenThousandConvolutionsInARowGetOneAdvice() {
        Network network = chain(10_000, FACTORY.createConvolution2D(), layer -> {
            ((Convolution2D) layer).setFilters(4);
            ((Convolution2D) layer).setPadding(Padding.SAME);
        });
        assertThat(Analyses.of(network).problems()).singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("10000 layers with weights"));
    }

    @Test
    void aRingOfTenThousandLayersIsOneProblem() {
        Network network = chain(10_000, FACTORY.createActivation(), layer -> {});
        new Wiring(network).connect(Networks.layer(network, "l9999"), Networks.layer(network, "l0"));
        assertThat(Analyses.problem(network, "network.cycle").message()).contains("l0 → l1").contains(" → … → ");
    }

    @Test
    void everyMistakeAmongThousandsIsFound() {
        Network network = chain(3000, FACTORY.createAdd(), layer -> {});
        assertThat(Analyses.problems(network, "network.inputs")).hasSize(3000);
        Network named = chain(3000, FACTORY.createDropout(), layer -> {});
        named.getLayers().forEach(layer -> layer.setName("same"));
        assertThat(Analyses.problems(named, "network.name")).hasSize(3001);
        Network numbered = chain(3000, FACTORY.createDropout(), layer -> ((Dropout) layer).setRate(2));
        assertThat(Analyses.problems(numbered, "network.attribute")).hasSize(3000);
    }

    private static Network chain(int layers, Layer kind, Consumer<Layer> setUp) {
        NetworkBuilder builder = new NetworkBuilder("chain").add("in", Networks.input("16x16x4"));
        for (int i = 0; i < layers; i++) {
            Layer layer = (Layer) FACTORY.create(kind.eClass());
            setUp.accept(layer);
            builder.add("l" + i, layer);
        }
        return builder.add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
    }

    private static Network residual(int stages) {
        NetworkBuilder builder = new NetworkBuilder("residual").add("in", Networks.input("16x16x4"));
        String last = "in";
        for (int i = 0; i < stages; i++) {
            Convolution2D conv = FACTORY.createConvolution2D();
            conv.setFilters(4);
            conv.setPadding(Padding.SAME);
            Activation relu = FACTORY.createActivation();
            builder.addBehind("conv" + i, conv, last).addBehind("norm" + i, FACTORY.createBatchNormalization(),
                    "conv" + i).addBehind("add" + i, FACTORY.createAdd(), "norm" + i, last)
                    .addBehind("relu" + i, relu, "add" + i);
            last = "relu" + i;
        }
        return builder.addBehind("pool", FACTORY.createGlobalPooling(), last)
                .add("fc", FACTORY.createDense(), dense -> dense.setUnits(1))
                .add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
    }
}
