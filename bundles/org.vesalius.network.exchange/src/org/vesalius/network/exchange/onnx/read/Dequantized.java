// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Weights that are stored as small whole numbers: (q − zero)·scale, for all or for each place along an axis. */
final class Dequantized {
    private Dequantized() {
    }

    /** The weights. @param in numbers, scales and perhaps zeros */
    static ForeignArray of(ForeignNode node, List<ForeignArray> in) throws NotExpressible {
        ForeignArray numbers = in.get(0);
        ForeignArray scale = along(in.get(1), numbers, node);
        ForeignArray zero = in.size() < 3 ? ForeignArray.computed(List.of(), 1, true, i -> 0)
                : along(in.get(2), numbers, node);
        ForeignArray scales = Spread.over(scale, numbers.dims());
        ForeignArray zeros = Spread.over(zero, numbers.dims());
        return ForeignArray.computed(numbers.dims(), numbers.size(), false,
                i -> (numbers.values().get(i) - zeros.values().get(i)) * scales.values().get(i));
    }

    private static ForeignArray along(ForeignArray values, ForeignArray numbers, ForeignNode node)
            throws NotExpressible {
        if (values.size() == 1) {
            return values.reshaped(List.of());
        }
        int rank = numbers.dims().size();
        long named = node.integer("axis", 1);
        int axis = (int) (named < 0 ? named + rank : named);
        if (axis < 0 || axis >= rank || values.dims().size() != 1 || values.size() != numbers.dims().get(axis)) {
            throw new NotExpressible("its scales don't belong to its numbers");
        }
        List<Integer> dims = new ArrayList<>(Collections.nCopies(rank, 1));
        dims.set(axis, values.size());
        return values.reshaped(dims);
    }
}
