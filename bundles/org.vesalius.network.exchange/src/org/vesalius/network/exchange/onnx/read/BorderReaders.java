// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vesalius.network.Interpolation;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.UpSampling1D;
import org.vesalius.network.UpSampling2D;
import org.vesalius.network.UpSampling3D;

/** Operators that add places: Pad and Resize. */
final class BorderReaders {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    private BorderReaders() {
    }

    static void addTo(Map<String, OperatorReader> readers) {
        readers.put("Pad", BorderReaders::pad);
        readers.put("Resize", BorderReaders::resize);
        readers.put("Upsample", BorderReaders::resize);
    }

    private static void pad(ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        List<Long> pads = node.has("pads") || node.has("paddings")
                ? node.integers(node.has("pads") ? "pads" : "paddings") : reading.needed(node, 1).longs();
        double number = reading.constant(node, 2).map(ForeignArray::single).orElse(node.number("value", 0));
        if (!node.text("mode", "constant").equals("constant") || number != 0) {
            throw new NotExpressible("it pads with something other than zeros");
        }
        List<Integer> order = in.order();
        if (order.isEmpty() || pads.size() != 2 * in.rank()
                || pads.stream().anyMatch(pad -> pad < 0 || pad > SlidingWindow.LARGEST)) {
            throw new NotExpressible("it pads " + pads + " around " + in.dims());
        }
        int places = in.natural().size() - 1;
        List<Integer> begins = order.subList(0, places).stream().map(axis -> pads.get(axis).intValue()).toList();
        List<Integer> ends = order.subList(0, places).stream()
                .map(axis -> pads.get(axis + in.rank()).intValue()).toList();
        long around = begins.stream().mapToLong(b -> b).sum() + ends.stream().mapToLong(e -> e).sum();
        if (around != pads.stream().mapToLong(p -> p).sum()) {
            throw new NotExpressible("it pads channels or samples");
        }
        if (around == 0) {
            reading.put(node, in);
            return;
        }
        put(node, reading, in, PaddedInput.zeros(new Border(begins, ends)));
    }

    private static void put(ForeignNode node, Reading reading, View in, Layer layer) throws NotExpressible {
        List<Integer> order = in.order();
        View result = reading.add(node, layer, in);
        List<List<Atom>> groups = new ArrayList<>(in.groups());
        IntStream.range(0, order.size()).forEach(axis -> groups.set(order.get(axis), result.natural().get(axis)));
        reading.put(node, result.under(groups));
    }

    private static void resize(ForeignNode node, Reading reading) throws NotExpressible {
        View in = ChannelsFirst.in(reading.view(node, 0), node, reading);
        List<Integer> factors = factors(node, reading, in);
        String mode = node.text("mode", "nearest");
        String places = node.text("coordinate_transformation_mode",
                node.type().equals("Upsample") ? "asymmetric" : "half_pixel");
        boolean smooth = mode.equals("linear") || mode.equals("bilinear");
        if (!smooth && !mode.equals("nearest") || smooth && (factors.size() != 2 || !places.endsWith("half_pixel"))
                || places.equals("align_corners")) {
            throw new NotExpressible("it makes places between others by " + mode + ", " + places);
        }
        Layer layer = upSampling(factors, smooth);
        reading.put(node, ChannelsFirst.out(reading.add(node, layer, in)));
    }

    private static List<Integer> factors(ForeignNode node, Reading reading, View in) throws NotExpressible {
        int rank = in.rank();
        List<Double> scales = new ArrayList<>();
        int input = node.type().equals("Upsample") || reading.operatorSet() < 11 ? 1 : 2;
        if (node.has("scales")) {
            node.numbers("scales").forEach(scale -> scales.add(scale.doubleValue()));
        } else if (reading.constant(node, input).filter(array -> array.size() == rank).isPresent()) {
            ForeignArray array = reading.needed(node, input);
            IntStream.range(0, rank).forEach(i -> scales.add(array.values().get(i)));
        } else {
            scales.addAll(fromSizes(SizeArithmetic.sizes(reading, node, 3).map(Sizes::sizes).orElse(List.of()), in));
        }
        return whole(scales, rank);
    }

    private static List<Double> fromSizes(List<Long> sizes, View in) {
        if (sizes.size() != in.rank()) {
            return List.of();
        }
        List<Double> scales = new ArrayList<>(Collections.nCopies(2, 1.0));
        for (int axis = 2; axis < in.rank(); axis++) {
            scales.add(sizes.get(axis) / (double) in.shape().size(axis - 2));
        }
        return scales;
    }

    private static List<Integer> whole(List<Double> scales, int rank) throws NotExpressible {
        boolean fits = scales.size() == rank && rank >= 3 && rank <= 5
                && scales.stream().allMatch(s -> s >= 1 && s == Math.rint(s) && s <= SlidingWindow.LARGEST)
                && scales.get(0) == 1 && scales.get(1) == 1;
        if (!fits) {
            throw new NotExpressible("it changes sizes by " + scales);
        }
        return scales.subList(2, rank).stream().map(Double::intValue).toList();
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
