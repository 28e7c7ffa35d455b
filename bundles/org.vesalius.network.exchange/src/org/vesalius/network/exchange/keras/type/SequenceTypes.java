// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonObject;
import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.NetworkPackage.Literals;

/** Words, recurrent layers and attention. */
final class SequenceTypes {
    private static final String DROPOUT = "dropout inside the layer is left out in training";

    private SequenceTypes() {
    }

    static List<KerasType> all() {
        return List.of(
                KerasType.of("Embedding", Literals.EMBEDDING).required("input_dim", "vocabularySize")
                        .required("output_dim", "dimension").kernel("embeddings").passedOver("input_length", "sparse")
                        .only("lora_rank", "null")
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
        return KerasType.of(keras, type).required("units", "units").values("activation")
                .value("return_sequences", "returnSequences")
                .value("use_bias", "useBias").value("go_backwards", "goBackwards").kernel("kernel")
                .only("return_state", "false").only("time_major", "false")
                .passedOver("recurrent_initializer", "bias_initializer", "unit_forget_bias", "unroll", "implementation",
                        "use_cudnn", "seed", "input_dim", "input_length")
                .omitted("zero_output_for_mask", "steps that are masked keep the result before them")
                .omitted("dropout", DROPOUT).omitted("recurrent_dropout", DROPOUT)
                .omitted("stateful", "each sample starts afresh")
                .omitted("recurrent_regularizer", "the recurrent kernel has no regularizer of its own")
                .omitted("recurrent_constraint", "the recurrent kernel has no constraint of its own");
    }

    private static KerasType attention(EClass type) {
        return KerasType.of("MultiHeadAttention", type).required("num_heads", "heads")
                .required("key_dim", "keyDimension").field(new ValueDimensionField()).values("dropout")
                .value("use_bias", "useBias").kernel("kernel").only("output_shape", "null").only("attention_axes", "1")
                .passedOver("bias_initializer", "query_shape", "key_shape", "value_shape", "seed", "flash_attention")
                .build();
    }

    /** The size of the values of an attention: here always that of the keys. */
    private record ValueDimensionField() implements Field {
        @Override
        public void read(KerasConfig config, EObject layer) {
            config.integer("value_dim").filter(size -> !config.integer("key_dim").filter(size::equals).isPresent())
                    .ifPresent(size -> {
                        throw new UnsupportedSetting("its values have another size (" + size + ") than its keys");
                    });
        }

        @Override
        public void write(EObject layer, JsonObject config) {
            // without it Keras takes the size of the keys
        }
    }
}
