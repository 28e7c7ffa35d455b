// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.exchange.onnx.axis.SizeArithmetic;
import org.vesalius.network.exchange.onnx.compute.FunctionReaders;
import org.vesalius.network.exchange.onnx.draw.Atom;
import org.vesalius.network.exchange.onnx.draw.OperatorReader;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.Selection;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Sizes;
import org.vesalius.network.exchange.onnx.graph.Value;

/** Joins along an axis. */
final class MergeReaders {
    private MergeReaders() {
    }

    static void addTo(Map<String, OperatorReader> readers) {
        readers.put("Concat", MergeReaders::concat);
    }

    private static void concat(ForeignNode node, Reading reading) throws NotExpressible {
        Optional<Value> sizes = sizes(node, reading);
        if (sizes.isPresent()) {
            reading.put(node, sizes.get());
            return;
        }
        if (node.inputs().size() == 1) {
            reading.put(node, reading.view(node, 0));
            return;
        }
        Optional<Value> whole = Parts.joined(node, reading);
        if (whole.isPresent()) {
            reading.put(node, whole.get());
            return;
        }
        Optional<Value> around = new WithConstantParts(node, reading).joined();
        if (around.isPresent()) {
            reading.put(node, around.get());
            return;
        }
        List<View> ready = new ArrayList<>();
        int axis = reading.view(node, 0).axis(node.integer("axis", 1));
        for (int i = 0; i < node.inputs().size(); i++) {
            View in = reading.view(node, i);
            if (in.rank() != reading.view(node, 0).rank()) {
                throw new NotExpressible("the values it joins have different numbers of axes");
            }
            ready.add(FunctionReaders.withLast(in, axis, node, reading));
        }
        View result = reading.add(node, NetworkFactory.eINSTANCE.createConcatenate(), ready.toArray(View[]::new));
        List<List<Atom>> groups = new ArrayList<>(ready.get(0).groups());
        groups.set(axis, result.natural().get(result.natural().size() - 1));
        List<List<Atom>> natural = new ArrayList<>(ready.get(0).natural());
        natural.set(natural.size() - 1, groups.get(axis));
        reading.put(node, new View(result.layer(), result.shape(), natural, groups));
    }

    private static Optional<Value> sizes(ForeignNode node, Reading reading) {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            Optional<Sizes> part = SizeArithmetic.sizes(reading, node, i);
            if (part.isEmpty() || all.size() > Sizes.MOST) {
                return Optional.empty();
            }
            all.addAll(part.get().sizes());
        }
        return Optional.of(Sizes.of(all, false));
    }

    /** Parts of one value that are put together again, such as the last states of both directions: no layer is needed. */
    private static final class Parts {
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
}
