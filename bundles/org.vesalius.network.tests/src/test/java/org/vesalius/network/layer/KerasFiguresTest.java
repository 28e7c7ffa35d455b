// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Analyses;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.LSTM;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.Padding;
import org.vesalius.network.SimpleRNN;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;

/** Whole networks against the figures that Keras publishes in the summaries of its own examples. */
class KerasFiguresTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    /** keras.applications.VGG16: 138,357,544 parameters, block5_pool 7×7×512. */
    @Test
    void vgg16() {
        NetworkBuilder builder = new NetworkBuilder("vgg16").add("image", FACTORY.createInput(),
                input -> input.setShape(Shape.image(224, 224, 3)));
        int block = 0;
        for (List<Integer> filters : List.of(List.of(64, 64), List.of(128, 128), List.of(256, 256, 256),
                List.of(512, 512, 512), List.of(512, 512, 512))) {
            block++;
            for (int i = 0; i < filters.size(); i++) {
                Convolution2D conv = Networks.convolution(filters.get(i));
                conv.setPadding(Padding.SAME);
                builder.add("block" + block + "_conv" + (i + 1), conv);
            }
            builder.add("block" + block + "_pool", FACTORY.createPooling2D());
        }
        Network network = builder.add("flatten", FACTORY.createFlatten())
                .add("fc1", Networks.dense(4096, ActivationFunction.RELU))
                .add("fc2", Networks.dense(4096, ActivationFunction.RELU))
                .add("predictions", Networks.dense(1000, ActivationFunction.SOFTMAX))
                .add("class", FACTORY.createOutput(), out -> out.setLoss(Loss.CATEGORICAL_CROSS_ENTROPY))
                .build();

        assertThat(Analyses.shape(network, "block5_pool")).isEqualTo("7×7×512");
        assertThat(Analyses.shape(network, "flatten")).isEqualTo("25088");
        assertThat(parameters(network, "block1_conv1")).isEqualTo(1_792);
        assertThat(parameters(network, "fc1")).isEqualTo(102_764_544);
        assertThat(Analyses.of(network).totalParameters().total()).isEqualTo(138_357_544L);
        assertThat(Analyses.of(network).valid()).isTrue();
    }

    /** keras.io, "Simple MNIST convnet": 34,826 parameters. */
    @Test
    void mnistConvnet() {
        Network network = new NetworkBuilder("mnist")
                .add("digit", FACTORY.createInput(), input -> input.setShape(Shape.image(28, 28, 1)))
                .add("conv1", Networks.convolution(32))
                .add("pool1", FACTORY.createPooling2D())
                .add("conv2", Networks.convolution(64))
                .add("pool2", FACTORY.createPooling2D())
                .add("flatten", FACTORY.createFlatten())
                .add("dropout", FACTORY.createDropout())
                .add("dense", Networks.dense(10, ActivationFunction.SOFTMAX))
                .add("class", FACTORY.createOutput(), out -> out.setLoss(Loss.CATEGORICAL_CROSS_ENTROPY))
                .build();
        assertThat(Analyses.shape(network, "pool2")).isEqualTo("5×5×64");
        assertThat(parameters(network, "conv1")).isEqualTo(320);
        assertThat(parameters(network, "conv2")).isEqualTo(18_496);
        assertThat(parameters(network, "dense")).isEqualTo(16_010);
        assertThat(Analyses.of(network).totalParameters().total()).isEqualTo(34_826);
    }

    /** keras.io, "Bidirectional LSTM on IMDB": 2,757,761 parameters; the length of the text is not known. */
    @Test
    void bidirectionalLstmOnImdb() {
        Network network = new NetworkBuilder("imdb")
                .add("words", FACTORY.createInput(), input -> input.setShape(Shape.vector(Axis.UNKNOWN)))
                .add("embedding", FACTORY.createEmbedding(), embedding -> {
                    embedding.setVocabularySize(20_000);
                    embedding.setDimension(128);
                })
                .add("lstm1", bothWays(true))
                .add("lstm2", bothWays(false))
                .add("dense", Networks.dense(1, ActivationFunction.SIGMOID))
                .add("positive", FACTORY.createOutput())
                .build();
        assertThat(Analyses.of(network).problems()).isEmpty();
        assertThat(Analyses.shape(network, "embedding")).isEqualTo("?×128");
        assertThat(Analyses.shape(network, "lstm1")).isEqualTo("?×128");
        assertThat(Analyses.shape(network, "lstm2")).isEqualTo("128");
        assertThat(parameters(network, "embedding")).isEqualTo(2_560_000);
        assertThat(parameters(network, "lstm1")).isEqualTo(98_816);
        assertThat(Analyses.of(network).totalParameters().total()).isEqualTo(2_757_761);
        assertThat(Analyses.of(network).activationBytes(32)).isEmpty();
    }

    /** keras.io, "Working with RNNs": LSTM(128) on 64 features 98,816; SimpleRNN(128) on 256 features 49,280. */
    @Test
    void recurrentLayersOfTheGuide() {
        LSTM lstm = FACTORY.createLSTM();
        SimpleRNN rnn = FACTORY.createSimpleRNN();
        assertThat(parameters(Networks.single(Shape.sequence(10, 64), lstm), "layer")).isEqualTo(98_816);
        assertThat(parameters(Networks.single(Shape.sequence(10, 256), rnn), "layer")).isEqualTo(49_280);
    }

    /** keras.applications.ResNet50, conv1_bn: 256 parameters, of which 128 are not trainable. */
    @Test
    void batchNormalizationOfResNet50() {
        Network network = Networks.single(Shape.image(112, 112, 64), FACTORY.createBatchNormalization());
        assertThat(Analyses.of(network).parameters(Networks.layer(network, "layer")))
                .isEqualTo(new ParameterCount(128, 128));
    }

    private static Layer bothWays(boolean sequences) {
        LSTM lstm = FACTORY.createLSTM();
        lstm.setUnits(64);
        lstm.setReturnSequences(sequences);
        Bidirectional both = FACTORY.createBidirectional();
        both.setLayer(lstm);
        return both;
    }

    private static long parameters(Network network, String layer) {
        return Analyses.of(network).parameters(Networks.layer(network, layer)).total();
    }
}
