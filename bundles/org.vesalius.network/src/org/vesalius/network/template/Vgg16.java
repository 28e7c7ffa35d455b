// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import java.util.List;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.graph.NetworkBuilder;

/** VGG with 16 layers, configuration D. Source: Simonyan and Zisserman, arXiv:1409.1556, table 1. */
final class Vgg16 extends DrawnTemplate {
    private static final List<Integer> FILTERS = List.of(64, 128, 256, 512, 512);
    private static final List<Integer> CONVOLUTIONS = List.of(2, 2, 3, 3, 3);

    Vgg16() {
        super("vgg-16", "VGG-16", TemplateCategory.IMAGES, "Which of 1,000 categories does an image show? A plain, very"
                + " wide network for colour images of 224×224 with 138 million parameters, as in Keras; most of them in"
                + " the dense layers, so it needs much memory. Without the dense layers its features still serve many"
                + " studies. Source: Simonyan and Zisserman 2014, arXiv:1409.1556.");
    }

    @Override
    void draw(NetworkBuilder network) {
        network.add("image", Parts.input("height:224 width:224 channels:3"));
        for (int i = 0; i < FILTERS.size(); i++) {
            int stage = i;
            network.block("convolutions" + (i + 1), block -> block.repeat(CONVOLUTIONS.get(stage))
                    .add("conv", Parts.convRelu(FILTERS.get(stage), 3)))
                    .add("pool" + (i + 1), Parts.pool(PoolingKind.MAX, 2, 2));
        }
        network.add("flatten", NetworkFactory.eINSTANCE.createFlatten())
                .add("fc1", Parts.dense(4096, ActivationFunction.RELU)).add("dropout1", Parts.dropout(0.5))
                .add("fc2", Parts.dense(4096, ActivationFunction.RELU)).add("dropout2", Parts.dropout(0.5))
                .add("fc3", Parts.dense(1000, ActivationFunction.SOFTMAX))
                .add("category", Parts.output(Loss.CATEGORICAL_CROSS_ENTROPY));
    }
}
