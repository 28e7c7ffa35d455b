// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.axis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.vesalius.network.Embedding;
import org.vesalius.network.Input;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Rescaling;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.onnx.draw.Atom;
import org.vesalius.network.exchange.onnx.draw.Border;
import org.vesalius.network.exchange.onnx.draw.OperatorReader;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.Selection;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Sizes;
import org.vesalius.network.exchange.onnx.graph.Value;
import org.vesalius.network.weights.WeightTensor;

/** Operators that pick out parts: Gather, Slice. */
public final class PickReaders {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    private PickReaders() {
    }

    public static void addTo(Map<String, OperatorReader> readers) {
        readers.put("Gather", PickReaders::gather);
        readers.put("Slice", PickReaders::slice);
        readers.put("Split", PickReaders::split);
    }

    private static void gather(ForeignNode node, Reading reading) throws NotExpressible {
        Value from = reading.value(node, 0).orElse(null);
        if (reading.value(node, 1).orElse(null) instanceof View codes && from instanceof ForeignArray table) {
            embed(table, codes, node, reading);
        } else if (SizeArithmetic.sizes(reading, node, 0).isPresent()) {
            reading.put(node, picked(SizeArithmetic.sizes(reading, node, 0).get(), reading.needed(node, 1)));
        } else {
            View in = reading.view(node, 0);
            int axis = in.axis(node.integer("axis", 0));
            ForeignArray index = reading.needed(node, 1);
            reading.put(node, isLastStep(in, axis, index) ? lastStep(in, axis, index, node, reading)
                    : places(in, axis, index, node, reading));
        }
    }

    private static Value places(View in, int axis, ForeignArray index, ForeignNode node, Reading reading)
            throws NotExpressible {
        if (index.size() == 1 && index.dims().size() < 2 && Atom.essential(in.groups().get(axis)).isEmpty()) {
            List<List<Atom>> groups = new ArrayList<>(in.groups());
            groups.remove(axis);
            return index.dims().isEmpty() ? in.under(groups) : in;
        }
        Selection selection = Selection.of(in, axis, index.longs(), index.dims().isEmpty(), node);
        if (index.dims().size() < 2) {
            return selection;
        }
        List<Long> target = new ArrayList<>(selection.dims());
        target.remove(axis);
        target.addAll(axis, index.dims().stream().map(Integer::longValue).toList());
        return new Regrouping(selection.view(reading)).to(target, false);
    }

    /** The last step of a sequence of any length. */
    private static boolean isLastStep(View in, int axis, ForeignArray index) {
        return index.size() == 1 && index.dims().size() < 2 && index.longs().get(0) == -1
                && isTime(in, axis);
    }

    private static boolean isTime(View in, int axis) {
        return in.shape().rank() == 2 && View.sameEssence(in.groups().get(axis), in.natural().get(0));
    }

    private static View lastStep(View in, int axis, ForeignArray index, ForeignNode node, Reading reading)
            throws NotExpressible {
        View last = lastStep(in, axis, node, reading);
        List<List<Atom>> groups = new ArrayList<>(last.groups());
        if (index.dims().isEmpty()) {
            groups.remove(axis);
        }
        return last.under(groups);
    }

    private static Value picked(Sizes sizes, ForeignArray index) throws NotExpressible {
        List<Long> picked = new ArrayList<>();
        for (long number : index.longs()) {
            long place = number < 0 ? number + sizes.sizes().size() : number;
            if (place < 0 || place >= sizes.sizes().size()) {
                throw new NotExpressible("it picks a size that is not there");
            }
            picked.add(sizes.sizes().get((int) place));
        }
        return Sizes.of(picked, index.dims().isEmpty());
    }

    private static void embed(ForeignArray table, View codes, ForeignNode node, Reading reading)
            throws NotExpressible {
        if (node.integer("axis", 0) != 0 || table.dims().size() != 2) {
            throw new NotExpressible("its table has other axes than codes and vectors");
        }
        if (codes.layer() instanceof Input) {
            reading.put(node, embedding(table.tensor(), reading.asItIs(codes, node.called()),
                    "codes run from 0 to " + (table.dims().get(0) - 1)
                            + "; negative ones, which ONNX counts from the end, are refused",
                    node, reading));
        } else {
            // codes of the data are counted from 0 in practice; computed ones may be negative on purpose
            fromEitherEnd(table, codes, node, reading);
        }
    }

    /** Codes from -n to n-1: moved by n, they pick from two tables, one behind the other. */
    private static void fromEitherEnd(ForeignArray table, View codes, ForeignNode node, Reading reading)
            throws NotExpressible {
        int vectors = table.dims().get(0);
        int size = table.dims().get(1);
        float[] once = table.tensor().values();
        float[] twice = Arrays.copyOf(once, Math.multiplyExact(2, once.length));
        System.arraycopy(once, 0, twice, once.length, once.length);
        Rescaling moved = MAKE.createRescaling();
        moved.setScale(1);
        moved.setOffset(vectors);
        View from0 = reading.add(node, moved, reading.asItIs(codes, node.called()));
        reading.put(node, embedding(WeightTensor.of(twice, 2 * vectors, size), from0,
                "negative codes count from the end: " + vectors + " is added to each, and the table stands twice",
                node, reading));
    }

