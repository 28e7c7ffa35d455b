// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.vesalius.network.Activation;
import org.vesalius.network.Add;
import org.vesalius.network.AlphaDropout;
import org.vesalius.network.Attention;
import org.vesalius.network.Average;
import org.vesalius.network.BatchNormalization;
import org.vesalius.network.Concatenate;
import org.vesalius.network.Dropout;
import org.vesalius.network.ELU;
import org.vesalius.network.GaussianDropout;
import org.vesalius.network.GaussianNoise;
import org.vesalius.network.GroupNormalization;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerNormalization;
import org.vesalius.network.LeakyReLU;
import org.vesalius.network.Maximum;
import org.vesalius.network.Minimum;
import org.vesalius.network.Multiply;
import org.vesalius.network.Normalization;
import org.vesalius.network.PReLU;
import org.vesalius.network.PositionalEncoding;
import org.vesalius.network.Rescaling;
import org.vesalius.network.SpatialDropout;
import org.vesalius.network.Subtract;
import org.vesalius.network.TimeDistributed;

/**
 * Where the mask of a sequence goes: through layers that leave each step where it is, as in Keras. Layers that walk along
 * the sequence say themselves what becomes of it; behind all others it is gone.
 */
final class MaskFlow {

    private static final Set<Class<? extends Layer>> PASSING = Set.of(Activation.class, ELU.class, LeakyReLU.class,
            PReLU.class, Dropout.class, AlphaDropout.class, GaussianDropout.class, GaussianNoise.class,
            SpatialDropout.class, BatchNormalization.class, LayerNormalization.class, GroupNormalization.class,
            Normalization.class,
            Rescaling.class, PositionalEncoding.class, TimeDistributed.class, Attention.class, Add.class,
            Subtract.class, Multiply.class, Average.class, Maximum.class, Minimum.class, Concatenate.class);

    private MaskFlow() {
    }

    /**
     * What comes out of a layer, with the mask it passes on: that of its inputs where they agree on one. An attention
     * gives one step for each of its queries, so it passes on theirs.
     */
    static Signal behind(Layer layer, List<Signal> inputs, Signal result) {
        if (result.mask().isPresent() || PASSING.stream().noneMatch(type -> type.isInstance(layer))) {
            return result;
        }
        List<Optional<Signal>> masks = inputs.stream().limit(layer instanceof Attention ? 1 : inputs.size())
                .map(Signal::mask).distinct().toList();
        boolean sameSteps = !inputs.isEmpty() && result.shape().size(0) == inputs.get(0).shape().size(0);
        return masks.size() == 1 && sameSteps ? new Signal(result.vertex(), result.shape(), masks.get(0)) : result;
    }
}
