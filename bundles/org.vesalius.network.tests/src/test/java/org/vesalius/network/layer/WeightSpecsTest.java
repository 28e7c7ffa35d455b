// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.network.Analyses;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.Layer;
import org.vesalius.network.Layers;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/**
 * Names, order and layout of weights as {@code model.weights} of Keras 2.15 lists them, channels last; * marks numbers
 * that are not trained.
 */
class WeightSpecsTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "Dense; units=4; 7; kernel[7, 4] bias[4]",
        "Dense; units=4 useBias=false; 7; kernel[7, 4]",
        "Convolution1D; filters=4 kernelSize=3; 9x5; kernel[3, 5, 4] bias[4]",
        "Convolution2D; filters=4 kernelSize=3x2; 9x9x5; kernel[3, 2, 5, 4] bias[4]",
        "Convolution3D; filters=4 kernelSize=3x2x1; 9x9x9x5; kernel[3, 2, 1, 5, 4] bias[4]",
        "DepthwiseConvolution2D; kernelSize=3x2 depthMultiplier=2; 9x9x5; depthwise_kernel[3, 2, 5, 2] bias[10]",
        "SeparableConvolution2D; filters=4 depthMultiplier=2; 9x9x5;"
                + " depthwise_kernel[3, 3, 5, 2] pointwise_kernel[1, 1, 10, 4] bias[4]",
        "TransposedConvolution1D; filters=4 kernelSize=3; 9x5; kernel[3, 4, 5] bias[4]",
        "TransposedConvolution2D; filters=4 kernelSize=3x2; 9x9x5; kernel[3, 2, 4, 5] bias[4]",
        "TransposedConvolution3D; filters=4; 9x9x9x5; kernel[2, 2, 2, 4, 5] bias[4]",
        "BatchNormalization; ; 9x9x5; gamma[5] beta[5] moving_mean[5]* moving_variance[5]*",
        "BatchNormalization; scale=false; 9x9x5; beta[5] moving_mean[5]* moving_variance[5]*",
        "LayerNormalization; ; 9x5; gamma[5] beta[5]",
        "GroupNormalization; groups=5; 9x9x5; gamma[5] beta[5]",
        "Normalization; ; 9x5; mean[5]* variance[5]* count[]*",
        "PReLU; ; 9x8x5; alpha[1, 1, 5]",
        "PReLU; shared=false; 9x8x5; alpha[9, 8, 5]",
        "Embedding; vocabularySize=100 dimension=6; 9; embeddings[100, 6]",
        "SimpleRNN; units=4; 9x5; kernel[5, 4] recurrent_kernel[4, 4] bias[4]",
        "LSTM; units=4; 9x5; kernel[5, 16] recurrent_kernel[4, 16] bias[16]",
        "GRU; units=4; 9x5; kernel[5, 12] recurrent_kernel[4, 12] bias[2, 12]",
        "GRU; units=4 resetAfter=false; 9x5; kernel[5, 12] recurrent_kernel[4, 12] bias[12]",
        "GRU; units=4 useBias=false; 9x5; kernel[5, 12] recurrent_kernel[4, 12]",
        "SelfAttention; heads=2 keyDimension=3; 9x5; query_kernel[5, 2, 3] query_bias[2, 3] key_kernel[5, 2, 3]"
                + " key_bias[2, 3] value_kernel[5, 2, 3] value_bias[2, 3] output_kernel[2, 3, 5] output_bias[5]",
        "SelfAttention; heads=2 keyDimension=3 useBias=false; 9x5; query_kernel[5, 2, 3] key_kernel[5, 2, 3]"
                + " value_kernel[5, 2, 3] output_kernel[2, 3, 5]",
        "PositionalEncoding; kind=learned maxLength=20; 9x5; embeddings[20, 5]"})
    void ofOneInput(String type, String settings, String input, String expected) {
        Layer layer = Layers.of(type, settings == null ? "" : settings);
        assertThat(specs(Networks.single(Shape.valueOf(input), layer), layer)).isEqualTo(expected);
    }

    @Test
    void bidirectionalHasThemTwice() {
        Bidirectional both = FACTORY.createBidirectional();
        both.setLayer(Layers.of("SimpleRNN", "units=4"));
        assertThat(specs(Networks.single(Shape.sequence(9, 5), both), both)).isEqualTo(
                "forward/kernel[5, 4] forward/recurrent_kernel[4, 4] forward/bias[4]"
                        + " backward/kernel[5, 4] backward/recurrent_kernel[4, 4] backward/bias[4]");
    }

    @Test
    void timeDistributedHasThoseOfTheLayerInside() {
        TimeDistributed steps = FACTORY.createTimeDistributed();
        steps.setLayer(Layers.of("Dense", "units=4"));
        assertThat(specs(Networks.single(Shape.sequence(9, 5), steps), steps)).isEqualTo("kernel[5, 4] bias[4]");
    }

    /** Queries of 5 features, values of 6, keys of 7: only the query's features come out. */
    @Test
    void multiHeadAttentionProjectsEachInput() {
        Layer attention = Layers.of("MultiHeadAttention", "heads=2 keyDimension=3");
        Network network = new NetworkBuilder("n").addBehind("query", Networks.input("9x5"))
                .addBehind("value", Networks.input("8x6")).addBehind("key", Networks.input("8x7"))
                .addBehind("attention", attention, "query", "value", "key").build();
        assertThat(specs(network, attention)).isEqualTo("query_kernel[5, 2, 3] query_bias[2, 3] key_kernel[7, 2, 3]"
                + " key_bias[2, 3] value_kernel[6, 2, 3] value_bias[2, 3] output_kernel[2, 3, 5] output_bias[5]");
        assertThat(Analyses.shape(network, "attention")).isEqualTo("9×5");
    }

    @Test
    void theCountIsThatOfTheArrays() {
        Layer norm = Layers.of("BatchNormalization", "");
        Network network = Networks.single(Shape.image(9, 9, 5), norm);
        assertThat(Analyses.of(network).parameters(norm)).isEqualTo(new ParameterCount(10, 10));
    }

    private static String specs(Network network, Layer layer) {
        List<WeightSpec> specs = Analyses.of(network).weightSpecs(layer);
        return specs.stream().map(spec -> spec.name() + spec.shape() + (spec.trainable() ? "" : "*"))
                .collect(Collectors.joining(" "));
    }
}
