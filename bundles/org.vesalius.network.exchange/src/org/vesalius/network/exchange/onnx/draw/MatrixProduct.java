// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Sizes;
import org.vesalius.network.exchange.onnx.write.Permutation;
import org.vesalius.network.weights.WeightTensor;

/** The last axis of a value times a matrix of weights, whose rows are put into the order in which their inputs come. */
public final class MatrixProduct {
    private static final int MOST_PLACES = 3;

    private MatrixProduct() {
    }

    /**
     * The matrix for inputs in another order.
     *
     * @param kernel inputs × units
     * @param from the axes that make up the inputs of the matrix
     * @param to the same axes in the order in which they come
     */
    private static WeightTensor reordered(WeightTensor kernel, List<Atom> from, List<Atom> to) {
        List<Atom> old = Atom.essential(from);
        if (old.equals(to) || old.size() < 2) {
            return kernel;
        }
        List<Integer> unfolded = new ArrayList<>(old.stream().map(Atom::size).toList());
        unfolded.add(kernel.shape().get(1));
        List<Integer> order = new ArrayList<>(to.stream().map(old::indexOf).toList());
        order.add(old.size());
        return Permutation.of(kernel.reshaped(unfolded), order).reshaped(kernel.shape());
    }

    /** The last axis of a value times a matrix inputs × units. */
    public static View of(View in, WeightTensor kernel, Optional<float[]> bias, ForeignNode node, Reading reading)
            throws NotExpressible {
        int last = in.rank() - 1;
        List<Atom> features = in.groups().get(last);
        if (Atom.product(features) != kernel.shape().get(0) || features.stream().anyMatch(Atom::isBatch)) {
            throw new NotExpressible("it multiplies " + Sizes.text(in.dims()) + " by a matrix "
                    + Sizes.text(kernel.shape()));
        }
        List<List<Atom>> places = new ArrayList<>(View.flat(in.groups().subList(0, last)).stream()
                .filter(atom -> !atom.isBatch() && !atom.isTrivial()).map(List::of).toList());
        List<Atom> ordered = asTheyLie(features, in);
        while (places.size() > MOST_PLACES) {
            places.set(0, View.flat(List.of(places.get(0), places.remove(1))));
        }
        List<List<Atom>> wanted = new ArrayList<>(places);
        wanted.add(ordered);
        View arranged = reading.arranged(in, wanted, node.called());
        WeightTensor rows = reordered(kernel, features, ordered);
        View result = new AppliedMatrix(rows, bias, places.size()).add(arranged, node, reading);
        List<List<Atom>> groups = new ArrayList<>(in.groups());
        groups.set(last, result.natural().get(result.natural().size() - 1));
        List<List<Atom>> natural = new ArrayList<>(places);
        natural.add(groups.get(last));
        return new View(result.layer(), result.shape(), natural, groups);
    }

    /** The atoms of the features in the order in which the layer has them, so that data need not be rearranged. */
    private static List<Atom> asTheyLie(List<Atom> features, View in) {
        return in.atoms().filter(features::contains).toList();
    }
}
