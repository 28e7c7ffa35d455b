// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An axis that is only a part of the layer's last one, as heads are of features.
 *
 * @param axis the axis of the value
 * @param outer what lies around it in the last axis
 * @param size its size
 * @param inner what lies within it
 */
record WithinFeatures(int axis, List<Atom> outer, int size, List<Atom> inner) {
    /** The axis of a value, if it is such a part. */
    static Optional<WithinFeatures> of(View in, int axis) {
        List<Atom> last = Atom.essential(in.natural().get(in.natural().size() - 1));
        List<Atom> group = Atom.essential(in.groups().get(axis));
        int at = Collections.indexOfSubList(last, group);
        if (group.isEmpty() || at < 0 || group.size() == last.size() || Atom.product(last) == Atom.UNKNOWN) {
            return Optional.empty();
        }
        return Optional.of(new WithinFeatures(axis, last.subList(0, at), Atom.product(group),
                last.subList(at + group.size(), last.size())));
    }

    /** The value as its layer gives it. */
    View whole(View in) {
        List<List<Atom>> groups = new ArrayList<>();
        groups.add(View.flat(in.groups()).stream().filter(Atom::isBatch).toList());
        groups.addAll(in.natural());
        return in.under(groups);
    }

    /** The places of the whole axis that belong to places of the part. */
    List<Integer> places(List<Integer> picked) {
        List<Integer> places = new ArrayList<>();
        int within = Atom.product(inner);
        for (int around = 0; around < Atom.product(outer); around++) {
            for (int place : picked) {
                for (int i = 0; i < within; i++) {
                    places.add(place < 0 ? -1 : (around * size + place) * within + i);
                }
            }
        }
        return places;
    }

    /** What was picked, under the axes of the value. */
    View regrouped(View in, View picked, int count) {
        List<Atom> part = count == 1 ? List.of() : List.of(Atom.axis(count));
        List<Atom> last = new ArrayList<>(outer);
        last.addAll(part);
        last.addAll(inner);
        List<List<Atom>> natural = new ArrayList<>(in.natural());
        natural.set(natural.size() - 1, last);
        List<List<Atom>> groups = new ArrayList<>(in.groups());
        groups.set(axis, part);
        return new View(picked.layer(), picked.shape(), natural, groups);
    }
}
