// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parts of one value that are put together again, such as the last states of both directions: no layer is needed. */
final class Parts {
    private Parts() {
    }

    /** What a Concat gives, if all its inputs are parts along one axis of the same value. */
    static Optional<Value> joined(ForeignNode node, Reading reading) {
        List<Selection> parts = new ArrayList<>();
        for (String input : node.inputs()) {
            if (!(reading.value(input).orElse(null) instanceof Selection part)
                    || !parts.isEmpty() && !alike(part, parts.get(0))) {
                return Optional.empty();
            }
            parts.add(part);
        }
        Selection first = parts.get(0);
        List<Integer> places = parts.stream().flatMap(part -> part.places().stream()).toList();
        Selection all = new Selection(first.of(), first.axis(), places, false, node);
        int rank = first.dims().size();
        int axis = (int) (node.integer("axis", 0) < 0 ? node.integer("axis", 0) + rank : node.integer("axis", 0));
        if (!first.single() && axis == first.axis()) {
            return Optional.of(all.isWhole() ? first.of() : all);
        }
        return first.single() && all.isWhole() && axis >= 0 && axis < rank
                ? Optional.of(merged(first, axis)) : Optional.empty();
    }

    private static boolean alike(Selection part, Selection first) {
        return part.of().equals(first.of()) && part.axis() == first.axis() && part.single() == first.single();
    }

    /** The axis of the parts becomes the outer one of the axis along which they are joined. */
    private static View merged(Selection part, int axis) {
        List<List<Atom>> groups = new ArrayList<>(part.of().groups());
        List<Atom> outer = groups.remove(part.axis());
        List<Atom> both = new ArrayList<>(outer);
        both.addAll(groups.get(axis));
        groups.set(axis, both);
        return part.of().under(groups);
    }
}
