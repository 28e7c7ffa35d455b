// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.network.NetworkPackage.Literals;

/** Words, recurrent layers and attention. */
final class SequenceTypes {
    private static final String DROPOUT = "dropout inside the layer is left out in training";

    private SequenceTypes() {
    }

    static List<KerasType> all() {
        return List.of(
                KerasType.of("Embedding", Literals.EMBEDDING).value("input_dim", "vocabularySize")
                        .value("output_dim", "dimension").kernel("embeddings")
                        .omitted("mask_zero", "0 counts as a word, not as missing")
                        .omitted("dropout", DROPOUT).build(),
                recurrent("SimpleRNN", Literals.SIMPLE_RNN).build(),
                recurrent("LSTM", Literals.LSTM).value("recurrent_activation", "recurrentActivation").build(),
                recurrent("GRU", Literals.GRU).value("recurrent_activation", "recurrentActivation")
                        .value("reset_after", "resetAfter").build(),
                KerasType.of("Masking", Literals.MASKING).value("mask_value", "maskValue").build(),
                attention(Literals.MULTI_HEAD_ATTENTION),
                attention(Literals.SELF_ATTENTION));
    }

    private static KerasType.Builder recurrent(String keras, EClass type) {
        return KerasType.of(keras, type).values("units", "activation").value("return_sequences", "returnSequences")
                .value("use_bias", "useBias").value("go_backwards", "goBackwards").kernel("kernel")
                .only("return_state", "false").omitted("dropout", DROPOUT).omitted("recurrent_dropout", DROPOUT)
                .omitted("stateful", "each sample starts afresh")
                .omitted("recurrent_regularizer", "the recurrent kernel has no regularizer of its own")
                .omitted("recurrent_constraint", "the recurrent kernel has no constraint of its own");
    }

    private static KerasType attention(EClass type) {
        return KerasType.of("MultiHeadAttention", type).value("num_heads", "heads").value("key_dim", "keyDimension")
                .values("dropout").value("use_bias", "useBias").kernel("kernel").only("output_shape", "null")
                .only("attention_axes", "1").build();
    }
}
