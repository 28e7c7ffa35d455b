// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.axis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.RepeatVector;
import org.vesalius.network.exchange.onnx.draw.Atom;
import org.vesalius.network.exchange.onnx.draw.AxisMap;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.SlidingWindow;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Sizes;

/** A vector given to every step of a sequence: an Expand along an axis that was put between samples and features. */
final class RepeatReader {
    private static final Set<String> JOINING = Set.of("Add", "Sub", "Mul", "Sum", "Max", "Min", "Mean");

    private RepeatReader() {
    }

    static View repeated(ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        List<Long> target = SizeArithmetic.sizes(reading, node, 1).map(Sizes::sizes)
                .orElseThrow(() -> new NotExpressible("its new sizes are computed from data"));
        boolean vector = in.rank() == 3 && in.isBatchFirst() && Atom.essential(in.groups().get(1)).isEmpty()
                && target.size() == 3 && target.get(1) > 0 && target.get(1) <= SlidingWindow.LARGEST
                && (target.get(2) <= 1 || target.get(2).equals(in.dims().get(2)));
        if (vector) {
            return toEachStep(in, target.get(1).intValue(), node, reading);
        }
        return isSpreadAnyway(node, target, reading) ? in : spread(in, target, node, reading);
    }

    private static View toEachStep(View in, int times, ForeignNode node, Reading reading) throws NotExpressible {
        View row = reading.arranged(in, List.of(in.groups().get(2)), node.called());
        RepeatVector repeat = NetworkFactory.eINSTANCE.createRepeatVector();
        repeat.setTimes(times);
        View result = reading.add(node, repeat, row);
        List<List<Atom>> groups = new ArrayList<>(List.of(in.groups().get(0)));
        groups.addAll(result.natural());
        return result.under(groups);
    }

    /** Whether all that take it join it with values of the new sizes, which spreads it by itself. */
    private static boolean isSpreadAnyway(ForeignNode node, List<Long> target, Reading reading) {
        List<ForeignNode> takers = reading.takers(node.output());
        return !takers.isEmpty() && reading.uses(node.output()) == takers.size() && takers.stream()
                .allMatch(taker -> JOINING.contains(taker.type()) && taker.inputs().stream()
                        .anyMatch(input -> reading.value(input).orElse(null) instanceof View other && other.dims().equals(target)));
    }

    /** Axes of size 1, repeated by weights of 1. */
    private static View spread(View in, List<Long> target, ForeignNode node, Reading reading) throws NotExpressible {
        List<List<Atom>> groups = new ArrayList<>(Collections.nCopies(Math.max(0, target.size() - in.rank()), List.of()));
        groups.addAll(in.groups());
        View result = in.under(groups);
        for (int axis = 0; axis < target.size(); axis++) {
            int at = axis + groups.size() - target.size();
            long size = target.get(axis);
            boolean single = Atom.essential(groups.get(at)).isEmpty();
            if (single && size != 1) {
                if (size < 1 || size > SlidingWindow.LARGEST) {
                    throw new NotExpressible("it repeats an axis a number of times that is not known");
                }
                result = new AxisMap(node, reading).picked(result, at, Collections.nCopies((int) size, 0));
            } else if (!single && size != 1 && size != result.dims().get(at)) {
                throw new NotExpressible("its new sizes don't fit the old ones");
            }
        }
        return result;
    }
}
