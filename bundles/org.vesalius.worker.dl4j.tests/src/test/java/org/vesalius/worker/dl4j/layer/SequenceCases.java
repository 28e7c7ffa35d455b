// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Attention;
import org.vesalius.network.GRU;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.PositionKind;
import org.vesalius.network.Recurrent;

/** Layers over sequences with the settings under which they are checked. */
final class SequenceCases {

    private static final NetworkFactory LAYERS = NetworkFactory.eINSTANCE;
    private static final String SEQUENCE = "5x3";
    private static final String WIDE = "5x4";

    private SequenceCases() {
    }

    static List<LayerCase> all() {
        List<LayerCase> cases = new ArrayList<>();
        for (boolean bias : new boolean[] {true, false}) {
            String name = bias ? "" : "-no-bias";
            cases.addAll(directions("simple-rnn" + name, bias, LAYERS::createSimpleRNN));
            cases.addAll(directions("lstm" + name, bias, LAYERS::createLSTM));
            cases.add(recurrent("gru" + name, LAYERS.createGRU(), gru -> gru.setUseBias(bias)));
        }
        cases.add(recurrent("gru-reset-before", LAYERS.createGRU(), gru -> gru.setResetAfter(false)));
        cases.add(recurrent("gru-hard-sigmoid", LAYERS.createGRU(),
                gru -> gru.setRecurrentActivation(ActivationFunction.HARD_SIGMOID)));
        cases.add(recurrent("lstm-hard-sigmoid", LAYERS.createLSTM(),
                lstm -> lstm.setRecurrentActivation(ActivationFunction.HARD_SIGMOID)));
        cases.addAll(bidirectional());
        cases.addAll(attentions());
        cases.add(LayerCase.of("positions-sinusoidal", LAYERS.createPositionalEncoding(),
                layer -> layer.setKind(PositionKind.SINUSOIDAL), SEQUENCE));
        cases.add(LayerCase.of("positions-learned", LAYERS.createPositionalEncoding(), layer -> {
            layer.setKind(PositionKind.LEARNED);
            layer.setMaxLength(8);
        }, SEQUENCE));
        cases.add(new LayerCase("last-time-step", LAYERS.createLastTimeStep(), SEQUENCE));
        return cases;
    }

    static LayerCase attentionWithDropout() {
        return LayerCase.of("attention-dropout", LAYERS.createSelfAttention(), layer -> {
            heads(layer, 2, 3);
            layer.setDropout(0.4);
        }, WIDE);
    }

    private static List<LayerCase> directions(String name, boolean bias, Supplier<Recurrent> maker) {
        return List.of(recurrent(name, maker.get(), layer -> layer.setUseBias(bias)),
                recurrent(name + "-last", maker.get(), layer -> {
                    layer.setUseBias(bias);
                    layer.setReturnSequences(false);
                }), recurrent(name + "-backwards", maker.get(), layer -> {
                    layer.setUseBias(bias);
                    layer.setGoBackwards(true);
                }));
    }

    private static List<LayerCase> bidirectional() {
        List<LayerCase> cases = new ArrayList<>();
        for (boolean all : new boolean[] {true, false}) {
            GRU inner = LAYERS.createGRU();
            inner.setName("inner");
            inner.setUnits(4);
            inner.setReturnSequences(all);
            cases.add(LayerCase.of(all ? "bidirectional-gru" : "bidirectional-gru-last", LAYERS.createBidirectional(),
                    layer -> layer.setLayer(inner), SEQUENCE));
        }
        return cases;
    }

    private static List<LayerCase> attentions() {
        return List.of(
                LayerCase.of("self-attention", LAYERS.createSelfAttention(), layer -> heads(layer, 2, 3), WIDE),
                LayerCase.of("self-attention-library", LAYERS.createSelfAttention(), layer -> heads(layer, 2, 2), WIDE),
                LayerCase.of("attention-two", LAYERS.createMultiHeadAttention(), layer -> heads(layer, 2, 3), WIDE,
                        "6x3"),
                LayerCase.of("attention-three", LAYERS.createMultiHeadAttention(), layer -> heads(layer, 2, 3), WIDE,
                        "6x3", "6x2"));
    }

    private static void heads(Attention layer, int count, int length) {
        layer.setHeads(count);
        layer.setKeyDimension(length);
    }

    private static <R extends Recurrent> LayerCase recurrent(String name, R layer, Consumer<R> settings) {
        return LayerCase.of(name, layer, made -> {
            made.setUnits(4);
            made.setReturnSequences(true);
            settings.accept(made);
        }, SEQUENCE);
    }
}
