// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.exchange.onnx.write.Permutation;
import org.vesalius.network.weights.WeightTensor;

/** Puts the rows of a matrix of weights into the order in which its inputs come. */
final class Rows {
    private Rows() {
    }

    /**
     * The matrix for inputs in another order.
     *
     * @param kernel inputs × units
     * @param from the axes that make up the inputs of the matrix
     * @param to the same axes in the order in which they come
     */
    static WeightTensor reordered(WeightTensor kernel, List<Atom> from, List<Atom> to) {
        List<Atom> old = Atom.essential(from);
        if (old.equals(to) || old.size() < 2) {
            return kernel;
        }
        List<Integer> unfolded = new ArrayList<>(old.stream().map(Atom::size).toList());
        unfolded.add(kernel.shape().get(1));
        List<Integer> order = new ArrayList<>(to.stream().map(old::indexOf).toList());
        order.add(old.size());
        return Permutation.of(kernel.reshaped(unfolded), order).reshaped(kernel.shape());
    }
}
