// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.BlockBuilder;
import org.vesalius.network.graph.NetworkBuilder;

/** MobileNet 1.0 for 224×224 as Keras builds it. Source: Howard et al., arXiv:1704.04861, table 1. */
final class MobileNet extends DrawnTemplate {
    private static final double DROPOUT = 0.001;

    MobileNet() {
        super("mobilenet", "MobileNet", TemplateCategory.IMAGES, "Which of 1,000 categories does an image show, on a"
                + " computer without a graphics card? Convolutions are split into one for each channel and one across"
                + " channels, which takes an eighth of the work; 4.3 million parameters, as in Keras, for colour images"
                + " of 224×224. Source: Howard et al. 2017, arXiv:1704.04861.");
    }

    @Override
    void draw(NetworkBuilder network) {
        network.add("image", Parts.input("height:224 width:224 channels:3"))
                .add("stem_conv", Parts.conv(32, 3, 2)).add("stem_norm", Parts.norm()).add("stem_relu6", relu6())
                .block("separable1", block -> separable(block, 64, 1))
                .block("pairs", block -> pair(block.repeat(3)))
                .block("middle", block -> separable(block.repeat(4), 512, 1))
                .block("shrink", block -> separable(block, 1024, 2))
                .block("last", block -> separable(block, 1024, 1))
                .add("pool", NetworkFactory.eINSTANCE.createGlobalPooling())
                .add("dropout", Parts.dropout(DROPOUT))
                .add("fc", Parts.dense(1000, ActivationFunction.SOFTMAX))
                .add("category", Parts.output(Loss.CATEGORICAL_CROSS_ENTROPY));
    }

    /** Halves the image and doubles the channels to 128, 256, 512, then computes once more at that size. */
    private static void pair(BlockBuilder block) {
        String filters = "128*2^i";
        depthwise(block, "shrink", 2);
        block.vary("shrink_conv", "filters", filters);
        depthwise(block, "keep", 1);
        block.vary("keep_conv", "filters", filters);
    }

    private static void depthwise(BlockBuilder block, String name, int stride) {
        block.add(name + "_depthwise", Parts.depthwise(3, stride)).add(name + "_norm1", Parts.norm())
                .add(name + "_relu1", relu6())
                .add(name + "_conv", Parts.conv(128, 1, 1)).add(name + "_norm2", Parts.norm())
                .add(name + "_relu2", relu6());
    }

    private static void separable(BlockBuilder block, int filters, int stride) {
        block.add("depthwise", Parts.depthwise(3, stride)).add("norm1", Parts.norm()).add("relu1", relu6())
                .add("conv", Parts.conv(filters, 1, 1)).add("norm2", Parts.norm()).add("relu2", relu6());
    }

    private static Activation relu6() {
        return Parts.activation(ActivationFunction.RELU6);
    }
}
