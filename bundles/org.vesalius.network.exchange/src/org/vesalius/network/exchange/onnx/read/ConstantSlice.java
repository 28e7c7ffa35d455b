// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The part of a constant that a Slice picks, with gaps or backwards too. */
final class ConstantSlice {
    private static final int MOST = 1 << 24;

    private ConstantSlice() {
    }

    static ForeignArray of(ForeignArray array, ForeignNode node, Reading reading) throws NotExpressible {
        boolean written = node.has("starts");
        List<Long> starts = written ? node.integers("starts") : reading.needed(node, 1).longs();
        List<Long> ends = written ? node.integers("ends") : reading.needed(node, 2).longs();
        List<Long> axes = written ? node.integers("axes")
                : reading.constant(node, 3).map(ForeignArray::longs).orElse(List.of());
        List<Long> named = axes.isEmpty() ? LongStream.range(0, starts.size()).boxed().toList() : axes;
        List<Long> steps = written ? List.of() : reading.constant(node, 4).map(ForeignArray::longs).orElse(List.of());
        if (array.size() > MOST || ends.size() != starts.size() || named.size() != starts.size()
                || !steps.isEmpty() && steps.size() != starts.size()) {
            throw new NotExpressible("its starts, ends and axes don't belong together");
        }
        ForeignArray part = array;
        for (int i = 0; i < starts.size(); i++) {
            int axis = (int) (named.get(i) < 0 ? named.get(i) + array.dims().size() : named.get(i));
            if (axis < 0 || axis >= array.dims().size()) {
                throw new NotExpressible("it cuts an axis that is not there");
            }
            part = picked(part, axis, places(array.dims().get(axis), starts.get(i), ends.get(i),
                    steps.isEmpty() ? 1 : steps.get(i)));
        }
        return part;
    }

    private static List<Integer> places(int size, long start, long end, long step) throws NotExpressible {
        if (step == 0) {
            throw new NotExpressible("it goes in steps of 0");
        }
        long lowest = step > 0 ? 0 : -1;
        long highest = step > 0 ? size : size - 1L;
        long first = clamped(start, size, step > 0 ? 0 : lowest, highest);
        long behind = clamped(end, size, lowest, highest);
        List<Integer> places = new ArrayList<>();
        for (long place = first; step > 0 ? place < behind : place > behind; place += step) {
            places.add((int) place);
        }
        return places;
    }

    private static long clamped(long place, int size, long lowest, long highest) {
        long counted = place < 0 ? Math.max(place, -size - 1L) + size : place;
        return Math.max(lowest, Math.min(highest, counted));
    }

    private static ForeignArray picked(ForeignArray array, int axis, List<Integer> places) {
        int inner = array.dims().subList(axis + 1, array.dims().size()).stream().reduce(1, (a, b) -> a * b);
        int size = array.dims().get(axis);
        int outer = size == 0 || inner == 0 ? 0 : array.size() / (size * inner);
        float[] values = new float[outer * places.size() * inner];
        int at = 0;
        for (int o = 0; o < outer; o++) {
            for (int place : places) {
                for (int i = 0; i < inner; i++) {
                    values[at++] = (float) array.values().get((o * size + place) * inner + i);
                }
            }
        }
        List<Integer> dims = new ArrayList<>(array.dims());
        dims.set(axis, places.size());
        return new ForeignArray(dims, Numbers.of(values), array.whole());
    }
}
