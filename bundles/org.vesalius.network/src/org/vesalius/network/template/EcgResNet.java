// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Convolution1D;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Padding;
import org.vesalius.network.Pooling1D;
import org.vesalius.network.graph.BlockBuilder;
import org.vesalius.network.graph.NetworkBuilder;

/**
 * Residual network for electrocardiograms: each residual block shortens the signal to a quarter. Source: Ribeiro et
 * al., Automatic diagnosis of the 12-lead ECG using a deep neural network, Nature Communications 11 (2020) 1760.
 */
final class EcgResNet extends DrawnTemplate {
    private static final int KERNEL = 16;
    private static final int SHORTENED = 4;
    private static final double DROPOUT = 0.2;

    EcgResNet() {
        super("ecg-resnet-1d", "ECG ResNet", TemplateCategory.SEQUENCES, "Which of six abnormalities, such as atrial"
                + " fibrillation, does a 12-lead ECG show? Ten seconds at 400 Hz with zeros at the ends, 4096×12;"
                + " findings may occur together, so each has a sigmoid of its own. Residual blocks for signals, 6.4"
                + " million parameters. Source: Ribeiro et al. 2020, Nature Communications 11, 1760.");
    }

    @Override
    void draw(NetworkBuilder network) {
        network.add("ecg", Parts.input("time:4096 features:12"))
                .add("stem_conv", convolution(64, KERNEL, 1)).add("stem_norm", Parts.norm())
                .add("stem_relu", Parts.relu())
                .block("residual1", block -> residual(block, BlockBuilder.IN, 128))
                .block("residual2", block -> activated(block, 196))
                .block("residual3", block -> activated(block, 256))
                .block("residual4", block -> activated(block, 320))
                .add("norm", Parts.norm()).add("relu", Parts.relu()).add("dropout", Parts.dropout(DROPOUT))
                .add("flatten", NetworkFactory.eINSTANCE.createFlatten())
                .add("fc", Parts.dense(6, ActivationFunction.SIGMOID))
                .add("findings", Parts.output(Loss.BINARY_CROSS_ENTROPY));
    }

    private static void activated(BlockBuilder block, int filters) {
        block.add("norm0", Parts.norm()).add("relu0", Parts.relu()).add("dropout0", Parts.dropout(DROPOUT));
        residual(block, "dropout0", filters);
    }

    /** The branch starts at the activated signal, the shortcut at the one that comes in. */
    private static void residual(BlockBuilder block, String start, int filters) {
        block.addBehind("conv1", convolution(filters, KERNEL, 1), start).add("norm1", Parts.norm())
                .add("relu1", Parts.relu()).add("dropout1", Parts.dropout(DROPOUT))
                .add("conv2", convolution(filters, KERNEL, SHORTENED))
                .addBehind("shortcut_pool", shorten(), BlockBuilder.IN)
                .add("shortcut_conv", convolution(filters, 1, 1))
                .addBehind("sum", NetworkFactory.eINSTANCE.createAdd(), "conv2", "shortcut_conv");
    }

    private static Pooling1D shorten() {
        Pooling1D pool = NetworkFactory.eINSTANCE.createPooling1D();
        pool.setPoolSize(SHORTENED);
        pool.setPadding(Padding.SAME);
        return pool;
    }

    private static Convolution1D convolution(int filters, int kernel, int stride) {
        Convolution1D conv = NetworkFactory.eINSTANCE.createConvolution1D();
        conv.setFilters(filters);
        conv.setKernelSize(kernel);
        conv.setStride(stride);
        conv.setPadding(Padding.SAME);
        conv.setUseBias(false);
        return conv;
    }
}
