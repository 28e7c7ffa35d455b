// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.compute;

import java.util.List;
import java.util.Optional;
import org.vesalius.network.exchange.onnx.axis.Spread;
import org.vesalius.network.exchange.onnx.draw.Atom;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Sizes;
import org.vesalius.network.exchange.onnx.write.Permutation;
import org.vesalius.network.weights.WeightTensor;

/** How the constants of an operator spread over a value. */
final class Constants {
    private Constants() {
    }

    /** Constants that hold one number for each number of a sample. */
    static final class Full {
        private Full() {
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

    /** Constants that hold one number for each channel of a value. */
    static final class PerChannel {
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
}
