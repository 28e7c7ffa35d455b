// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.axis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.vesalius.network.exchange.onnx.draw.Atom;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Sizes;

/**
 * A reshape as another grouping of the same atoms: they are dealt out to the new axes from both ends, and what is left
 * belongs to the axis whose size is open. An atom that two new axes share is split in two.
 */
final class Regrouping {
    private final View view;
    private final Deque<Atom> atoms = new ArrayDeque<>();
    private final List<Split> splits = new ArrayList<>();

    Regrouping(View view) {
        this.view = view;
        view.groups().forEach(group -> group.stream().filter(atom -> !atom.isTrivial()).forEach(atoms::add));
    }

    /** An atom and the two it became. */
    private record Split(Atom whole, Atom outer, Atom inner) {
    }

    /**
     * The view under new axes.
     *
     * @param target sizes; -1 or {@link Sizes#UNKNOWN} for the one that is open, 0 for the size of the axis before
     */
    View to(List<Long> target, boolean zeroCopies) throws NotExpressible {
        List<List<Atom>> front = new ArrayList<>(untouched(target, zeroCopies));
        List<Long> sizes = copied(target, zeroCopies);
        int open = open(sizes, front.size());
        for (int i = front.size(); i < open; i++) {
            front.add(take(sizes.get(i), false));
        }
        Deque<List<Atom>> back = new ArrayDeque<>();
        for (int i = sizes.size() - 1; i > open; i--) {
            back.addFirst(take(sizes.get(i), true));
        }
        if (open < sizes.size()) {
            front.add(List.copyOf(atoms));
            atoms.clear();
        }
        if (!atoms.isEmpty()) {
            throw new NotExpressible("it gives " + Sizes.text(view.dims()) + " the shape " + Sizes.text(target));
        }
        front.addAll(back);
        return withSplits(front);
    }

    /** The axes at the front that stay as they are, whatever their size. */
    private List<List<Atom>> untouched(List<Long> target, boolean zeroCopies) {
        int count = 0;
        while (zeroCopies && count < Math.min(target.size(), view.rank()) && target.get(count) == 0) {
            Atom.essential(view.groups().get(count)).forEach(atom -> atoms.pollFirst());
            count++;
        }
        return view.groups().subList(0, count);
    }

    private List<Long> copied(List<Long> target, boolean zeroCopies) {
        List<Long> sizes = new ArrayList<>(target);
        for (int i = 0; i < sizes.size(); i++) {
            if (sizes.get(i) == 0 && zeroCopies && i < view.rank()) {
                sizes.set(i, view.dims().get(i));
            }
        }
        return sizes;
    }

    /** The axis of open size; of several, the first is the samples and therefore not open. */
    private int open(List<Long> sizes, int from) throws NotExpressible {
        List<Integer> open = new ArrayList<>();
        for (int i = from; i < sizes.size(); i++) {
            if (sizes.get(i) < 0) {
                open.add(i);
            }
        }
        if (open.size() > 1 && open.get(0) == 0 && !atoms.isEmpty() && atoms.peekFirst().isBatch()) {
            open.remove(0);
        }
        if (open.size() > 1) {
            throw new NotExpressible("several sizes of its shape are not known");
        }
        return open.isEmpty() ? sizes.size() : open.get(0);
    }

    private List<Atom> take(long size, boolean atEnd) throws NotExpressible {
        List<Atom> taken = new ArrayList<>();
        if (size < 0) {
            taken.add(atoms.pollFirst());
            return taken;
        }
        long rest = size;
        while (rest > 1 || taken.isEmpty() && isSingleBatch(size, atEnd)) {
            Atom atom = atEnd ? atoms.pollLast() : atoms.pollFirst();
            if (atom == null || !atom.known()) {
                throw new NotExpressible("it gives " + Sizes.text(view.dims()) + " another shape");
            }
            Atom fitting = atom.size() <= rest ? atom : split(atom, (int) rest, atEnd);
            if (rest % fitting.size() != 0) {
                throw new NotExpressible("it cuts axes apart");
            }
            rest /= fitting.size();
            taken.add(atEnd ? 0 : taken.size(), fitting);
        }
        return taken;
    }

    /** A graph made for one sample has an axis of 1 for it. */
    private boolean isSingleBatch(long size, boolean atEnd) {
        Atom next = atEnd ? atoms.peekLast() : atoms.peekFirst();
        return size == 1 && next != null && next.isBatch() && next.size() == 1;
    }

    private Atom split(Atom atom, int part, boolean atEnd) throws NotExpressible {
        if (atom.isBatch() || atom.size() % part != 0) {
            throw new NotExpressible("it cuts axes apart");
        }
        Atom outer = Atom.axis(atEnd ? atom.size() / part : part);
        Atom inner = Atom.axis(atEnd ? part : atom.size() / part);
        splits.add(new Split(atom, outer, inner));
        if (atEnd) {
            atoms.addLast(outer);
            return inner;
        }
        atoms.addFirst(inner);
        return outer;
    }

    private View withSplits(List<List<Atom>> groups) {
        List<List<Atom>> natural = new ArrayList<>(view.natural());
        for (Split split : splits) {
            natural.replaceAll(axis -> replaced(axis, split));
        }
        return new View(view.layer(), view.shape(), natural, groups);
    }

    private static List<Atom> replaced(List<Atom> axis, Split split) {
        int at = axis.indexOf(split.whole());
        if (at < 0) {
            return axis;
        }
        List<Atom> changed = new ArrayList<>(axis);
        changed.set(at, split.outer());
        changed.add(at + 1, split.inner());
        return changed;
    }
}
