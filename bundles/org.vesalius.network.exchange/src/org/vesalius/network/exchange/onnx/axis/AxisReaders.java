// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.axis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Reshape;
import org.vesalius.network.exchange.onnx.draw.Atom;
import org.vesalius.network.exchange.onnx.draw.OperatorReader;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Numbers;
import org.vesalius.network.exchange.onnx.graph.Sizes;
import org.vesalius.network.exchange.onnx.graph.Value;
import org.vesalius.network.exchange.onnx.write.Permutation;
import org.vesalius.network.shape.Shape;

/** Operators that rearrange axes: for values that come from layers they only change the view. */
public final class AxisReaders {
    private AxisReaders() {
    }

    public static void addTo(Map<String, OperatorReader> readers) {
        readers.put("Transpose", AxisReaders::transpose);
        readers.put("Flatten", AxisReaders::flatten);
        readers.put("Reshape", AxisReaders::reshape);
        readers.put("Squeeze", AxisReaders::squeeze);
        readers.put("Unsqueeze", AxisReaders::unsqueeze);
        readers.put("Identity", AxisReaders::same);
        readers.put("Cast", new CastReader());
        readers.put("QuantizeLinear", CastReader::quantized);
        readers.put("DequantizeLinear", CastReader::dequantized);
    }

    private static void same(ForeignNode node, Reading reading) throws NotExpressible {
        reading.put(node, reading.value(node, 0)
                .orElseThrow(() -> new NotExpressible("its input is missing")));
    }

    private static void transpose(ForeignNode node, Reading reading) throws NotExpressible {
        if (reading.value(node, 0).orElse(null) instanceof ForeignArray array) {
            List<Integer> order = order(node, array.dims().size());
            reading.put(node, new ForeignArray(order.stream().map(array.dims()::get).toList(),
                    Numbers.of(Permutation.of(array.tensor(), order).values()), array.whole()));
            return;
        }
        View in = reading.view(node, 0);
        reading.put(node, in.under(order(node, in.rank()).stream().map(in.groups()::get).toList()));
    }

    private static List<Integer> order(ForeignNode node, int rank) throws NotExpressible {
        List<Long> order = node.integers("perm");
        if (order.isEmpty()) {
            List<Integer> reversed = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
            Collections.reverse(reversed);
            return reversed;
        }
        List<Long> all = IntStream.range(0, rank).mapToObj(i -> (long) i).toList();
        if (!order.stream().sorted().toList().equals(all)) {
            throw new NotExpressible("it exchanges axes " + order + " of " + rank);
        }
        return order.stream().map(Long::intValue).toList();
    }

    private static void flatten(ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        long number = node.integer("axis", 1);
        int axis = number == in.rank() ? in.rank() : in.axis(number);
        reading.put(node, in.under(List.of(View.flat(in.groups().subList(0, axis)),
                View.flat(in.groups().subList(axis, in.rank())))));
    }

    private static void reshape(ForeignNode node, Reading reading) throws NotExpressible {
        List<Long> target = target(node, reading);
        Value value = reading.value(node, 0).orElse(null);
        boolean zeroCopies = node.integer("allowzero", 0) == 0;
        if (value instanceof ForeignArray array) {
            reading.put(node, array.reshaped(Sizes.reshaped(array, target, zeroCopies)));
        } else if (value instanceof Sizes || value instanceof Value.Filled) {
            reading.put(node, value);
        } else {
            reading.put(node, reshaped(reading.view(node, 0), target, zeroCopies, node, reading));
        }
    }

