// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Convolution3D;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Padding;
import org.vesalius.network.TransposedConvolution3D;
import org.vesalius.network.graph.BlockBuilder;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Size3D;

/**
 * U-Net for volumes with zeros around, so that the result is as large as the volume, and normalisation in place of the
 * biases. Source: Çiçek et al., arXiv:1606.06650, figure 2.
 */
final class UNet3D extends DrawnTemplate {
    private static final int WIDTH = 32;
    private static final int LEVELS = 3;

    UNet3D() {
        super("u-net-3d", "U-Net 3D", TemplateCategory.SEGMENTATION, "Which voxels of a volume belong to a structure,"
                + " such as a tumour in an MRI or an organ in a CT? The U-Net in three dimensions with 19 million"
                + " parameters, for parts of 64×64×64 voxels, or any size that 8 divides; small batches fit into"
                + " memory. Source: Çiçek et al. 2016, arXiv:1606.06650.");
    }

    @Override
    void draw(NetworkBuilder network) {
        network.add("volume", Parts.input("depth:64 height:64 width:64 channels:1"));
        for (int level = 0; level < LEVELS; level++) {
            int width = WIDTH << level;
            network.block("encode" + (level + 1), block -> convolutions(block, width, 2 * width))
                    .add("pool" + (level + 1), NetworkFactory.eINSTANCE.createPooling3D());
        }
        network.block("bottom", block -> convolutions(block, WIDTH << LEVELS, WIDTH << (LEVELS + 1)));
        for (int level = LEVELS; level > 0; level--) {
            int width = WIDTH << level;
            network.add("up" + level, up(2 * width))
                    .addBehind("join" + level, NetworkFactory.eINSTANCE.createConcatenate(), "encode" + level,
                            "up" + level)
                    .block("decode" + level, block -> convolutions(block, width, width));
        }
        Convolution3D decide = convolution(1, 1);
        decide.setUseBias(true);
        decide.setActivation(ActivationFunction.SIGMOID);
        network.add("decide", decide).add("mask", Parts.output(Loss.DICE));
    }

    private static void convolutions(BlockBuilder block, int first, int second) {
        block.add("conv1", convolution(first, 3)).add("norm1", Parts.norm()).add("relu1", Parts.relu())
                .add("conv2", convolution(second, 3)).add("norm2", Parts.norm()).add("relu2", Parts.relu());
    }

    private static Convolution3D convolution(int filters, int kernel) {
        Convolution3D conv = NetworkFactory.eINSTANCE.createConvolution3D();
        conv.setFilters(filters);
        conv.setKernelSize(Size3D.cube(kernel));
        conv.setPadding(Padding.SAME);
        conv.setUseBias(false);
        return conv;
    }

    private static TransposedConvolution3D up(int width) {
        TransposedConvolution3D up = NetworkFactory.eINSTANCE.createTransposedConvolution3D();
        up.setFilters(width);
        return up;
    }
}
