// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.network.NetworkPackage.Literals;

/** Dense, activations, dropout and normalisation. */
final class CoreTypes {
    private CoreTypes() {
    }

    static List<KerasType> all() {
        return List.of(
                KerasType.of("Dense", Literals.DENSE).values("units", "activation").value("use_bias", "useBias")
                        .kernel("kernel").build(),
                KerasType.of("Flatten", Literals.FLATTEN).channelsLast().build(),
                KerasType.of("Reshape", Literals.RESHAPE).value("target_shape", "shape").build(),
                KerasType.of("Permute", Literals.PERMUTE).value("dims", "order").build(),
                KerasType.of("RepeatVector", Literals.REPEAT_VECTOR).value("n", "times").build(),
                KerasType.of("Activation", Literals.ACTIVATION).value("activation", "function").build(),
                KerasType.of("LeakyReLU", Literals.LEAKY_RE_LU).value("alpha", "slope").build(),
                KerasType.of("ELU", Literals.ELU).values("alpha").build(),
                KerasType.of("PReLU", Literals.PRE_LU).field(new SharedAxesField()).build(),
                dropout("Dropout", Literals.DROPOUT).build(),
                dropout("SpatialDropout1D", Literals.SPATIAL_DROPOUT).rank(2).build(),
                dropout("SpatialDropout2D", Literals.SPATIAL_DROPOUT).rank(3).channelsLast().build(),
                dropout("SpatialDropout3D", Literals.SPATIAL_DROPOUT).rank(4).channelsLast().build(),
                dropout("GaussianDropout", Literals.GAUSSIAN_DROPOUT).build(),
                dropout("AlphaDropout", Literals.ALPHA_DROPOUT).build(),
                KerasType.of("GaussianNoise", Literals.GAUSSIAN_NOISE).value("stddev", "deviation").build(),
                KerasType.of("BatchNormalization", Literals.BATCH_NORMALIZATION)
                        .values("momentum", "epsilon", "scale", "center").build(),
                KerasType.of("LayerNormalization", Literals.LAYER_NORMALIZATION)
                        .values("epsilon", "scale", "center").only("rms_scaling", "false").build(),
                KerasType.of("GroupNormalization", Literals.GROUP_NORMALIZATION)
                        .values("groups", "epsilon", "scale", "center").build(),
                KerasType.of("Normalization", Literals.NORMALIZATION).field(new StatisticField("mean"))
                        .field(new StatisticField("variance")).only("invert", "false").build(),
                KerasType.of("Rescaling", Literals.RESCALING).values("scale", "offset").build());
    }

    private static KerasType.Builder dropout(String keras, EClass type) {
        return KerasType.of(keras, type).values("rate").only("noise_shape", "null");
    }
}