    /** Where the new axes cut the old ones apart, a layer has to lay the numbers out. */
    private static View reshaped(View in, List<Long> target, boolean zeroCopies, ForeignNode node, Reading reading)
            throws NotExpressible {
        try {
            return new Regrouping(in).to(target, zeroCopies);
        } catch (NotExpressible e) {
            List<Integer> sizes = target.subList(Math.min(1, target.size()), target.size()).stream()
                    .map(size -> size < 0 ? Atom.UNKNOWN : (int) Math.min(size, Integer.MAX_VALUE)).toList();
            boolean keepsSamples = !target.isEmpty() && (target.get(0) <= 0 || target.get(0).equals(in.dims().get(0)));
            if (!keepsSamples || sizes.isEmpty() || sizes.size() > Shape.MAX_RANK || sizes.contains(0)) {
                throw e;
            }
            Reshape reshape = NetworkFactory.eINSTANCE.createReshape();
            reshape.setShape(Sizes.shape(sizes));
            return reading.add(node, reshape, reading.asItIs(in, node.called()));
        }
    }

    private static List<Long> target(ForeignNode node, Reading reading) throws NotExpressible {
        if (node.has("shape")) {
            return node.integers("shape");
        }
        return SizeArithmetic.sizes(reading, node, 1).map(Sizes::sizes)
                .orElseThrow(() -> new NotExpressible("its shape is computed from data"));
    }

    private static List<Long> axes(ForeignNode node, Reading reading) throws NotExpressible {
        return node.has("axes") ? node.integers("axes")
                : reading.constant(node, 1).map(ForeignArray::longs).orElse(List.of());
    }

    private static void squeeze(ForeignNode node, Reading reading) throws NotExpressible {
        Value value = reading.value(node, 0).orElse(null);
        if (value instanceof Sizes sizes) {
            reading.put(node, Sizes.of(sizes.sizes(), true));
        } else if (value instanceof ForeignArray array) {
            reading.put(node, squeezed(array, axes(node, reading)));
        } else {
            reading.put(node, squeezed(reading.view(node, 0), axes(node, reading)));
        }
    }

    private static ForeignArray squeezed(ForeignArray array, List<Long> axes) {
        List<Integer> kept = new ArrayList<>();
        for (int axis = 0; axis < array.dims().size(); axis++) {
            boolean named = axes.contains((long) axis) || axes.contains((long) axis - array.dims().size());
            if (array.dims().get(axis) != 1 || !axes.isEmpty() && !named) {
                kept.add(array.dims().get(axis));
            }
        }
        return array.reshaped(kept);
    }

    private static View squeezed(View in, List<Long> axes) throws NotExpressible {
        TreeSet<Integer> dropped = new TreeSet<>();
        for (long axis : axes) {
            dropped.add(in.axis(axis));
        }
        List<List<Atom>> groups = new ArrayList<>();
        for (int axis = 0; axis < in.rank(); axis++) {
            List<Atom> group = in.groups().get(axis);
            boolean trivial = Atom.essential(group).isEmpty();
            if (dropped.contains(axis) && !trivial) {
                throw new NotExpressible("it drops an axis that is longer than 1");
            }
            if (!(dropped.contains(axis) || axes.isEmpty() && trivial)) {
                groups.add(group);
            }
        }
        return in.under(groups);
    }

    private static void unsqueeze(ForeignNode node, Reading reading) throws NotExpressible {
        Value value = reading.value(node, 0).orElse(null);
        List<Long> axes = axes(node, reading);
        if (value instanceof Sizes sizes) {
            reading.put(node, Sizes.of(sizes.sizes(), false));
        } else if (value instanceof ForeignArray array) {
            reading.put(node, array.reshaped(inserted(array.dims(), axes, 1)));
        } else if (value instanceof Value.Filled) {
            reading.put(node, value);
        } else {
            View in = reading.view(node, 0);
            reading.put(node, in.under(inserted(in.groups(), axes, List.of())));
        }
    }

    private static <T> List<T> inserted(List<T> all, List<Long> axes, T added) throws NotExpressible {
        int rank = all.size() + axes.size();
        List<T> result = new ArrayList<>(all);
        for (int axis : new TreeSet<>(axes.stream().map(a -> (int) (a < 0 ? a + rank : a)).toList())) {
            if (axis < 0 || axis > result.size()) {
                throw new NotExpressible("it inserts axes " + axes + " into " + all.size());
            }
            result.add(axis, added);
        }
        return result;
    }
}
