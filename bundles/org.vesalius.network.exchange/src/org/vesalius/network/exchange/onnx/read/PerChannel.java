// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.List;
import java.util.Optional;

/** Constants that hold one number for each channel of a value. */
final class PerChannel {
    private PerChannel() {
    }

    /**
     * The numbers, if the constant spreads along the axis of the layer's channels alone.
     *
     * @param constant a constant that ONNX spreads over the value, its axes counted from the last
     */
    static Optional<float[]> of(ForeignArray constant, View value) {
        int channelAxis = channelAxis(value);
        if (channelAxis < 0 || constant.dims().size() > value.rank()) {
            return Optional.empty();
        }
        int missing = value.rank() - constant.dims().size();
        for (int i = 0; i < constant.dims().size(); i++) {
            if (i + missing != channelAxis && constant.dims().get(i) != 1) {
                return Optional.empty();
            }
        }
        boolean fits = constant.size() == value.shape().last().size();
        return fits ? Optional.of(constant.floats()) : Optional.empty();
    }

    private static int channelAxis(View value) {
        List<List<Atom>> groups = value.groups();
        for (int axis = groups.size() - 1; axis >= 0; axis--) {
            if (value.isLastAxis(axis)) {
                return axis;
            }
        }
        return -1;
    }
}
