// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Analyses;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.Convolution;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Dense;
import org.vesalius.network.GRU;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.Padding;
import org.vesalius.network.SelfAttention;
import org.vesalius.network.SeparableConvolution2D;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.TransposedConvolution2D;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;

/** Operations: published figures of known networks, and small layers counted by hand. */
class FlopsTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    /** torchvision's table of models: VGG-16 15.47 billion multiplications with addition at 224×224. */
    @Test
    void vgg16() {
        assertThat(multiplyAdds(vgg())).isCloseTo(15.47e9, within(0.01e9));
    }

    /** torchvision's table: ResNet-50 4.09 billion; with the stride where He et al. have it 3.86 (they say 3.8). */
    @Test
    void resNet50() {
        assertThat(multiplyAdds(new ResNet(true).build())).isCloseTo(4.09e9, within(0.01e9));
        Network original = new ResNet(false).build();
        assertThat(multiplyAdds(original)).isCloseTo(3.86e9, within(0.01e9));
        assertThat(Analyses.of(original).totalParameters().total()).isEqualTo(25_636_712L);
        assertThat(Analyses.of(original).totalFlops().orElseThrow()).isGreaterThan(2 * 3_850_000_000L)
                .isLessThan(2 * 3_950_000_000L);
    }

    /** 10 inputs by 4 units: 40 multiplications with addition. */
    @Test
    void dense() {
        assertThat(flops("10", Networks.dense(4, ActivationFunction.LINEAR))).isEqualTo(80);
    }

    /** 26·26 places, each 3·3·3 numbers for each of 2 filters. */
    @Test
    void convolution() {
        assertThat(flops("28x28x3", Networks.convolution(2))).isEqualTo(2L * 26 * 26 * 27 * 2);
    }

    /** A kernel of 2×2 lays 4·3 products for each of 8·8·5 numbers that come in. */
    @Test
    void transposedConvolution() {
        TransposedConvolution2D up = FACTORY.createTransposedConvolution2D();
        up.setFilters(3);
        assertThat(flops("8x8x5", up)).isEqualTo(2L * 8 * 8 * 5 * 4 * 3);
    }

    /** MobileNets (arXiv:1704.04861, section 3.1): D·D·M·F·F + M·N·F·F, here 3·3·4·6·6 + 4·8·6·6. */
    @Test
    void separableAndDepthwiseConvolution() {
        SeparableConvolution2D conv = FACTORY.createSeparableConvolution2D();
        conv.setFilters(8);
        conv.setPadding(Padding.SAME);
        assertThat(flops("6x6x4", conv)).isEqualTo(2L * (9 * 4 * 36 + 4 * 8 * 36));
        var depthwise = FACTORY.createDepthwiseConvolution2D();
        depthwise.setPadding(Padding.SAME);
        assertThat(flops("6x6x4", depthwise)).isEqualTo(2L * 9 * 4 * 36);
    }

    /** Each of 10 steps multiplies 3·5 numbers by 7 inputs and 5 states. */
    @Test
    void recurrent() {
        GRU gru = FACTORY.createGRU();
        gru.setUnits(5);
        assertThat(flops("10x7", gru)).isEqualTo(2L * 10 * 15 * (7 + 5));
        Bidirectional both = FACTORY.createBidirectional();
        GRU inside = FACTORY.createGRU();
        inside.setUnits(5);
        both.setLayer(inside);
        assertThat(flops("10x7", both)).isEqualTo(2 * 2L * 10 * 15 * (7 + 5));
    }

    /** 6 steps of 8 features, 2 heads of 3: four projections of 8·6 at each step, two products of 6·6 pairs by 6. */
    @Test
    void selfAttention() {
        SelfAttention attention = FACTORY.createSelfAttention();
        attention.setHeads(2);
        attention.setKeyDimension(3);
        assertThat(flops("6x8", attention)).isEqualTo(2L * (4 * 6 * 8 * 6 + 2 * 36 * 6));
    }

    @Test
    void whatIsInsideATimeDistributedCountsForEachStep() {
        TimeDistributed steps = FACTORY.createTimeDistributed();
        steps.setLayer(Networks.dense(4, ActivationFunction.LINEAR));
        assertThat(flops("5x10", steps)).isEqualTo(5 * 80);
    }

    @Test
    void poolingLooksAtItsWindowAndMovingIsFree() {
        assertThat(flops("8x8x3", FACTORY.createPooling2D())).isEqualTo(4 * 4 * 3 * 4);
        assertThat(flops("8x8x3", FACTORY.createGlobalPooling())).isEqualTo(8 * 8 * 3);
        for (Layer layer : List.of(FACTORY.createFlatten(), FACTORY.createDropout(), FACTORY.createZeroPadding2D())) {
            assertThat(flops("8x8x3", layer)).isZero();
        }
    }

    @Test
    void unknownSizesGiveNoFigure() {
        Network network = Networks.single(Shape.valueOf("?x8x3"), Networks.convolution(2));
        assertThat(Analyses.of(network).flops(Networks.layer(network, "layer"))).isEmpty();
        assertThat(Analyses.of(network).totalFlops()).isEmpty();
    }

    private static long flops(String input, Layer layer) {
        Network network = Networks.single(Shape.valueOf(input), layer);
        return Analyses.of(network).flops(layer).orElseThrow();
    }

    private static double multiplyAdds(Network network) {
        NetworkAnalysis analysis = Analyses.of(network);
        return network.getLayers().stream().filter(layer -> layer instanceof Convolution || layer instanceof Dense)
                .mapToLong(layer -> analysis.flops(layer).orElseThrow()).sum() / 2.0;
    }

    private static Network vgg() {
        NetworkBuilder builder = new NetworkBuilder("vgg16").add("image", Networks.input("224x224x3"));
        int[] filters = {64, 64, 0, 128, 128, 0, 256, 256, 256, 0, 512, 512, 512, 0, 512, 512, 512, 0};
        for (int i = 0; i < filters.length; i++) {
            if (filters[i] == 0) {
                builder.add("pool" + i, FACTORY.createPooling2D());
            } else {
                Convolution2D conv = Networks.convolution(filters[i]);
                conv.setPadding(Padding.SAME);
                conv.setKernelSize(Size2D.square(3));
                builder.add("conv" + i, conv);
            }
        }
        return builder.add("flatten", FACTORY.createFlatten())
                .add("fc1", Networks.dense(4096, ActivationFunction.RELU))
                .add("fc2", Networks.dense(4096, ActivationFunction.RELU))
                .add("fc3", Networks.dense(1000, ActivationFunction.SOFTMAX)).build();
    }
}
