// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.axis;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;

/** The part of a constant that a Slice picks, with gaps or backwards too. */
final class ConstantSlice {
    private static final int MOST = 1 << 24;

    private ConstantSlice() {
    }

    static ForeignArray of(ForeignArray array, ForeignNode node, Reading reading) throws NotExpressible {
        Part part = Part.of(node, reading);
        if (array.size() > MOST) {
            throw new NotExpressible("it picks from " + array.size() + " constants");
        }
        ForeignArray picked = array;
        for (int i = 0; i < part.axes().size(); i++) {
            long named = part.axes().get(i);
            int axis = (int) (named < 0 ? named + array.dims().size() : named);
            if (axis < 0 || axis >= array.dims().size()) {
                throw new NotExpressible("it cuts an axis that is not there");
            }
            picked = picked(picked, axis, part.places(i, array.dims().get(axis)));
        }
        return picked;
    }

    static ForeignArray picked(ForeignArray array, int axis, List<Long> places) {
        int inner = array.dims().subList(axis + 1, array.dims().size()).stream().reduce(1, (a, b) -> a * b);
        int size = array.dims().get(axis);
        int outer = size == 0 || inner == 0 ? 0 : array.size() / (size * inner);
        double[] values = new double[outer * places.size() * inner];
        int at = 0;
        for (int o = 0; o < outer; o++) {
            for (long place : places) {
                for (int i = 0; i < inner; i++) {
                    values[at++] = array.values().get((int) ((o * size + place) * inner + i));
                }
            }
        }
        List<Integer> dims = new ArrayList<>(array.dims());
        dims.set(axis, places.size());
        return ForeignArray.computed(dims, values.length, array.whole(), i -> values[i]);
    }
}
