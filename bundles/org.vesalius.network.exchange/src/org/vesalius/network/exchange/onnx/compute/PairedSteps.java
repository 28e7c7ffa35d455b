// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.compute;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.exchange.onnx.draw.Atom;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.Selection;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Sizes;

/**
 * The products of all steps of two sequences, the second with its axes exchanged; of several heads, one behind the other.
 *
 * @param node the operator
 * @param reading where the layers go
 */
record PairedSteps(ForeignNode node, Reading reading) {
    private static final int MOST_HEADS = 32;

    /** rows·columns for each sample, and each head where there are some beside the samples. */
    View product(View rows, View columns) throws NotExpressible {
        if (rows.rank() != columns.rank() || rows.rank() < 3) {
            throw new NotExpressible("it multiplies values with different numbers of axes");
        }
        List<Atom> heads = heads(rows);
        int count = Atom.product(heads);
        if (heads.isEmpty()) {
            View single = ofOneHead(flat(rows, List.of()), flat(columns, List.of()));
            return under(rows, single, List.of());
        }
        if (count < 1 || count > MOST_HEADS || Atom.product(heads(columns)) != count) {
            throw new NotExpressible("it multiplies " + Sizes.text(rows.dims()) + " by " + Sizes.text(columns.dims()));
        }
        List<View> products = new ArrayList<>();
        for (int head = 0; head < count; head++) {
            products.add(ofOneHead(head(rows, head), head(columns, head)));
        }
        return under(rows, joined(products), List.of(Atom.axis(count)));
    }

    /** What lies beside the samples and before the steps. */
    private static List<Atom> heads(View value) {
        return Atom.essential(View.flat(value.groups().subList(0, value.rank() - 2))).stream()
                .filter(atom -> !atom.isBatch()).toList();
    }

    /** The value as samples, heads if there are any, steps and features. */
    private static View flat(View value, List<Atom> heads) throws NotExpressible {
        List<Atom> before = Atom.essential(View.flat(value.groups().subList(0, value.rank() - 2)));
        if (before.isEmpty() || !before.get(0).isBatch()) {
            throw new NotExpressible("the samples do not lie along the first axis");
        }
        List<List<Atom>> groups = new ArrayList<>(List.of(before.subList(0, 1)));
        if (!heads.isEmpty()) {
            groups.add(heads);
        }
        groups.addAll(value.groups().subList(value.rank() - 2, value.rank()));
        return value.under(groups);
    }

    private View head(View value, int number) throws NotExpressible {
        View beside = flat(value, heads(value));
        return Selection.of(beside, 1, List.of((long) number), true, node).view(reading);
    }

    private View ofOneHead(View rows, View columns) throws NotExpressible {
        View first = reading.arranged(rows, List.of(rows.groups().get(1), rows.groups().get(2)), node.called());
        View second = reading.arranged(columns, List.of(columns.groups().get(2), columns.groups().get(1)),
                node.called());
        return reading.add(node, NetworkFactory.eINSTANCE.createDot(), first, second);
    }

    private View joined(List<View> products) throws NotExpressible {
        return reading.add(node.called(), "Concat", NetworkFactory.eINSTANCE.createConcatenate(), products);
    }

    /** The result by the axes of the first value: heads lie beside the last axis of the layer. */
    private static View under(View rows, View product, List<Atom> heads) {
        int rank = rows.rank();
        List<Atom> steps = product.natural().get(0);
        List<Atom> last = heads.isEmpty() ? product.natural().get(1)
                : List.of(Atom.axis(product.shape().last().size() / heads.get(0).size()));
        List<Atom> features = new ArrayList<>(heads);
        features.addAll(last);
        List<List<Atom>> groups = new ArrayList<>();
        for (List<Atom> group : rows.groups().subList(0, rank - 2)) {
            List<Atom> replaced = new ArrayList<>(group.stream().filter(Atom::isBatch).toList());
            boolean holdsHeads = group.stream().anyMatch(atom -> !atom.isBatch() && !atom.isTrivial());
            replaced.addAll(holdsHeads ? heads : List.of());
            groups.add(replaced);
        }
        groups.add(steps);
        groups.add(last);
        return new View(product.layer(), product.shape(), List.of(steps, features), groups);
    }
}
