// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.MergeMode;
import org.vesalius.network.shape.Shape;

/** Sums, means and products over the directions of a recurrent layer: how a Bidirectional joins them. */
final class Directions {
    private Directions() {
    }

    /** Whether the operator joined the directions of a layer, whose result nothing else takes. */
    static boolean join(MergeMode merge, ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        Set<Integer> axes = ReductionReaders.axes(in, node, reading);
        List<Atom> last = in.natural().get(in.natural().size() - 1);
        boolean directions = in.layer() instanceof Bidirectional && in.layer().getOutgoing().isEmpty()
                && reading.uses(node.input(0)) == 1 && node.integer("keepdims", 1) == 0 && axes.size() == 1
                && last.size() == 2 && in.groups().get(axes.iterator().next()).equals(last.subList(0, 1));
        if (!directions) {
            return false;
        }
        ((Bidirectional) in.layer()).setMerge(merge);
        List<List<Atom>> groups = new ArrayList<>(in.groups());
        groups.remove(axes.iterator().next().intValue());
        List<List<Atom>> natural = new ArrayList<>(in.natural());
        natural.set(natural.size() - 1, last.subList(1, 2));
        Shape shape = in.shape().withLast(last.get(1).size());
        reading.put(node, new View(in.layer(), shape, natural, groups));
        return true;
    }
}
