// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import java.util.List;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.BatchNormalization;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Padding;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.graph.BlockBuilder;
import org.vesalius.network.graph.NetworkBuilder;

/** DenseNet with 121 layers and growth 32 as Keras builds it. Source: Huang et al., arXiv:1608.06993, table 1. */
final class DenseNet121 extends DrawnTemplate {
    private static final List<Integer> DEPTHS = List.of(6, 12, 24, 16);
    private static final int GROWTH = 32;
    private static final int STEM = 64;
    private static final double EPSILON = 1.001e-5;

    DenseNet121() {
        super("densenet-121", "DenseNet-121", TemplateCategory.IMAGES, "Which of 1,000 categories does an image show?"
                + " Each layer sees the results of all layers before it, which makes good use of 8.1 million"
                + " parameters; the design behind CheXNet's findings in chest X-rays. For colour images of 224×224, as"
                + " in Keras. Source: Huang et al. 2016, arXiv:1608.06993.");
    }

    @Override
    void draw(NetworkBuilder network) {
        Convolution2D stem = Parts.conv(STEM, 7, 2);
        stem.setPadding(Padding.VALID);
        network.add("image", Parts.input("height:224 width:224 channels:3"))
                .add("stem_pad", Parts.pad(3)).add("stem_conv", stem).add("stem_norm", norm())
                .add("stem_relu", Parts.relu())
                .add("stem_pool_pad", Parts.pad(1)).add("stem_pool", Parts.pool(PoolingKind.MAX, 3, 2));
        int channels = STEM;
        for (int i = 0; i < DEPTHS.size(); i++) {
            int depth = DEPTHS.get(i);
            network.block("dense" + (i + 1), block -> denseLayer(block.repeat(depth)));
            channels += depth * GROWTH;
            if (i < DEPTHS.size() - 1) {
                channels /= 2;
                int halved = channels;
                network.block("transition" + (i + 1), block -> transition(block, halved));
            }
        }
        network.add("norm", norm()).add("relu", Parts.relu())
                .add("pool", NetworkFactory.eINSTANCE.createGlobalPooling())
                .add("fc", Parts.dense(1000, ActivationFunction.SOFTMAX))
                .add("category", Parts.output(Loss.CATEGORICAL_CROSS_ENTROPY));
    }

    /** Adds {@value #GROWTH} channels to those that come in. */
    private static void denseLayer(BlockBuilder block) {
        block.add("norm1", norm()).add("relu1", Parts.relu()).add("conv1", Parts.conv(4 * GROWTH, 1, 1))
                .add("norm2", norm()).add("relu2", Parts.relu()).add("conv2", Parts.conv(GROWTH, 3, 1))
                .addBehind("join", NetworkFactory.eINSTANCE.createConcatenate(), BlockBuilder.IN, "conv2");
    }

    private static void transition(BlockBuilder block, int filters) {
        block.add("norm", norm()).add("relu", Parts.relu()).add("conv", Parts.conv(filters, 1, 1))
                .add("pool", Parts.pool(PoolingKind.AVERAGE, 2, 2));
    }

    private static BatchNormalization norm() {
        BatchNormalization norm = Parts.norm();
        norm.setEpsilon(EPSILON);
        return norm;
    }
}
