// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.RepeatVector;

/** A vector given to every step of a sequence: an Expand along an axis that was put between samples and features. */
final class RepeatReader {
    private RepeatReader() {
    }

    static void repeat(ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        List<Long> target = SizeArithmetic.sizes(reading, node, 1).map(Sizes::sizes).orElse(List.of());
        boolean vector = in.rank() == 3 && in.isBatchFirst() && Atom.essential(in.groups().get(1)).isEmpty()
                && target.size() == 3 && target.get(1) > 0 && target.get(1) <= SlidingWindow.LARGEST
                && target.get(2) <= 1;
        if (!vector) {
            throw new NotExpressible("it repeats axes");
        }
        View row = reading.arranged(in, List.of(in.groups().get(2)), node.called());
        RepeatVector repeat = NetworkFactory.eINSTANCE.createRepeatVector();
        repeat.setTimes(target.get(1).intValue());
        View result = reading.add(node, repeat, row);
        List<List<Atom>> groups = new ArrayList<>(List.of(in.groups().get(0)));
        groups.addAll(result.natural());
        reading.put(node, result.under(groups));
    }
}
