// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.compute;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.exchange.onnx.draw.Atom;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;

/** Brings several values whose axes correspond into the same order, so that a layer can join them number by number. */
final class AxisAlignment {
    private AxisAlignment() {
    }

    /** The values by layers whose axes correspond: all in the order of the first that can keep its own. */
    static List<View> arrange(List<View> inputs, ForeignNode node, Reading reading) throws NotExpressible {
        int rank = inputs.get(0).rank();
        if (inputs.stream().anyMatch(input -> input.rank() != rank)) {
            throw new NotExpressible("the values it joins have different numbers of axes");
        }
        List<Integer> order = inputs.stream().map(View::order).filter(found -> !found.isEmpty()).findFirst()
                .orElseGet(List::of);
        List<View> arranged = new ArrayList<>();
        for (View input : inputs) {
            arranged.add(order.isEmpty() ? reading.asItIs(input, node.called())
                    : reading.arranged(input, axes(input, order), node.called()));
        }
        return arranged;
    }

    /** A joined result, arranged as its inputs are; axes that were repeated have the size of the result. */
    static View like(View result, List<View> inputs) {
        View first = inputs.get(0);
        List<Integer> order = inputs.stream().map(View::order).filter(found -> !found.isEmpty()).findFirst()
                .orElseGet(List::of);
        if (order.isEmpty()) {
            return result;
        }
        List<List<Atom>> groups = new ArrayList<>(first.groups());
        for (int axis = 0; axis < order.size(); axis++) {
            groups.set(order.get(axis), result.natural().get(axis));
        }
        return result.under(groups);
    }

    private static List<List<Atom>> axes(View input, List<Integer> order) {
        return order.stream().map(input.groups()::get).toList();
    }
}
