// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vesalius.network.Interpolation;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.UpSampling1D;
import org.vesalius.network.UpSampling2D;
import org.vesalius.network.UpSampling3D;
import org.vesalius.network.exchange.onnx.axis.SizeArithmetic;
import org.vesalius.network.exchange.onnx.draw.Atom;
import org.vesalius.network.exchange.onnx.draw.AxisMap;
import org.vesalius.network.exchange.onnx.draw.OperatorReader;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.SlidingWindow;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Sizes;
import org.vesalius.network.weights.WeightTensor;

/**
 * Changes of size: an UpSampling where it repeats places, or goes smoothly between those of an image as UpSampling does;
 * else a product along each axis.
 */
public final class ResizeReader implements OperatorReader {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;
    /** For axes of unknown size: what holds for this one holds for all. */
    private static final int SOME_SIZE = 12;

    /**
     * How an axis changes.
     *
     * @param before old size, perhaps unknown
     * @param after new size, perhaps unknown
     * @param scale new over old size
     */
    private record Change(long before, long after, float scale) {
        static Change by(long before, double scale) {
            return new Change(before, before == Sizes.UNKNOWN ? before : (long) Math.floor(before * (float) scale),
                    (float) scale);
        }

        boolean isNone() {
            return scale == 1 && before == after;
        }

        int factor() {
            return scale >= 1 && scale == Math.rint(scale) && scale <= SlidingWindow.LARGEST
                    && (before == Sizes.UNKNOWN || after == before * (long) scale) ? (int) scale : 0;
        }
    }

    @Override
    public void read(ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        List<Change> changes = changes(node, reading, in);
        NewPlaces places = NewPlaces.of(node);
        List<Change> inside = changes.subList(Math.min(2, changes.size()), changes.size());
        boolean image = in.isBatchFirst() && in.rank() >= 3 && in.rank() <= 5
                && changes.subList(0, 2).stream().allMatch(Change::isNone)
                && inside.stream().allMatch(change -> change.factor() > 0);
        if (changes.stream().allMatch(Change::isNone)) {
            reading.put(node, in);
        } else if (image && (repeats(places, inside) || goesSmoothly(places, inside))) {
            View ready = SlidingWindow.ChannelsFirst.in(in, node, reading);
            List<Integer> factors = inside.stream().map(Change::factor).toList();
            reading.put(node, SlidingWindow.ChannelsFirst.out(reading.add(node,
                    upSampling(factors, !places.mode().equals("nearest")), ready)));
        } else {
            reading.put(node, alongEachAxis(in, changes, places, node, reading));
        }
    }

    private static boolean repeats(NewPlaces places, List<Change> changes) throws NotExpressible {
        if (!places.mode().equals("nearest")) {
            return false;
        }
        for (Change change : changes) {
            boolean open = change.before() == Sizes.UNKNOWN;
            int size = open ? SOME_SIZE : (int) change.before();
            int factor = change.factor();
            int[] repeated = IntStream.range(0, size * factor).map(place -> place / factor).toArray();
            if (open && places.coordinates().equals("align_corners")
                    || !Arrays.equals(places.nearest(size, size * factor, factor), repeated)) {
                return false;
            }
        }
        return true;
    }

    private static boolean goesSmoothly(NewPlaces places, List<Change> changes) {
        return places.mode().endsWith("linear") && changes.size() == 2 && places.coordinates().endsWith("half_pixel");
    }

    private static View alongEachAxis(View in, List<Change> changes, NewPlaces places, ForeignNode node,
            Reading reading) throws NotExpressible {
        View result = in;
        for (int axis = 0; axis < changes.size(); axis++) {
            Change change = changes.get(axis);
            if (!change.isNone()) {
                if (change.before() == Sizes.UNKNOWN || in.groups().get(axis).stream().anyMatch(Atom::isBatch)) {
                    throw new NotExpressible("it changes sizes that are not known, or the number of samples");
                }
                int before = (int) change.before();
                int after = (int) Math.min(change.after(), SlidingWindow.LARGEST);
                result = new AxisMap(node, reading).mixed(result, axis,
                        WeightTensor.of(places.matrix(before, after, change.scale()), before, after),
                        "it changes the size by fixed weights");
            }
        }
        return result;
    }

    private static List<Change> changes(ForeignNode node, Reading reading, View in) throws NotExpressible {
        int input = node.type().equals("Upsample") || reading.operatorSet() < 11 ? 1 : 2;
        List<Double> scales = new ArrayList<>();
        if (node.has("scales")) {
            node.numbers("scales").forEach(scale -> scales.add(scale.doubleValue()));
        } else {
            reading.constant(node, input).ifPresent(array -> IntStream.range(0, array.size())
                    .forEach(i -> scales.add(array.values().get(i))));
        }
        List<Long> sizes = scales.isEmpty() ? SizeArithmetic.sizes(reading, node, 3).map(Sizes::sizes)
                .orElseThrow(() -> new NotExpressible("its new sizes are computed from data")) : List.of();
        List<Integer> axes = axes(node, in);
        if (Math.max(scales.size(), sizes.size()) != axes.size()) {
            throw new NotExpressible("it changes the sizes of other axes than there are");
        }
        List<Change> changes = new ArrayList<>(in.dims().stream().map(size -> new Change(size, size, 1)).toList());
        for (int i = 0; i < axes.size(); i++) {
            long before = in.dims().get(axes.get(i));
            changes.set(axes.get(i), scales.isEmpty() ? toSize(before, sizes.get(i)) : Change.by(before, scales.get(i)));
        }
        return changes;
    }

    private static Change toSize(long before, long after) {
        return before == Sizes.UNKNOWN || after == Sizes.UNKNOWN ? new Change(before, after, before == after ? 1 : 0)
                : new Change(before, after, (float) after / before);
    }

    private static List<Integer> axes(ForeignNode node, View in) throws NotExpressible {
        List<Integer> axes = new ArrayList<>();
        for (long axis : node.integers("axes")) {
            axes.add(in.axis(axis));
        }
        return node.has("axes") ? axes : IntStream.range(0, in.rank()).boxed().toList();
    }

    private static Layer upSampling(List<Integer> factors, boolean smooth) {
        if (factors.size() == 1) {
            UpSampling1D layer = MAKE.createUpSampling1D();
            layer.setFactor(factors.get(0));
            return layer;
        }
        if (factors.size() == 2) {
            UpSampling2D layer = MAKE.createUpSampling2D();
            layer.setFactor(SlidingWindow.two(factors));
            layer.setInterpolation(smooth ? Interpolation.BILINEAR : Interpolation.NEAREST);
            return layer;
        }
        UpSampling3D layer = MAKE.createUpSampling3D();
        layer.setFactor(SlidingWindow.three(factors));
        return layer;
    }
}