    private static View embedding(WeightTensor table, View codes, String note, ForeignNode node, Reading reading)
            throws NotExpressible {
        Embedding embedding = MAKE.createEmbedding();
        embedding.setVocabularySize(table.shape().get(0));
        embedding.setDimension(table.shape().get(1));
        View result = reading.add(node, embedding, codes);
        reading.draft().weight(embedding, "embeddings", table);
        reading.draft().note(embedding, Fidelity.EXACT, note);
        return result;
    }

    /** The last step; its axis stays, with size 1. */
    private static View lastStep(View in, int axis, ForeignNode node, Reading reading) throws NotExpressible {
        View added = reading.add(node, MAKE.createLastTimeStep(), in);
        List<List<Atom>> groups = new ArrayList<>(in.groups());
        groups.set(axis, List.of());
        return new View(added.layer(), added.shape(), List.of(in.natural().get(1)), groups);
    }

    private static void slice(ForeignNode node, Reading reading) throws NotExpressible {
        Value value = reading.value(node, 0).orElse(null);
        if (value instanceof Value.Filled) {
            reading.put(node, value);
            return;
        }
        if (value instanceof ForeignArray array) {
            reading.put(node, ConstantSlice.of(array, node, reading));
            return;
        }
        if (SizeArithmetic.sizes(reading, node, 0).isPresent()) {
            Sizes sizes = SizeArithmetic.sizes(reading, node, 0).get();
            reading.put(node, Sizes.of(Part.of(node, reading).of(sizes.sizes()), false));
            return;
        }
        reading.put(node, sliced(reading.view(node, 0), Part.of(node, reading), node, reading));
    }

    private static Value sliced(View in, Part part, ForeignNode node, Reading reading) throws NotExpressible {
        if (part.axes().size() == 1) {
            int axis = in.axis(part.axes().get(0));
            if (part.isLast(0) && isTime(in, axis)) {
                return lastStep(in, axis, node, reading);
            }
            if (in.dims().get(axis) != Sizes.UNKNOWN) {
                List<Long> places = part.places(0, in.dims().get(axis));
                Selection picked = Selection.of(in, axis, places, false, node);
                return picked.isWhole() ? in : picked;
            }
        }
        return part.isPlain() ? crop(part, in, node, reading) : picked(in, part, node, reading);
    }

    /** One axis behind the other. */
    private static View picked(View in, Part part, ForeignNode node, Reading reading) throws NotExpressible {
        View picked = in;
        for (int i = 0; i < part.axes().size(); i++) {
            int axis = in.axis(part.axes().get(i));
            picked = Selection.of(picked, axis, part.places(i, picked.dims().get(axis)), false, node).view(reading);
        }
        return picked;
    }

    /** Parts along an axis, one behind the other. */
    private static void split(ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        int axis = in.axis(node.integer("axis", 0));
        long size = in.dims().get(axis);
        int parts = node.outputs().size();
        if (node.integer("num_outputs", parts) != parts || size == Sizes.UNKNOWN) {
            throw new NotExpressible("it splits an axis whose size is not known, or into another number of parts");
        }
        List<Long> sizes = node.has("split") ? node.integers("split") : reading.constant(node, 1)
                .map(ForeignArray::longs).orElse(Collections.nCopies(parts, (size + parts - 1) / parts));
        if (sizes.size() != parts) {
            throw new NotExpressible("it splits into " + sizes.size() + " parts and gives " + parts);
        }
        long start = 0;
        for (int i = 0; i < parts; i++) {
            long end = Math.min(size, start + sizes.get(i));
            reading.put(node.outputs().get(i), Selection.of(in, axis,
                    LongStream.range(start, end).boxed().toList(), false, node));
            start = end;
        }
    }

    private static View crop(Part part, View in, ForeignNode node, Reading reading) throws NotExpressible {
        List<Integer> order = in.order();
        int places = in.natural().size() - 1;
        if (order.isEmpty() || places < 1 || places > 3) {
            return picked(in, part, node, reading);
        }
        Integer[] begins = Collections.nCopies(places, 0).toArray(Integer[]::new);
        Integer[] ends = begins.clone();
        for (int i = 0; i < part.axes().size(); i++) {
            int axis = in.axis(part.axes().get(i));
            int place = order.indexOf(axis);
            Part.Cut cut = part.cut(i, in.dims().get(axis));
            if ((place < 0 || place >= places) && !cut.isEmpty()) {
                return picked(in, part, node, reading);
            }
            if (!cut.isEmpty()) {
                begins[place] = cut.begin();
                ends[place] = cut.end();
            }
        }
        Border border = new Border(Arrays.asList(begins), Arrays.asList(ends));
        if (border.isEmpty()) {
            return in;
        }
        View result = reading.add(node, border.cropping(), in);
        List<List<Atom>> groups = new ArrayList<>(in.groups());
        IntStream.range(0, order.size()).forEach(axis -> groups.set(order.get(axis), result.natural().get(axis)));
        return result.under(groups);
    }
}
