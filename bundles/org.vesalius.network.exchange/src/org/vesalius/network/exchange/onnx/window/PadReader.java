// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.window;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Rescaling;
import org.vesalius.network.exchange.onnx.axis.SizeArithmetic;
import org.vesalius.network.exchange.onnx.compute.Steps;
import org.vesalius.network.exchange.onnx.draw.Atom;
import org.vesalius.network.exchange.onnx.draw.Border;
import org.vesalius.network.exchange.onnx.draw.OperatorReader;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.Selection;
import org.vesalius.network.exchange.onnx.draw.SlidingWindow;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Sizes;

/**
 * Borders of an operator of their own. Zeros around places are a layer; another number is subtracted before and added
 * behind; mirrored and repeated borders are picked along each axis.
 */
public final class PadReader implements OperatorReader {
    @Override
    public void read(ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        List<Long> pads = pads(node, in, reading);
        if (pads.stream().allMatch(pad -> pad == 0)) {
            reading.put(node, in);
            return;
        }
        double number = reading.constant(node, 2).filter(array -> array.size() == 1).map(ForeignArray::single)
                .orElse(node.number("value", 0));
        boolean zeros = node.text("mode", "constant").equals("constant");
        if (zeros && number != 0) {
            reading.put(node, around(in, pads, number, node, reading));
        } else {
            reading.put(node, padded(in, pads, node, reading));
        }
    }

    /** A border of a number other than 0. */
    private static View around(View in, List<Long> pads, double number, ForeignNode node, Reading reading)
            throws NotExpressible {
        View shifted = shifted(in, -number, "_before", node, reading);
        View result = shifted(padded(shifted, pads, node, reading), number, "_behind", node, reading);
        Steps.LostDigits.tell(number, result, reading);
        return result;
    }

    /** Places at the start of each axis, then places at the end of each. */
    private static List<Long> pads(ForeignNode node, View in, Reading reading) throws NotExpressible {
        List<Long> named = node.has("pads") || node.has("paddings")
                ? node.integers(node.has("pads") ? "pads" : "paddings") : written(node, reading);
        List<Long> axes = reading.constant(node, 3).map(ForeignArray::longs)
                .orElse(IntStream.range(0, in.rank()).mapToObj(axis -> (long) axis).toList());
        if (named.size() != 2 * axes.size() || named.stream().anyMatch(pad -> Math.abs(pad) > SlidingWindow.LARGEST)) {
            throw new NotExpressible("its border " + Sizes.text(named) + " does not fit " + axes.size() + " axes");
        }
        List<Long> pads = new ArrayList<>(Collections.nCopies(2 * in.rank(), 0L));
        for (int i = 0; i < axes.size(); i++) {
            pads.set(in.axis(axes.get(i)), named.get(i));
            pads.set(in.axis(axes.get(i)) + in.rank(), named.get(i + axes.size()));
        }
        return pads;
    }

    private static List<Long> written(ForeignNode node, Reading reading) throws NotExpressible {
        List<Long> sizes = SizeArithmetic.sizes(reading, node, 1).map(Sizes::sizes)
                .orElseThrow(() -> new NotExpressible("its border is computed from data"));
        if (sizes.contains(Sizes.UNKNOWN)) {
            throw new NotExpressible("its border depends on sizes that are not known");
        }
        return sizes;
    }

    private static View shifted(View in, double number, String suffix, ForeignNode node, Reading reading)
            throws NotExpressible {
        Rescaling layer = NetworkFactory.eINSTANCE.createRescaling();
        layer.setOffset(number);
        return in.by(reading.add(node.called() + suffix, node.type(), layer, List.of(in)).layer());
    }

    /** Zeros before and behind a value along an axis. */
    public static View zeros(View in, int axis, long begin, long end, ForeignNode node, Reading reading)
            throws NotExpressible {
        List<Long> pads = new ArrayList<>(Collections.nCopies(2 * in.rank(), 0L));
        pads.set(axis, begin);
        pads.set(axis + in.rank(), end);
        return padded(in, pads, node, reading);
    }

    private static View padded(View in, List<Long> pads, ForeignNode node, Reading reading) throws NotExpressible {
        List<Integer> order = in.order();
        int places = in.natural().size() - 1;
        List<Integer> around = order.subList(0, Math.min(order.size(), Math.max(0, places)));
        boolean layer = node.text("mode", "constant").equals("constant") && !order.isEmpty() && places <= 3
                && pads.stream().allMatch(pad -> pad >= 0)
                && IntStream.range(0, in.rank()).allMatch(axis -> around.contains(axis)
                        || pads.get(axis) == 0 && pads.get(axis + in.rank()) == 0);
        if (!layer) {
            return alongEachAxis(in, pads, node, reading);
        }
        Border border = new Border(around.stream().map(axis -> pads.get(axis).intValue()).toList(),
                around.stream().map(axis -> pads.get(axis + in.rank()).intValue()).toList());
        View result = reading.add(node, PaddedInput.zeros(border), in);
        List<List<Atom>> groups = new ArrayList<>(in.groups());
        IntStream.range(0, order.size()).forEach(axis -> groups.set(order.get(axis), result.natural().get(axis)));
        return result.under(groups);
    }

    private static View alongEachAxis(View in, List<Long> pads, ForeignNode node, Reading reading)
            throws NotExpressible {
        View result = in;
        for (int axis = 0; axis < in.rank(); axis++) {
            int begin = pads.get(axis).intValue();
            int end = pads.get(axis + in.rank()).intValue();
            if (begin == 0 && end == 0) {
                continue;
            }
            long size = in.dims().get(axis);
            if (size == Sizes.UNKNOWN || in.groups().get(axis).stream().anyMatch(Atom::isBatch)
                    || size + begin + end < 1) {
                throw new NotExpressible("it pads samples, or axes whose size is not known");
            }
            List<Integer> places = new ArrayList<>();
            for (int place = -begin; place < size + end; place++) {
                places.add(source(place, (int) size, node.text("mode", "constant")));
            }
            result = new Selection(result, axis, places, false, node).view(reading);
        }
        return result;
    }

    /** Which place stands at a place that may lie beyond the border; -1 for a zero. */
    private static int source(int place, int size, String mode) throws NotExpressible {
        if (place >= 0 && place < size) {
            return place;
        }
        return switch (mode) {
            case "constant" -> -1;
            case "edge" -> place < 0 ? 0 : size - 1;
            case "wrap" -> Math.floorMod(place, size);
            case "reflect" -> mirrored(place, size);
            default -> throw new NotExpressible("it pads by " + mode);
        };
    }

    private static int mirrored(int place, int size) throws NotExpressible {
        int mirrored = place < 0 ? -place : 2 * (size - 1) - place;
        if (mirrored < 0 || mirrored >= size) {
            throw new NotExpressible("its border is larger than what it mirrors");
        }
        return mirrored;
    }
}
