// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.vesalius.network.Cropping1D;
import org.vesalius.network.Cropping2D;
import org.vesalius.network.Cropping3D;
import org.vesalius.network.Embedding;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;

/** Operators that pick out parts: Gather, Slice. */
final class PickReaders {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    private PickReaders() {
    }

    static void addTo(Map<String, OperatorReader> readers) {
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
            if (index.size() == 1 && Atom.essential(in.groups().get(axis)).isEmpty()) {
                List<List<Atom>> groups = new ArrayList<>(in.groups());
                groups.remove(axis);
                reading.put(node, index.dims().isEmpty() ? in.under(groups) : in);
                return;
            }
            if (isChannels(in, axis) && index.dims().size() == 1) {
                reading.put(node, ChannelSelection.of(in, axis, index.longs(), node, reading));
                return;
            }
            if (index.size() != 1 || !isLastStep(in, axis, index.longs().get(0), index.longs().get(0) + 1)) {
                throw new NotExpressible("it picks places other than the last step of a sequence");
            }
            View last = lastStep(in, axis, node, reading);
            List<List<Atom>> groups = new ArrayList<>(last.groups());
            if (index.dims().isEmpty()) {
                groups.remove(axis);
            }
            reading.put(node, last.under(groups));
        }
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
        Embedding embedding = MAKE.createEmbedding();
        embedding.setVocabularySize(table.dims().get(0));
        embedding.setDimension(table.dims().get(1));
        View result = reading.add(node, embedding, reading.asItIs(codes, node.called()));
        reading.sketch().weight(embedding, "embeddings", table.tensor());
        reading.put(node, result);
    }

    private static boolean isLastStep(View in, int axis, long start, long end) {
        long size = in.dims().get(axis);
        boolean fromEnd = start == -1 && (end >= Integer.MAX_VALUE || end == 0);
        boolean counted = size != Sizes.UNKNOWN && start == size - 1 && end >= size;
        return in.shape().rank() == 2 && View.sameEssence(in.groups().get(axis), in.natural().get(0))
                && (fromEnd || counted);
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
        if (value instanceof Filled) {
            reading.put(node, value);
            return;
        }
        if (value instanceof ForeignArray array) {
            reading.put(node, ConstantSlice.of(array, node, reading));
            return;
        }
        Part part = Part.of(node, reading);
        if (SizeArithmetic.sizes(reading, node, 0).isPresent()) {
            Sizes sizes = SizeArithmetic.sizes(reading, node, 0).get();
            reading.put(node, Sizes.of(part.of(sizes.sizes()), false));
            return;
        }
        View in = reading.view(node, 0);
        if (part.axes().size() == 1 && isLastStep(in, in.axis(part.axes().get(0)), part.starts().get(0),
                part.ends().get(0))) {
            reading.put(node, lastStep(in, in.axis(part.axes().get(0)), node, reading));
            return;
        }
        if (part.axes().size() == 1 && isChannels(in, in.axis(part.axes().get(0)))) {
            int axis = in.axis(part.axes().get(0));
            Part.Cut cut = part.cut(0, in.dims().get(axis));
            reading.put(node, cut.isEmpty() ? in : ChannelSelection.of(in, axis,
                    LongStream.range(cut.begin(), in.dims().get(axis) - cut.end()).boxed().toList(), node, reading));
            return;
        }
        crop(part, in, node, reading);
    }

    /** Whether an axis holds the channels or features, all of them and in whatever order. */
    private static boolean isChannels(View in, int axis) {
        List<Atom> channels = Atom.essential(in.natural().get(in.natural().size() - 1));
        List<Atom> group = Atom.essential(in.groups().get(axis));
        return !channels.isEmpty() && group.size() == channels.size() && group.containsAll(channels)
                && Atom.product(group) != Atom.UNKNOWN;
    }

    /** Parts along the channels, one behind the other. */
    private static void split(ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        int axis = in.axis(node.integer("axis", 0));
        if (!isChannels(in, axis)) {
            throw new NotExpressible("it splits an axis other than the channels");
        }
        long size = in.dims().get(axis);
        int parts = node.outputs().size();
        List<Long> sizes = node.has("split") ? node.integers("split") : reading.constant(node, 1)
                .map(ForeignArray::longs).orElse(Collections.nCopies(parts, (size + parts - 1) / parts));
        if (sizes.size() != parts) {
            throw new NotExpressible("it splits into " + sizes.size() + " parts and gives " + parts);
        }
        long start = 0;
        for (int i = 0; i < parts; i++) {
            long end = Math.min(size, start + sizes.get(i));
            reading.put(node.outputs().get(i), ChannelSelection.of(in, axis,
                    LongStream.range(start, end).boxed().toList(), node, reading));
            start = end;
        }
    }

    private static void crop(Part part, View in, ForeignNode node, Reading reading) throws NotExpressible {
        List<Integer> order = in.order();
        int places = in.natural().size() - 1;
        if (order.isEmpty() || places < 1 || places > 3) {
            throw new NotExpressible("it cuts axes that are merged");
        }
        Integer[] begins = Collections.nCopies(places, 0).toArray(Integer[]::new);
        Integer[] ends = begins.clone();
        for (int i = 0; i < part.axes().size(); i++) {
            int axis = in.axis(part.axes().get(i));
            int place = order.indexOf(axis);
            Part.Cut cut = part.cut(i, in.dims().get(axis));
            if ((place < 0 || place >= places) && !cut.isEmpty()) {
                throw new NotExpressible("it picks out channels or samples");
            }
            if (!cut.isEmpty()) {
                begins[place] = cut.begin();
                ends[place] = cut.end();
            }
        }
        Border border = new Border(Arrays.asList(begins), Arrays.asList(ends));
        if (border.isEmpty()) {
            reading.put(node, in);
            return;
        }
        View result = reading.add(node, cropping(border), in);
        List<List<Atom>> groups = new ArrayList<>(in.groups());
        IntStream.range(0, order.size()).forEach(axis -> groups.set(order.get(axis), result.natural().get(axis)));
        reading.put(node, result.under(groups));
    }

    /** A layer that cuts off a border. */
    static Layer cropping(Border border) {
        return switch (border.begins().size()) {
            case 1 -> cropping1(border);
            case 2 -> cropping2(border);
            default -> cropping3(border);
        };
    }

    private static Layer cropping1(Border border) {
        Cropping1D layer = MAKE.createCropping1D();
        layer.setStart(border.begins().get(0));
        layer.setEnd(border.ends().get(0));
        return layer;
    }

    private static Layer cropping2(Border border) {
        Cropping2D layer = MAKE.createCropping2D();
        layer.setTop(border.begins().get(0));
        layer.setLeft(border.begins().get(1));
        layer.setBottom(border.ends().get(0));
        layer.setRight(border.ends().get(1));
        return layer;
    }

    private static Layer cropping3(Border border) {
        Cropping3D layer = MAKE.createCropping3D();
        layer.setFront(border.begins().get(0));
        layer.setTop(border.begins().get(1));
        layer.setLeft(border.begins().get(2));
        layer.setBack(border.ends().get(0));
        layer.setBottom(border.ends().get(1));
        layer.setRight(border.ends().get(2));
        return layer;
    }
}
