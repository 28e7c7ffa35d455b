// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import java.util.List;
import org.vesalius.network.BatchNormalization;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Padding;
import org.vesalius.network.graph.BlockBuilder;

/**
 * ResNet-50 as Keras builds it: convolutions with bias, normalisation with ε = 1.001e-5, stages shrink in the first 1×1
 * convolution of their first block.
 */
final class BottleneckResNet extends ResidualImages {
    private static final double EPSILON = 1.001e-5;
    private static final int EXPANSION = 4;

    BottleneckResNet() {
        super("resnet-50", "ResNet-50", "Which of 1,000 categories does an image show? A deep network for colour images"
                + " of 224×224; give the last layer as many units as there are categories, or one with sigmoid for yes"
                + " or no. 50 layers in residual blocks of three convolutions, 25.6 million parameters, as in Keras."
                + " Source: He et al. 2015, arXiv:1512.03385.", List.of(3, 4, 6, 3));
    }

    @Override
    boolean entersLike(int stage) {
        return false;
    }

    @Override
    Convolution2D convolution(int filters, int kernel, int stride) {
        Convolution2D conv = Parts.conv(filters, kernel, stride);
        conv.setUseBias(true);
        return conv;
    }

    @Override
    BatchNormalization normalisation() {
        BatchNormalization norm = Parts.norm();
        norm.setEpsilon(EPSILON);
        return norm;
    }

    @Override
    void entry(BlockBuilder block, int width, int stride) {
        block.add("conv1", convolution(width, 1, stride));
        branch(block, width);
        block.addBehind("shortcut_conv", convolution(EXPANSION * width, 1, stride), BlockBuilder.IN)
                .add("shortcut_norm", normalisation());
        join(block, "shortcut_norm");
    }

    @Override
    void identity(BlockBuilder block, int width) {
        block.add("conv1", convolution(width, 1, 1));
        branch(block, width);
        join(block, BlockBuilder.IN);
    }

    private void branch(BlockBuilder block, int width) {
        Convolution2D middle = convolution(width, 3, 1);
        middle.setPadding(Padding.SAME);
        block.add("norm1", normalisation()).add("relu1", Parts.relu())
                .add("conv2", middle).add("norm2", normalisation()).add("relu2", Parts.relu())
                .add("conv3", convolution(EXPANSION * width, 1, 1)).add("norm3", normalisation());
    }

    private static void join(BlockBuilder block, String shortcut) {
        block.addBehind("sum", NetworkFactory.eINSTANCE.createAdd(), shortcut, "norm3").add("relu3", Parts.relu());
    }
}
