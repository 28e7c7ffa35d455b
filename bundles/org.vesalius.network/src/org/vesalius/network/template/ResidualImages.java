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

/**
 * Residual networks for images of 224×224: a stem, four stages of residual blocks, each half as large and twice as deep
 * as the one before, and a decision among 1,000 categories. Source: He et al., arXiv:1512.03385, table 1.
 */
abstract class ResidualImages extends DrawnTemplate {
    private static final int STEM = 64;
    private static final int CATEGORIES = 1000;

    private final List<Integer> depths;

    /** @param depths how many residual blocks each stage has */
    ResidualImages(String id, String title, String description, List<Integer> depths) {
        super(id, title, TemplateCategory.IMAGES, description);
        this.depths = depths;
    }

    @Override
    final void draw(NetworkBuilder network) {
        network.add("image", Parts.input("height:224 width:224 channels:3"))
                .add("stem_pad", Parts.pad(3)).add("stem_conv", stem()).add("stem_norm", normalisation())
                .add("stem_relu", Parts.relu())
                .add("stem_pool_pad", Parts.pad(1)).add("stem_pool", Parts.pool(PoolingKind.MAX, 3, 2));
        for (int stage = 0; stage < depths.size(); stage++) {
            int width = STEM << stage;
            int stride = stage == 0 ? 1 : 2;
            int rest = depths.get(stage) - (entersLike(stage) ? 0 : 1);
            if (!entersLike(stage)) {
                network.block("stage" + (stage + 1) + "_entry", block -> entry(block, width, stride));
            }
            network.block("stage" + (stage + 1) + "_rest", block -> identity(block.repeat(rest), width));
        }
        network.add("pool", NetworkFactory.eINSTANCE.createGlobalPooling())
                .add("fc", Parts.dense(CATEGORIES, ActivationFunction.SOFTMAX))
                .add("category", Parts.output(Loss.CATEGORICAL_CROSS_ENTROPY));
    }

    /** Whether the first block of a stage is like the others, because the result before it has its shape. */
    abstract boolean entersLike(int stage);

    /** A convolution of this network, without zeros around; they are added where they belong. */
    abstract Convolution2D convolution(int filters, int kernel, int stride);

    /** The normalisation behind each convolution. */
    abstract BatchNormalization normalisation();

    /** The first block of a stage, whose shortcut brings the input to its shape by a 1×1 convolution. */
    abstract void entry(BlockBuilder block, int width, int stride);

    /** The other blocks of a stage: what they compute is added to what they get. */
    abstract void identity(BlockBuilder block, int width);

    private Convolution2D stem() {
        Convolution2D conv = convolution(STEM, 7, 2);
        conv.setPadding(Padding.VALID);
        return conv;
    }
}
