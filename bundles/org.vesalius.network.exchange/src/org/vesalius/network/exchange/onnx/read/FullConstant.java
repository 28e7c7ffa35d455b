// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.exchange.onnx.write.Permutation;
import org.vesalius.network.weights.WeightTensor;

/** Constants that hold one number for each number of a sample. */
final class FullConstant {
    private FullConstant() {
    }

    /** The constant with its axes in the order of the layer's. */
    static WeightTensor inOrder(ForeignArray constant, View value) throws NotExpressible {
        List<Integer> dims = new ArrayList<>(constant.dims());
        while (dims.size() >= value.rank() && !dims.isEmpty() && dims.get(0) == 1) {
            dims.remove(0);
        }
        List<Integer> order = value.order();
        if (!value.isBatchFirst() || order.isEmpty() || dims.size() != order.size()) {
            throw new NotExpressible("its constant does not hold one number for each channel or sample");
        }
        List<Integer> behind = order.stream().map(axis -> axis - 1).toList();
        List<Integer> expected = value.shape().axes().stream().map(axis -> axis.size()).toList();
        if (!behind.stream().map(dims::get).toList().equals(expected)) {
            throw new NotExpressible("its constant does not hold one number for each number of a sample");
        }
        return Permutation.of(constant.tensor().reshaped(dims), behind);
    }
}
