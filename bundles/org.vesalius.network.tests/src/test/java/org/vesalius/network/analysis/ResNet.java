// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import java.util.List;
import java.util.function.Consumer;
import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.Padding;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;

/** ResNet-50 by code, written from table 1 of He et al., arXiv:1512.03385. */
final class ResNet {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    private final NetworkBuilder builder = new NetworkBuilder("resnet");
    private final boolean strideInTheMiddle;
    private String last = "image";

    /** @param strideInTheMiddle whether the 3×3 convolution shrinks, as in torchvision, or the 1×1 before it */
    ResNet(boolean strideInTheMiddle) {
        this.strideInTheMiddle = strideInTheMiddle;
    }

    Network build() {
        builder.addBehind("image", FACTORY.createInput());
        conv("stem", 64, 7, 2);
        next("stem_pool", FACTORY.createPooling2D(), pool -> {
            pool.setPoolSize(Size2D.square(3));
            pool.setStride(Size2D.square(2));
            pool.setPadding(Padding.SAME);
        });
        List<Integer> depths = List.of(3, 4, 6, 3);
        for (int stage = 0; stage < depths.size(); stage++) {
            for (int i = 0; i < depths.get(stage); i++) {
                bottleneck("s" + stage + "b" + i, 64 << stage, i == 0, i == 0 && stage > 0 ? 2 : 1);
            }
        }
        next("pool", FACTORY.createGlobalPooling(), pool -> {});
        next("fc", Networks.dense(1000, ActivationFunction.SOFTMAX), dense -> {});
        next("class", FACTORY.createOutput(), out -> out.setLoss(Loss.CATEGORICAL_CROSS_ENTROPY));
        Network network = builder.build();
        ((Input) Networks.layer(network, "image")).setShape(Shape.image(224, 224, 3));
        return network;
    }

    private void bottleneck(String name, int width, boolean project, int stride) {
        String input = last;
        conv(name + "_1", width, 1, strideInTheMiddle ? 1 : stride);
        conv(name + "_2", width, 3, strideInTheMiddle ? stride : 1);
        convAndNorm(name + "_3", 4 * width, 1, 1);
        String inner = last;
        last = input;
        if (project) {
            convAndNorm(name + "_0", 4 * width, 1, stride);
        }
        builder.addBehind(name + "_add", FACTORY.createAdd(), last, inner);
        last = name + "_add";
        relu(name);
    }

    private void conv(String name, int filters, int kernel, int stride) {
        convAndNorm(name, filters, kernel, stride);
        relu(name);
    }

    private void convAndNorm(String name, int filters, int kernel, int stride) {
        next(name + "_conv", FACTORY.createConvolution2D(), (Convolution2D conv) -> {
            conv.setFilters(filters);
            conv.setKernelSize(Size2D.square(kernel));
            conv.setStride(Size2D.square(stride));
            conv.setPadding(Padding.SAME);
        });
        next(name + "_norm", FACTORY.createBatchNormalization(), norm -> {});
    }

    private void relu(String name) {
        next(name + "_relu", FACTORY.createActivation(), (Activation relu) -> {});
    }

    private <L extends Layer> void next(String name, L layer, Consumer<L> setUp) {
        setUp.accept(layer);
        builder.addBehind(name, layer, last);
        last = name;
    }
}
