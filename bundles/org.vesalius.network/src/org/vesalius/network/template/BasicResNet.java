// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import java.util.List;
import org.vesalius.network.BatchNormalization;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Padding;
import org.vesalius.network.graph.BlockBuilder;

/**
 * ResNet-18 and ResNet-34 as torchvision builds them: residual blocks of two 3×3 convolutions without bias, the first
 * stage without a shortcut convolution, zeros on all four sides where an image shrinks.
 */
final class BasicResNet extends ResidualImages {
    private static final double EPSILON = 1e-5;
    private static final double MOMENTUM = 0.9;

    private BasicResNet(int layers, String size, List<Integer> depths) {
        super("resnet-" + layers, "ResNet-" + layers, "Which of 1,000 categories does an image show? A network of"
                + " middle depth for colour images of 224×224; give the last layer as many units as there are categories,"
                + " or one with sigmoid for yes or no. " + layers + " layers in residual blocks of two convolutions, "
                + size + " million parameters that are trained, as in torchvision. Source: He et al. 2015,"
                + " arXiv:1512.03385.", depths);
    }

    static BasicResNet of18Layers() {
        return new BasicResNet(18, "11.7", List.of(2, 2, 2, 2));
    }

    static BasicResNet of34Layers() {
        return new BasicResNet(34, "21.8", List.of(3, 4, 6, 3));
    }

    @Override
    boolean entersLike(int stage) {
        return stage == 0;
    }

    @Override
    Convolution2D convolution(int filters, int kernel, int stride) {
        Convolution2D conv = Parts.conv(filters, kernel, stride);
        conv.setPadding(stride == 1 && kernel > 1 ? Padding.SAME : Padding.VALID);
        return conv;
    }

    @Override
    BatchNormalization normalisation() {
        BatchNormalization norm = Parts.norm();
        norm.setEpsilon(EPSILON);
        norm.setMomentum(MOMENTUM);
        return norm;
    }

    @Override
    void entry(BlockBuilder block, int width, int stride) {
        block.add("pad", Parts.pad(1)).add("conv1", convolution(width, 3, stride));
        branch(block, width);
        block.addBehind("shortcut_conv", convolution(width, 1, stride), BlockBuilder.IN)
                .add("shortcut_norm", normalisation());
        join(block, "shortcut_norm");
    }

    @Override
    void identity(BlockBuilder block, int width) {
        block.add("conv1", convolution(width, 3, 1));
        branch(block, width);
        join(block, BlockBuilder.IN);
    }

    private void branch(BlockBuilder block, int width) {
        block.add("norm1", normalisation()).add("relu1", Parts.relu())
                .add("conv2", convolution(width, 3, 1)).add("norm2", normalisation());
    }

    private static void join(BlockBuilder block, String shortcut) {
        block.addBehind("sum", NetworkFactory.eINSTANCE.createAdd(), "norm2", shortcut).add("relu2", Parts.relu());
    }
}
