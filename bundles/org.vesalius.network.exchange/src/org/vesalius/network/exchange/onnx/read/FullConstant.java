// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.List;
import org.vesalius.network.exchange.onnx.write.Permutation;
import org.vesalius.network.weights.WeightTensor;

/** Constants that hold one number for each number of a sample. */
final class FullConstant {
    private FullConstant() {
    }

    /** The constant spread over a sample, its axes in the order of the layer's. */
    static WeightTensor inOrder(ForeignArray constant, View value) throws NotExpressible {
        List<Long> dims = value.isBatchFirst() ? value.dims().subList(1, value.rank()) : List.of();
        if (dims.isEmpty() || dims.contains(Sizes.UNKNOWN)) {
            throw new NotExpressible("its constant does not hold one number for each channel or sample");
        }
        List<Integer> sizes = dims.stream().map(Long::intValue).toList();
        List<Atom> atoms = Atom.essential(View.flat(value.sample()));
        List<Integer> order = value.atoms().map(atoms::indexOf).toList();
        if (order.contains(-1) || order.size() != atoms.size()) {
            throw new NotExpressible("its constant does not hold one number for each number of a sample");
        }
        ForeignArray whole = Spread.over(ofOneSample(constant, value.rank(), sizes), sizes);
        WeightTensor apart = whole.tensor().reshaped(atoms.stream().map(Atom::size).toList());
        return Permutation.of(apart, order).reshaped(value.shape().axes().stream().map(axis -> axis.size()).toList());
    }

    private static ForeignArray ofOneSample(ForeignArray constant, int rank, List<Integer> sizes)
            throws NotExpressible {
        List<Integer> dims = constant.dims();
        if (dims.size() > rank || dims.size() == rank && dims.get(0) != 1) {
            throw new NotExpressible("its constant differs from sample to sample");
        }
        List<Integer> sample = dims.size() == rank ? dims.subList(1, rank) : dims;
        if (!Spread.dims(sample, sizes).equals(sizes)) {
            throw new NotExpressible("its constant does not hold one number for each number of a sample");
        }
        return constant.reshaped(sample);
    }
}
