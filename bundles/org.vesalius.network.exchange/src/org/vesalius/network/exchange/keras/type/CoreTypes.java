// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.NetworkPackage.Literals;
import org.vesalius.network.PReLU;

/** Dense, activations, dropout and normalisation. */
final class CoreTypes {
    private CoreTypes() {
    }

    static List<KerasType> all() {
        return List.of(
                KerasType.of("Dense", Literals.DENSE).required("units", "units").values("activation")
                        .value("use_bias", "useBias").kernel("kernel").passedOver("bias_initializer", "input_dim")
                        .only("lora_rank", "null").build(),
                KerasType.of("Flatten", Literals.FLATTEN).channelsLast().build(),
                KerasType.of("Reshape", Literals.RESHAPE).required("target_shape", "shape").build(),
                KerasType.of("Permute", Literals.PERMUTE).required("dims", "order").build(),
                KerasType.of("RepeatVector", Literals.REPEAT_VECTOR).required("n", "times").build(),
                KerasType.of("Activation", Literals.ACTIVATION).required("activation", "function").build(),
                KerasType.of("LeakyReLU", Literals.LEAKY_RE_LU).value("alpha", "slope").build(),
                KerasType.of("ELU", Literals.ELU).values("alpha").build(),
                KerasType.of("PReLU", Literals.PRE_LU).field(new SharedAxesField())
                        .passedOver("alpha_initializer").omitted("alpha_regularizer", "its slopes have no regularizer")
                        .omitted("alpha_constraint", "its slopes have no constraint").build(),
                dropout("Dropout", Literals.DROPOUT).build(),
                dropout("SpatialDropout1D", Literals.SPATIAL_DROPOUT).rank(2).build(),
                dropout("SpatialDropout2D", Literals.SPATIAL_DROPOUT).rank(3).channelsLast().build(),
                dropout("SpatialDropout3D", Literals.SPATIAL_DROPOUT).rank(4).channelsLast().build(),
                dropout("GaussianDropout", Literals.GAUSSIAN_DROPOUT).build(),
                dropout("AlphaDropout", Literals.ALPHA_DROPOUT).build(),
                KerasType.of("GaussianNoise", Literals.GAUSSIAN_NOISE).required("stddev", "deviation").passedOver("seed")
                        .build(),
                norm("BatchNormalization", Literals.BATCH_NORMALIZATION).values("momentum").only("mode", "0")
                        .passedOver("moving_mean_initializer", "moving_variance_initializer", "fused", "synchronized",
                                "renorm_clipping", "renorm_momentum")
                        .omitted("renorm", "it isn't renormalised in training").build(),
                norm("LayerNormalization", Literals.LAYER_NORMALIZATION).only("rms_scaling", "false").build(),
                norm("GroupNormalization", Literals.GROUP_NORMALIZATION).values("groups").build(),
                KerasType.of("Normalization", Literals.NORMALIZATION).field(new StatisticField("mean"))
                        .field(new StatisticField("variance")).only("invert", "false").build(),
                KerasType.of("Rescaling", Literals.RESCALING).values("scale", "offset").build());
    }

    private static KerasType.Builder norm(String keras, EClass type) {
        return KerasType.of(keras, type).values("epsilon", "scale", "center")
                .passedOver("beta_initializer", "gamma_initializer")
                .omitted("beta_regularizer", "its shift has no regularizer")
                .omitted("gamma_regularizer", "its scale has no regularizer")
                .omitted("beta_constraint", "its shift has no constraint")
                .omitted("gamma_constraint", "its scale has no constraint");
    }

    private static KerasType.Builder dropout(String keras, EClass type) {
        return KerasType.of(keras, type).required("rate", "rate").only("noise_shape", "null").passedOver("seed");
    }

    /**
     * Whether the slopes of a PReLU are shared by all places of a channel. Keras lists the axes along which they are; how
     * many these should be shows with the shape of the input only.
     */
    private record SharedAxesField() implements Field {
        private static final String KEY = "shared_axes";

        @Override
        public void read(KerasConfig config, EObject layer) {
            List<Integer> axes = config.take(KEY).map(JsonValues::integers).orElse(List.of());
            ((PReLU) layer).setShared(!axes.isEmpty());
        }

        @Override
        public void write(EObject layer, JsonObject config) {
            config.add(KEY, ((PReLU) layer).isShared() ? new JsonArray() : JsonNull.INSTANCE);
        }
    }
}
