// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.vesalius.network.GlobalPooling;
import org.vesalius.network.MergeMode;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.PoolingKind;

/** Means and maxima over all places of an image, volume or sequence. */
final class ReductionReaders {
    private ReductionReaders() {
    }

    static void addTo(Map<String, OperatorReader> readers) {
        readers.put("GlobalAveragePool", (node, reading) -> global(PoolingKind.AVERAGE, node, reading));
        readers.put("GlobalMaxPool", (node, reading) -> global(PoolingKind.MAX, node, reading));
        readers.put("ReduceMean", (node, reading) -> {
            if (!Directions.join(MergeMode.AVERAGE, node, reading)) {
                reduce(PoolingKind.AVERAGE, node, reading);
            }
        });
        readers.put("ReduceSum", (node, reading) -> directions(MergeMode.ADD, node, reading));
        readers.put("ReduceProd", (node, reading) -> directions(MergeMode.MULTIPLY, node, reading));
        readers.put("ReduceMax", (node, reading) -> reduce(PoolingKind.MAX, node, reading));
    }

    private static void directions(MergeMode merge, ForeignNode node, Reading reading) throws NotExpressible {
        if (!Directions.join(merge, node, reading)) {
            throw new NotExpressible("there is no layer for sums and products along axes");
        }
    }

    private static void global(PoolingKind kind, ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        pool(kind, in, new TreeSet<>(IntStream.range(2, in.rank()).boxed().toList()), true, node, reading);
    }

    private static void reduce(PoolingKind kind, ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        pool(kind, in, axes(in, node, reading), node.integer("keepdims", 1) != 0, node, reading);
    }

    /** The axes that a reduction runs over. */
    static Set<Integer> axes(View in, ForeignNode node, Reading reading) throws NotExpressible {
        List<Long> named = node.has("axes") ? node.integers("axes")
                : reading.constant(node, 1).map(ForeignArray::longs).orElse(List.of());
        Set<Integer> axes = new TreeSet<>();
        for (long axis : named) {
            axes.add(in.axis(axis));
        }
        return axes;
    }

    private static void pool(PoolingKind kind, View in, Set<Integer> axes, boolean keep, ForeignNode node,
            Reading reading) throws NotExpressible {
        List<List<Atom>> wanted = new ArrayList<>(axes.stream().map(in.groups()::get).toList());
        List<Atom> rest = View.flat(IntStream.range(0, in.rank()).filter(axis -> !axes.contains(axis))
                .mapToObj(in.groups()::get).toList()).stream().filter(atom -> !atom.isBatch()).toList();
        if (Atom.essential(rest).size() != 1 || wanted.isEmpty()) {
            throw new NotExpressible("it does not reduce all places of each channel");
        }
        wanted.add(Atom.essential(rest));
        View arranged = reading.arranged(in, wanted, node.called());
        GlobalPooling layer = NetworkFactory.eINSTANCE.createGlobalPooling();
        layer.setKind(kind);
        View result = reading.add(node, layer, arranged);
        List<List<Atom>> groups = new ArrayList<>();
        for (int axis = 0; axis < in.rank(); axis++) {
            if (!axes.contains(axis)) {
                groups.add(in.groups().get(axis));
            } else if (keep) {
                groups.add(List.of());
            }
        }
        reading.put(node, new View(result.layer(), result.shape(), List.of(Atom.essential(rest)), groups));
    }
}
