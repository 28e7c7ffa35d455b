// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.SelfAttention;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.graph.BlockBuilder;
import org.vesalius.network.graph.NetworkBuilder;

/** The encoder of the Transformer over a series of numbers. Source: Vaswani et al., arXiv:1706.03762, figure 1. */
final class TransformerEncoder extends DrawnTemplate {
    private static final int WIDTH = 64;
    private static final int INNER = 256;
    private static final int HEADS = 4;
    private static final int ENCODERS = 4;
    private static final double DROPOUT = 0.1;

    TransformerEncoder() {
        super("transformer-encoder", "Transformer encoder", TemplateCategory.SEQUENCES, "Which of five categories does"
                + " a series of 100 steps belong to? Every step looks at all others at once, so that far-apart events"
                + " meet; for long records of many patients, as it needs more of them than an LSTM. Four encoders with"
                + " four heads, 202,000 parameters. Source: Vaswani et al. 2017, arXiv:1706.03762.");
    }

    @Override
    void draw(NetworkBuilder network) {
        network.add("series", Parts.input("time:100 features:32"))
                .add("embed", everyStep(WIDTH, ActivationFunction.LINEAR))
                .add("positions", NetworkFactory.eINSTANCE.createPositionalEncoding())
                .add("dropout", Parts.dropout(DROPOUT))
                .block("encoder", block -> encoder(block.repeat(ENCODERS)))
                .add("pool", NetworkFactory.eINSTANCE.createGlobalPooling())
                .add("fc", Parts.dense(5, ActivationFunction.SOFTMAX))
                .add("category", Parts.output(Loss.CATEGORICAL_CROSS_ENTROPY));
    }

    /** Attention, then two dense layers at each step; both are added to what comes in, and normalised. */
    private static void encoder(BlockBuilder block) {
        block.add("attention", attention()).add("dropout1", Parts.dropout(DROPOUT))
                .addBehind("sum1", NetworkFactory.eINSTANCE.createAdd(), BlockBuilder.IN, "dropout1")
                .add("norm1", NetworkFactory.eINSTANCE.createLayerNormalization())
                .add("widen", everyStep(INNER, ActivationFunction.RELU))
                .add("narrow", everyStep(WIDTH, ActivationFunction.LINEAR)).add("dropout2", Parts.dropout(DROPOUT))
                .addBehind("sum2", NetworkFactory.eINSTANCE.createAdd(), "norm1", "dropout2")
                .add("norm2", NetworkFactory.eINSTANCE.createLayerNormalization());
    }

    private static SelfAttention attention() {
        SelfAttention attention = NetworkFactory.eINSTANCE.createSelfAttention();
        attention.setHeads(HEADS);
        attention.setKeyDimension(WIDTH / HEADS);
        return attention;
    }

    private static TimeDistributed everyStep(int units, ActivationFunction activation) {
        TimeDistributed steps = NetworkFactory.eINSTANCE.createTimeDistributed();
        steps.setLayer(Parts.dense(units, activation));
        steps.getLayer().setName("dense");
        return steps;
    }
}
