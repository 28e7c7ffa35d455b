// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Sizes;
import org.vesalius.network.exchange.onnx.graph.Value;

/**
 * Some places along an axis of a value. It becomes layers only where something takes it by itself: parts that are put
 * together again need none.
 *
 * @param of the value, the size of its axis known
 * @param axis the axis
 * @param places numbers of the places; -1 for a zero
 * @param single whether it is one place without its axis
 * @param node the operator that picks
 */
public record Selection(View of, int axis, List<Integer> places, boolean single, ForeignNode node) implements Value {
    /** The places that an operator names, negative ones counted from the end. */
    public static Selection of(View in, int axis, List<Long> numbers, boolean single, ForeignNode node) throws NotExpressible {
        long size = in.dims().get(axis);
        if (size == Sizes.UNKNOWN || in.groups().get(axis).stream().anyMatch(Atom::isBatch)) {
            throw new NotExpressible("it picks from samples, or from an axis whose size is not known");
        }
        if (numbers.isEmpty() || numbers.stream().anyMatch(number -> number < -size || number >= size)) {
            throw new NotExpressible("it picks places that are not there");
        }
        return new Selection(in, axis, numbers.stream()
                .map(number -> (int) (number < 0 ? number + size : number)).toList(), single, node);
    }

    /** Whether it holds all places in order. */
    public boolean isWhole() {
        return places.equals(IntStream.range(0, of.dims().get(axis).intValue()).boxed().toList());
    }

    /** Sizes of its axes. */
    public List<Long> dims() {
        List<Long> dims = new ArrayList<>(of.dims());
        dims.set(axis, (long) places.size());
        if (single) {
            dims.remove(axis);
        }
        return dims;
    }

    /** The places by layers. */
    public View view(Reading reading) throws NotExpressible {
        View picked = isWhole() ? of : picked(reading);
        if (!single) {
            return picked;
        }
        List<List<Atom>> groups = new ArrayList<>(picked.groups());
        groups.remove(axis);
        return picked.under(groups);
    }

    /** A placeholder, where no layers pick these places. */
    public Value placeholder(String reason, Reading reading) {
        new Placeholders(reading).add(node, reason);
        return reading.value(node.output()).orElseThrow();
    }

    private View picked(Reading reading) throws NotExpressible {
        int size = of.dims().get(axis).intValue();
        int first = places.get(0);
        boolean row = first >= 0 && places.equals(IntStream.range(first, first + places.size()).boxed().toList());
        int place = of.order().indexOf(axis);
        if (row && places.size() == 1 && first == size - 1 && place == 0 && of.shape().rank() == 2) {
            return lastStep(reading);
        }
        int axes = of.shape().rank() - 1;
        if (row && place >= 0 && place < axes && axes <= 3) {
            return cropped(place, first, size - first - places.size(), axes, reading);
        }
        return new AxisMap(node, reading).picked(of, axis, places);
    }

    /** Its axis stays, with size 1. */
    private View lastStep(Reading reading) throws NotExpressible {
        View added = reading.add(node, NetworkFactory.eINSTANCE.createLastTimeStep(), of);
        List<List<Atom>> groups = new ArrayList<>(of.groups());
        groups.set(axis, List.of());
        return new View(added.layer(), added.shape(), List.of(of.natural().get(1)), groups);
    }

    private View cropped(int place, int begin, int end, int axes, Reading reading) throws NotExpressible {
        List<Integer> begins = new ArrayList<>(Collections.nCopies(axes, 0));
        List<Integer> ends = new ArrayList<>(begins);
        begins.set(place, begin);
        ends.set(place, end);
        View result = reading.add(node, new Border(begins, ends).cropping(), of);
        List<List<Atom>> groups = new ArrayList<>(of.groups());
        List<Integer> order = of.order();
        IntStream.range(0, order.size()).forEach(i -> groups.set(order.get(i), result.natural().get(i)));
        return result.under(groups);
    }
}
