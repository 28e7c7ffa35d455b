// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.GlobalPooling;
import org.vesalius.network.MergeMode;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.Rescaling;
import org.vesalius.network.exchange.onnx.draw.Atom;
import org.vesalius.network.exchange.onnx.draw.OperatorReader;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Sizes;
import org.vesalius.network.shape.Shape;

/** Means and maxima over all places of an image, volume or sequence. */
public final class ReductionReaders {
    /** More places than an image or volume has are laid out in a row. */
    private static final int MOST_PLACES = 3;

    private ReductionReaders() {
    }

    public static void addTo(Map<String, OperatorReader> readers) {
        readers.put("GlobalAveragePool", (node, reading) -> global(PoolingKind.AVERAGE, node, reading));
        readers.put("GlobalMaxPool", (node, reading) -> global(PoolingKind.MAX, node, reading));
        readers.put("ReduceMean", (node, reading) -> {
            if (!Directions.join(MergeMode.AVERAGE, node, reading)) {
                reduce(PoolingKind.AVERAGE, node, reading);
            }
        });
        readers.put("ReduceSum", (node, reading) -> {
            if (!Directions.join(MergeMode.ADD, node, reading)) {
                sum(node, reading);
            }
        });
        readers.put("ReduceProd", (node, reading) -> {
            if (!Directions.join(MergeMode.MULTIPLY, node, reading)) {
                throw new NotExpressible("there is no layer for products along axes");
            }
        });
        readers.put("ReduceMax", (node, reading) -> reduce(PoolingKind.MAX, node, reading));
        readers.put("ReduceMin", ReductionReaders::minimum);
    }

    /** A mean, times how many numbers there are. */
    private static void sum(ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        long count = 1;
        for (int axis : axes(in, node, reading)) {
            long size = in.dims().get(axis);
            if (size == Sizes.UNKNOWN) {
                throw new NotExpressible("it sums along an axis whose size is not known");
            }
            count *= size;
        }
        View mean = reduced(PoolingKind.AVERAGE, in, node, reading);
        reading.put(node, scaled(mean, count, node, "_sum", reading));
    }

    /** The maximum of the negative numbers, negative again. */
    private static void minimum(ForeignNode node, Reading reading) throws NotExpressible {
        View negative = scaled(reading.view(node, 0), -1, node, "_negative", reading);
        View maximum = reduced(PoolingKind.MAX, negative, node, reading);
        reading.put(node, scaled(maximum, -1, node, "_back", reading));
    }

    private static View scaled(View in, double factor, ForeignNode node, String suffix, Reading reading)
            throws NotExpressible {
        Rescaling rescaling = NetworkFactory.eINSTANCE.createRescaling();
        rescaling.setScale(factor);
        return in.by(reading.add(node.called() + suffix, node.type(), rescaling, List.of(in)).layer());
    }

    private static void global(PoolingKind kind, ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        reading.put(node, pool(kind, in, new TreeSet<>(IntStream.range(2, in.rank()).boxed().toList()), true, node,
                reading));
    }

    private static void reduce(PoolingKind kind, ForeignNode node, Reading reading) throws NotExpressible {
        reading.put(node, reduced(kind, reading.view(node, 0), node, reading));
    }

    private static View reduced(PoolingKind kind, View in, ForeignNode node, Reading reading) throws NotExpressible {
        Set<Integer> axes = axes(in, node, reading);
        boolean nothing = axes.isEmpty() && node.integer("noop_with_empty_axes", 0) != 0;
        return nothing ? in : pool(kind, in, axes, node.integer("keepdims", 1) != 0, node, reading);
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

    private static View pool(PoolingKind kind, View in, Set<Integer> axes, boolean keep, ForeignNode node,
            Reading reading) throws NotExpressible {
        List<List<Atom>> wanted = new ArrayList<>(axes.stream().map(in.groups()::get)
                .filter(group -> !Atom.essential(group).isEmpty()).toList());
        List<Atom> rest = Atom.essential(View.flat(IntStream.range(0, in.rank()).filter(axis -> !axes.contains(axis))
                .mapToObj(in.groups()::get).toList()).stream().filter(atom -> !atom.isBatch()).toList());
        if (axes.isEmpty()) {
            throw new NotExpressible("it reduces samples");
        }
        List<List<Atom>> groups = without(in, axes, keep);
        if (wanted.isEmpty()) {
            return in.under(groups);
        }
        List<List<Atom>> places = wanted.size() > MOST_PLACES ? List.of(View.flat(wanted)) : wanted;
        List<List<Atom>> all = new ArrayList<>(places);
        all.add(rest);
        View arranged = reading.arranged(in, all, node.called());
        GlobalPooling layer = NetworkFactory.eINSTANCE.createGlobalPooling();
        layer.setKind(kind);
        View result = reading.add(node, layer, arranged);
        return new View(result.layer(), result.shape(), List.of(rest), groups);
    }

    private static List<List<Atom>> without(View in, Set<Integer> axes, boolean keep) {
        List<List<Atom>> groups = new ArrayList<>();
        for (int axis = 0; axis < in.rank(); axis++) {
            if (!axes.contains(axis)) {
                groups.add(in.groups().get(axis));
            } else if (keep) {
                groups.add(List.of());
            }
        }
        return groups;
    }

    /** Sums, means and products over the directions of a recurrent layer: how a Bidirectional joins them. */
    private static final class Directions {
        private Directions() {
        }

        /** Whether the operator joined the directions of a layer, whose result nothing else takes. */
        static boolean join(MergeMode merge, ForeignNode node, Reading reading) throws NotExpressible {
            View in = reading.view(node, 0);
            Set<Integer> axes = ReductionReaders.axes(in, node, reading);
            List<Atom> last = in.natural().get(in.natural().size() - 1);
            boolean directions = in.layer() instanceof Bidirectional && in.layer().getOutgoing().isEmpty()
                    && reading.uses(node.input(0)) == 1 && node.integer("keepdims", 1) == 0 && axes.size() == 1
                    && last.size() == 2 && in.groups().get(axes.iterator().next()).equals(last.subList(0, 1));
            if (!directions) {
                return false;
            }
            ((Bidirectional) in.layer()).setMerge(merge);
            List<List<Atom>> groups = new ArrayList<>(in.groups());
            groups.remove(axes.iterator().next().intValue());
            List<List<Atom>> natural = new ArrayList<>(in.natural());
            natural.set(natural.size() - 1, last.subList(1, 2));
            Shape shape = in.shape().withLast(last.get(1).size());
            reading.put(node, new View(in.layer(), shape, natural, groups));
            return true;
        }
    }
}
