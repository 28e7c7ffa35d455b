// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.draw;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Permute;
import org.vesalius.network.Reshape;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Sizes;
import org.vesalius.network.shape.AxisOrder;
import org.vesalius.network.shape.Shape;

/**
 * Brings the axes of a layer's result into the order that the next layer needs, by Permute, Reshape and Flatten, and by
 * nothing where they are in order.
 *
 * @param reading where the layers go
 * @param name what they are called after
 */
record Arrangement(Reading reading, String name) {

    /** The same value, by a layer whose axes are made of these atoms. */
    View arrange(View view, List<List<Atom>> wanted) throws NotExpressible {
        if (wanted.stream().flatMap(List::stream).anyMatch(Atom::isBatch)) {
            throw new NotExpressible("it mixes samples with other axes");
        }
        if (isArranged(view, wanted)) {
            return view;
        }
        View ordered = essence(view.natural()).equals(essence(wanted)) ? view : permuted(view, essence(wanted));
        return isArranged(ordered, wanted) ? ordered : reshaped(ordered, wanted);
    }

    private static boolean isArranged(View view, List<List<Atom>> wanted) {
        if (view.natural().size() != wanted.size()) {
            return false;
        }
        for (int axis = 0; axis < wanted.size(); axis++) {
            if (!View.sameEssence(view.natural().get(axis), wanted.get(axis))) {
                return false;
            }
        }
        return true;
    }

    private static List<Atom> essence(List<List<Atom>> axes) {
        return Atom.essential(View.flat(axes));
    }

    private View permuted(View view, List<Atom> wanted) throws NotExpressible {
        List<Integer> order = order(view.natural(), wanted);
        if (order.isEmpty()) {
            View split = reshaped(view, view.atoms().map(List::of).toList());
            return permuted(split, wanted);
        }
        Permute permute = NetworkFactory.eINSTANCE.createPermute();
        permute.setOrder(new AxisOrder(order.stream().map(axis -> axis + 1).toList()));
        View added = reading.add(name + "_order", "Transpose", permute, List.of(view));
        List<List<Atom>> natural = order.stream().map(view.natural()::get).toList();
        return new View(added.layer(), added.shape(), natural, view.groups());
    }

    /** In which order whole axes give the atoms in the order wanted; empty if an axis has to be taken apart for that. */
    private static List<Integer> order(List<List<Atom>> natural, List<Atom> wanted) throws NotExpressible {
        if (!wanted.containsAll(essence(natural)) || wanted.size() != essence(natural).size()) {
            throw new NotExpressible("what it gets has other axes than it needs");
        }
        List<Integer> order = new ArrayList<>();
        int at = 0;
        while (order.size() < natural.size()) {
            int next = next(natural, order, wanted.subList(at, wanted.size()));
            if (next < 0) {
                return List.of();
            }
            order.add(next);
            at += Atom.essential(natural.get(next)).size();
        }
        return order;
    }

    private static int next(List<List<Atom>> natural, List<Integer> taken, List<Atom> rest) {
        for (int axis = 0; axis < natural.size(); axis++) {
            List<Atom> atoms = Atom.essential(natural.get(axis));
            if (!taken.contains(axis) && atoms.size() <= rest.size()
                    && atoms.equals(rest.subList(0, atoms.size()))) {
                return axis;
            }
        }
        return -1;
    }

    private View reshaped(View view, List<List<Atom>> wanted) throws NotExpressible {
        View added = wanted.size() == 1 && view.natural().size() > 1
                ? reading.add(name + "_flat", "Flatten", NetworkFactory.eINSTANCE.createFlatten(), List.of(view))
                : reading.add(name + "_axes", "Reshape", reshape(wanted), List.of(view));
        return new View(added.layer(), added.shape(), wanted, view.groups());
    }

    private static Reshape reshape(List<List<Atom>> wanted) throws NotExpressible {
        if (wanted.size() > Shape.MAX_RANK || wanted.isEmpty()) {
            throw new NotExpressible(wanted.isEmpty() ? "it is a single number for each sample"
                    : "it has " + wanted.size() + " axes");
        }
        List<Integer> sizes = wanted.stream().map(Atom::product).toList();
        if (sizes.stream().filter(size -> size == Atom.UNKNOWN).count() > 1) {
            throw new NotExpressible("the sizes of several axes are not known");
        }
        Reshape reshape = NetworkFactory.eINSTANCE.createReshape();
        reshape.setShape(Sizes.shape(sizes));
        return reshape;
    }
}
