// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.axis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Sizes;

/**
 * What a Slice picks: places from a start up to, but not including, an end; negative numbers count from the end.
 *
 * @param starts the first place, for each axis that is cut
 * @param ends the place behind the last
 * @param axes the axes
 * @param steps how far one place picked is from the next, below 0 backwards
 */
record Part(List<Long> starts, List<Long> ends, List<Long> axes, List<Long> steps) {
    /**
     * What is cut off.
     *
     * @param begin places at the start
     * @param end places at the end
     */
    record Cut(int begin, int end) {
        boolean isEmpty() {
            return begin == 0 && end == 0;
        }
    }

    /** The part an operator picks. */
    static Part of(ForeignNode node, Reading reading) throws NotExpressible {
        boolean written = node.has("starts");
        List<Long> starts = written ? node.integers("starts") : reading.needed(node, 1).longs();
        List<Long> ends = written ? node.integers("ends") : reading.needed(node, 2).longs();
        List<Long> axes = node.has("axes") ? node.integers("axes")
                : reading.constant(node, 3).map(ForeignArray::longs).orElse(List.of());
        List<Long> named = axes.isEmpty() ? LongStream.range(0, starts.size()).boxed().toList() : axes;
        List<Long> steps = written ? List.of() : reading.constant(node, 4).map(ForeignArray::longs).orElse(List.of());
        List<Long> all = steps.isEmpty() ? Collections.nCopies(starts.size(), 1L) : steps;
        if (starts.size() != ends.size() || starts.size() != named.size() || all.size() != starts.size()
                || all.contains(0L)) {
            throw new NotExpressible("its starts, ends, axes and steps don't belong together");
        }
        return new Part(starts, ends, named, all);
    }

    /** Whether it goes forward without gaps. */
    boolean isPlain() {
        return steps.stream().allMatch(step -> step == 1);
    }

    /** Whether it picks the last place along an axis, whatever the size. */
    boolean isLast(int index) {
        return starts.get(index) == -1 && ends.get(index) >= Integer.MAX_VALUE && steps.get(index) == 1;
    }

    /** The places along an axis of a size. */
    List<Long> places(int index, long size) throws NotExpressible {
        if (size == Sizes.UNKNOWN) {
            throw new NotExpressible("what it picks depends on sizes that are not known");
        }
        long step = steps.get(index);
        long lowest = step > 0 ? 0 : -1;
        long highest = step > 0 ? size : size - 1;
        long first = counted(starts.get(index), size, step > 0 ? 0 : lowest, highest);
        long behind = counted(ends.get(index), size, lowest, highest);
        List<Long> places = new ArrayList<>();
        for (long place = first; step > 0 ? place < behind : place > behind; place += step) {
            places.add(place);
        }
        return places;
    }

    private static long counted(long place, long size, long lowest, long highest) {
        long fromStart = place < 0 ? Math.max(place, -size - 1) + size : place;
        return Math.max(lowest, Math.min(highest, fromStart));
    }

    /** What is cut off an axis of a size. */
    Cut cut(int index, long size) throws NotExpressible {
        long start = starts.get(index);
        long end = ends.get(index);
        if (size == Sizes.UNKNOWN) {
            if (start < 0 || end > 0 && end < Integer.MAX_VALUE) {
                throw new NotExpressible("what it cuts off depends on sizes that are not known");
            }
            return new Cut((int) start, end > 0 ? 0 : (int) Math.max(end, Integer.MIN_VALUE) * -1);
        }
        long first = clamped(start, size);
        long behind = clamped(end, size);
        if (behind <= first) {
            throw new NotExpressible("it picks nothing");
        }
        return new Cut((int) first, (int) (size - behind));
    }

    /** The part of a row of sizes. */
    List<Long> of(List<Long> row) throws NotExpressible {
        if (axes.size() != 1 || !isPlain()) {
            throw new NotExpressible("it cuts several axes of a row");
        }
        int first = (int) clamped(starts.get(0), row.size());
        int behind = (int) clamped(ends.get(0), row.size());
        return new ArrayList<>(row.subList(first, Math.max(first, behind)));
    }

    private static long clamped(long place, long size) {
        return Math.max(0, Math.min(size, place < 0 ? place + size : place));
    }
}
