// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Padding;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.graph.NetworkBuilder;

/** LeNet-5 with plain convolutions and average pooling. Source: LeCun et al. 1998. */
final class LeNet extends DrawnTemplate {
    LeNet() {
        super("lenet", "LeNet-5", TemplateCategory.IMAGES, "Which of 10 categories does a small grey image show? The"
                + " first convolutional network in wide use, for images of 32×32; it trains in seconds and shows"
                + " newcomers how such networks work. Source: LeCun et al., Gradient-based learning applied to document"
                + " recognition, Proceedings of the IEEE 86 (1998) 2278–2324.");
    }

    @Override
    void draw(NetworkBuilder network) {
        network.add("image", Parts.input("height:32 width:32 channels:1"))
                .add("conv1", convolution(6)).add("pool1", Parts.pool(PoolingKind.AVERAGE, 2, 2))
                .add("conv2", convolution(16)).add("pool2", Parts.pool(PoolingKind.AVERAGE, 2, 2))
                .add("flatten", NetworkFactory.eINSTANCE.createFlatten())
                .add("fc1", Parts.dense(120, ActivationFunction.TANH))
                .add("fc2", Parts.dense(84, ActivationFunction.TANH))
                .add("fc3", Parts.dense(10, ActivationFunction.SOFTMAX))
                .add("category", Parts.output(Loss.CATEGORICAL_CROSS_ENTROPY));
    }

    private static Convolution2D convolution(int filters) {
        Convolution2D conv = Parts.convRelu(filters, 5);
        conv.setPadding(Padding.VALID);
        conv.setActivation(ActivationFunction.TANH);
        return conv;
    }
}
