// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.vesalius.network.Attention;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/**
 * The four projections of an attention: of queries, keys and values to heads, and of the heads back. Source: Vaswani et
 * al., arXiv:1706.03762, section 3.2.2; layouts as in Keras.
 *
 * @param attention the layer
 * @param query shape of what asks, time×features
 * @param key shape of what is compared, time×features
 * @param value shape of what is gathered, time×features
 */
record AttentionWeights(Attention attention, Shape query, Shape key, Shape value) {

    List<WeightSpec> specs() {
        List<WeightSpec> specs = new ArrayList<>();
        projection(specs, "query", query);
        projection(specs, "key", key);
        projection(specs, "value", value);
        int features = query.last().size();
        specs.add(WeightSpec.trained("output_kernel", heads(), length(), features));
        if (attention.isUseBias()) {
            specs.add(WeightSpec.trained("output_bias", features));
        }
        return specs;
    }

    /** The projections, the comparison of all pairs of steps, and the weighted sums. */
    OptionalLong flops() {
        long width = Saturated.times(heads(), length());
        OptionalLong projections = Flops.plus(Flops.plus(Flops.multiplyAdds(query, Saturated.times(2, width)),
                Flops.multiplyAdds(key, width)), Flops.multiplyAdds(value, width));
        OptionalLong pairs = Flops.times(Flops.multiplyAdds(query.withLast(1), Saturated.times(2, width)),
                Math.max(key.size(0), 1));
        return key.known() ? Flops.plus(projections, pairs) : OptionalLong.empty();
    }

    private void projection(List<WeightSpec> specs, String part, Shape from) {
        specs.add(WeightSpec.trained(part + "_kernel", from.last().size(), heads(), length()));
        if (attention.isUseBias()) {
            specs.add(WeightSpec.trained(part + "_bias", heads(), length()));
        }
    }

    private int heads() {
        return attention.getHeads();
    }

    private int length() {
        return attention.getKeyDimension();
    }
}
