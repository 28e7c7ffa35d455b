// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.axis;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Sizes;
import org.vesalius.network.weights.WeightTensor;

/** Constants whose axes of size 1 are spread over those of others, as in NumPy: axes are counted from the last. */
public final class Spread {
    private static final long MOST = 1 << 24;

    private Spread() {
    }

    /** The sizes over which two constants spread together. */
    public static List<Integer> dims(List<Integer> a, List<Integer> b) throws NotExpressible {
        List<Integer> dims = new ArrayList<>();
        int rank = Math.max(a.size(), b.size());
        for (int axis = 0; axis < rank; axis++) {
            int x = at(a, axis - rank + a.size());
            int y = at(b, axis - rank + b.size());
            if (x != y && x != 1 && y != 1) {
                throw new NotExpressible("it joins arrays of the sizes " + Sizes.text(a) + " and " + Sizes.text(b));
            }
            dims.add(x == 1 ? y : x);
        }
        if (WeightTensor.elements(dims) > MOST) {
            throw new NotExpressible("it makes a constant of the sizes " + Sizes.text(dims));
        }
        return dims;
    }

    private static int at(List<Integer> dims, int axis) {
        return axis < 0 ? 1 : dims.get(axis);
    }

    /** The constant over these sizes, which it fits. */
    public static ForeignArray over(ForeignArray array, List<Integer> dims) {
        if (array.dims().equals(dims)) {
            return array;
        }
        int[] steps = steps(array.dims(), dims.size());
        return ForeignArray.computed(dims, (int) WeightTensor.elements(dims), array.whole(),
                index -> array.values().get(source(index, dims, steps)));
    }

    /** How far the next place along each axis is, 0 for axes that are spread. */
    private static int[] steps(List<Integer> from, int rank) {
        int[] steps = new int[rank];
        int step = 1;
        for (int axis = from.size() - 1; axis >= 0; axis--) {
            steps[axis + rank - from.size()] = from.get(axis) == 1 ? 0 : step;
            step *= from.get(axis);
        }
        return steps;
    }

    private static int source(int index, List<Integer> dims, int[] steps) {
        int rest = index;
        int place = 0;
        for (int axis = dims.size() - 1; axis >= 0; axis--) {
            place += rest % dims.get(axis) * steps[axis];
            rest /= dims.get(axis);
        }
        return place;
    }
}
