// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vesalius.network.Layer;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Sizes;
import org.vesalius.network.exchange.onnx.graph.Value;
import org.vesalius.network.shape.Shape;

/**
 * A value of the graph as a rearrangement of what a layer computes.
 *
 * @param layer the layer
 * @param shape shape of one sample of the layer's result
 * @param natural what each axis of that shape is made of
 * @param groups what each axis of the value is made of; the batch is in one of them
 */
public record View(Layer layer, Shape shape, List<List<Atom>> natural, List<List<Atom>> groups) implements Value {
    public View {
        natural = List.copyOf(natural);
        groups = List.copyOf(groups);
    }

    /** The result of a layer as it is: the batch, then the axes of a sample. */
    static View of(Layer layer, Shape shape, Atom batch) {
        List<List<Atom>> natural = shape.axes().stream().map(axis -> List.of(Atom.axis(axis.size()))).toList();
        List<List<Atom>> groups = new ArrayList<>(List.of(List.of(batch)));
        groups.addAll(natural);
        return new View(layer, shape, natural, groups);
    }

    /** Number of axes of the value. */
    public int rank() {
        return groups.size();
    }

    /** The number of an axis that may be counted from the end. */
    public int axis(long number) throws NotExpressible {
        long axis = number < 0 ? number + rank() : number;
        if (axis < 0 || axis >= rank()) {
            throw new NotExpressible("it names axis " + number + " of " + rank());
        }
        return (int) axis;
    }

    /** The same layer under other axes. */
    public View under(List<List<Atom>> newGroups) {
        return new View(layer, shape, natural, newGroups);
    }

    /** Another layer whose result is arranged in the same way. */
    public View by(Layer other) {
        return new View(other, shape, natural, groups);
    }

    /** Size of each axis, {@link Sizes#UNKNOWN} where it is not known. */
    public List<Long> dims() {
        return groups.stream().map(Atom::product)
                .map(size -> size == Atom.UNKNOWN ? Sizes.UNKNOWN : (long) size).toList();
    }

    /** Whether the first axis counts the samples and nothing else. */
    public boolean isBatchFirst() {
        List<Atom> first = groups.isEmpty() ? List.of() : Atom.essential(groups.get(0));
        return first.size() == 1 && first.get(0).isBatch();
    }

    /** The axes behind the first. */
    public List<List<Atom>> sample() {
        return groups.subList(1, groups.size());
    }

    /** The axes behind the first with the second at the end: channels first become channels last. */
    List<List<Atom>> channelsLast() {
        List<List<Atom>> last = new ArrayList<>(groups.subList(2, groups.size()));
        last.add(groups.get(1));
        return last;
    }

    /** Whether the layer's last axis is one axis of the value. */
    public boolean isLastAxis(int axis) {
        return sameEssence(groups.get(axis), natural.get(natural.size() - 1));
    }

    /** For each axis of the layer's result the axis of the value that is the same; empty if axes are merged or split. */
    public List<Integer> order() {
        List<Integer> order = new ArrayList<>();
        for (List<Atom> axis : natural) {
            for (int i = 0; i < groups.size(); i++) {
                if (!order.contains(i) && sameEssence(axis, groups.get(i))) {
                    order.add(i);
                    break;
                }
            }
        }
        return order.size() == natural.size() && order.size() == groups.size() - 1 ? order : List.of();
    }

    /** Whether two axes are made of the same atoms, trivial ones left aside. */
    public static boolean sameEssence(List<Atom> a, List<Atom> b) {
        return Atom.essential(a).equals(Atom.essential(b));
    }

    /** All atoms of several axes in order. */
    public static List<Atom> flat(List<List<Atom>> axes) {
        return axes.stream().flatMap(List::stream).toList();
    }

    /** All atoms that matter. */
    public Stream<Atom> atoms() {
        return natural.stream().flatMap(List::stream).filter(atom -> !atom.isTrivial());
    }
}
