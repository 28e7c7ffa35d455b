// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.List;
import org.vesalius.network.weights.WeightSpec;

/** Weights that many layers have, by the names of Keras. */
final class Kernels {
    static final String KERNEL = "kernel";
    static final String DEPTHWISE = "depthwise_kernel";

    private static final String BIAS = "bias";

    private Kernels() {
    }

    /** A kernel, and a bias of this length where it is used. */
    static List<WeightSpec> withBias(WeightSpec kernel, boolean useBias, int length) {
        return useBias ? List.of(kernel, bias(length)) : List.of(kernel);
    }

    /** A learned number for each result. */
    static WeightSpec bias(int length) {
        return WeightSpec.trained(BIAS, length);
    }
}
