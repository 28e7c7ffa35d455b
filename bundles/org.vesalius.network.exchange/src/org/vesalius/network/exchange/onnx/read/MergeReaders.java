// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.network.NetworkFactory;

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
}
