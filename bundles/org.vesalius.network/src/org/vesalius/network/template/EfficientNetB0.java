// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.GlobalPooling;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Rescaling;
import org.vesalius.network.graph.BlockBuilder;
import org.vesalius.network.graph.NetworkBuilder;

/**
 * EfficientNet-B0 as Keras builds it, preprocessing included; whole blocks are not dropped in training, as this takes a
 * layer that Vesalius does not have. Source: Tan and Le, arXiv:1905.11946, table 1.
 */
final class EfficientNetB0 extends DrawnTemplate {
    private static final double DROPOUT = 0.2;

    EfficientNetB0() {
        super("efficientnet-b0", "EfficientNet-B0", TemplateCategory.IMAGES, "Which of 1,000 categories does an image"
                + " show? Depth, width and image size in balance, found by search: as good as ResNet-50 with a fifth of"
                + " its parameters, 5.3 million, as in Keras without stochastic depth. Takes colour images of 224×224"
                + " with pixels from 0 to 255; set means and variances in 'normalize' to those of your images. Source:"
                + " Tan and Le 2019, arXiv:1905.11946.");
    }

    @Override
    void draw(NetworkBuilder network) {
        network.add("image", Parts.input("height:224 width:224 channels:3"))
                .add("rescale", rescaling()).add("normalize", NetworkFactory.eINSTANCE.createNormalization())
                .add("stem_conv", Parts.conv(32, 3, 2)).add("stem_norm", Parts.norm()).add("stem_swish", swish());
        new InvertedResiduals(network).stage(1, 3, 1, 16, 1, 1).stage(2, 3, 2, 24, 6, 2).stage(3, 5, 2, 40, 6, 2)
                .stage(4, 3, 3, 80, 6, 2).stage(5, 5, 3, 112, 6, 1).stage(6, 5, 4, 192, 6, 2)
                .stage(7, 3, 1, 320, 6, 1);
        network.add("top_conv", Parts.conv(1280, 1, 1)).add("top_norm", Parts.norm()).add("top_swish", swish())
                .add("pool", NetworkFactory.eINSTANCE.createGlobalPooling()).add("dropout", Parts.dropout(DROPOUT))
                .add("fc", Parts.dense(1000, ActivationFunction.SOFTMAX))
                .add("category", Parts.output(Loss.CATEGORICAL_CROSS_ENTROPY));
    }

    private static Rescaling rescaling() {
        Rescaling rescaling = NetworkFactory.eINSTANCE.createRescaling();
        rescaling.setScale(1.0 / 255);
        return rescaling;
    }

    private static Activation swish() {
        return Parts.activation(ActivationFunction.SWISH);
    }

    /** Stages of blocks that widen, convolve each channel, weigh the channels, and narrow again. */
    private static final class InvertedResiduals {
        private final NetworkBuilder network;
        private int channels = 32;

        InvertedResiduals(NetworkBuilder network) {
            this.network = network;
        }

        InvertedResiduals stage(int number, int kernel, int blocks, int filters, int expansion, int stride) {
            int before = channels;
            network.block("stage" + number + "_entry",
                    block -> branch(block, before, kernel, filters, expansion, stride));
            if (blocks > 1) {
                network.block("stage" + number + "_rest", block -> {
                    branch(block.repeat(blocks - 1), filters, kernel, filters, expansion, 1);
                    block.addBehind("sum", NetworkFactory.eINSTANCE.createAdd(), "project_norm", BlockBuilder.IN);
                });
            }
            channels = filters;
            return this;
        }

        private static void branch(BlockBuilder block, int channels, int kernel, int filters, int expansion,
                int stride) {
            int wide = channels * expansion;
            if (expansion > 1) {
                block.add("expand_conv", Parts.conv(wide, 1, 1)).add("expand_norm", Parts.norm())
                        .add("expand_swish", swish());
            }
            block.add("depthwise", Parts.depthwise(kernel, stride)).add("norm", Parts.norm()).add("swish", swish())
                    .add("squeeze", squeeze())
                    .add("reduce", weighing(channels / 4, ActivationFunction.SWISH))
                    .add("excite", weighing(wide, ActivationFunction.SIGMOID))
                    .addBehind("weigh", NetworkFactory.eINSTANCE.createMultiply(), "swish", "excite")
                    .add("project_conv", Parts.conv(filters, 1, 1)).add("project_norm", Parts.norm());
        }

        private static GlobalPooling squeeze() {
            GlobalPooling pool = NetworkFactory.eINSTANCE.createGlobalPooling();
            pool.setKeepAxes(true);
            return pool;
        }

        private static Convolution2D weighing(int filters, ActivationFunction activation) {
            Convolution2D conv = Parts.conv(filters, 1, 1);
            conv.setUseBias(true);
            conv.setActivation(activation);
            return conv;
        }
    }
}
