// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.GRU;
import org.vesalius.network.LSTM;
import org.vesalius.network.PositionKind;
import org.vesalius.network.PositionalEncoding;
import org.vesalius.network.SimpleRNN;
import org.vesalius.worker.dl4j.compute.Computation;
import org.vesalius.worker.dl4j.compute.LearnedPositions;
import org.vesalius.worker.dl4j.compute.Positions;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.recurrent.GruCell;
import org.vesalius.worker.dl4j.recurrent.LstmCell;
import org.vesalius.worker.dl4j.recurrent.PlainCell;

/** Translators of layers that know the order of time steps, or let steps look at each other. */
final class SequenceTranslators {

    private SequenceTranslators() {
    }

    static List<LayerTranslator<?>> all() {
        return List.of(
                new RecurrentTranslator<>(SimpleRNN.class,
                        layer -> new PlainCell(layer.getActivation(), layer.isUseBias())),
                new RecurrentTranslator<>(LSTM.class,
                        layer -> new LstmCell(layer.getActivation(), layer.getRecurrentActivation(), layer.isUseBias())),
                new RecurrentTranslator<>(GRU.class,
                        layer -> new GruCell(layer.getActivation(), layer.getRecurrentActivation(), layer.isUseBias(),
                                layer.isResetAfter())),
                new BidirectionalTranslator(), new TimeDistributedTranslator(), new LastTimeStepTranslator(),
                new MaskingTranslator(), new SelfAttentionTranslator(), new MultiHeadAttentionTranslator(),
                new ComputationTranslator<>(PositionalEncoding.class, SequenceTranslators::positions));
    }

    private static Computation positions(PositionalEncoding layer, Signal input) {
        return layer.getKind() == PositionKind.LEARNED
                ? new LearnedPositions(layer.getMaxLength(), input.channels())
                : new Positions(input.shape().size(0), input.channels());
    }
}
