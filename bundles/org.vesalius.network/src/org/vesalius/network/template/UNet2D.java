// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.TransposedConvolution2D;
import org.vesalius.network.graph.NetworkBuilder;

/**
 * U-Net with zeros around images, so that the result is as large as the image. Source: Ronneberger et al.,
 * arXiv:1505.04597, figure 1.
 */
final class UNet2D extends DrawnTemplate {
    private static final int WIDTH = 64;
    private static final int LEVELS = 4;

    UNet2D() {
        super("u-net-2d", "U-Net", TemplateCategory.SEGMENTATION, "Which pixels of a grey image belong to a structure,"
                + " such as the lungs in an X-ray or cells under the microscope? An image goes down to what it shows"
                + " and back up to where that is; each level down hands its details across. 31 million parameters,"
                + " images of 256×256, or any size that 16 divides. Source: Ronneberger et al. 2015, arXiv:1505.04597.");
    }

    @Override
    void draw(NetworkBuilder network) {
        network.add("image", Parts.input("height:256 width:256 channels:1"));
        for (int level = 0; level < LEVELS; level++) {
            convolutions(network, "encode" + (level + 1), WIDTH << level);
            network.add("pool" + (level + 1), Parts.pool(PoolingKind.MAX, 2, 2));
        }
        convolutions(network, "bottom", WIDTH << LEVELS);
        for (int level = LEVELS; level > 0; level--) {
            int width = WIDTH << (level - 1);
            network.add("up" + level, up(width))
                    .addBehind("join" + level, NetworkFactory.eINSTANCE.createConcatenate(), "encode" + level,
                            "up" + level);
            convolutions(network, "decode" + level, width);
        }
        Convolution2D decide = Parts.convRelu(1, 1);
        decide.setActivation(ActivationFunction.SIGMOID);
        network.add("decide", decide).add("mask", Parts.output(Loss.DICE));
    }

    private static void convolutions(NetworkBuilder network, String name, int width) {
        network.block(name, block -> block.repeat(2).add("conv", Parts.convRelu(width, 3)));
    }

    private static TransposedConvolution2D up(int width) {
        TransposedConvolution2D up = NetworkFactory.eINSTANCE.createTransposedConvolution2D();
        up.setFilters(width);
        return up;
    }
}
