// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What a Slice picks: places from a start up to, but not including, an end; negative numbers count from the end.
 *
 * @param starts the first place, for each axis that is cut
 * @param ends the place behind the last
 * @param axes the axes
 */
record Part(List<Long> starts, List<Long> ends, List<Long> axes) {
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

    /** The part an operator picks; only parts without gaps. */
    static Part of(ForeignNode node, Reading reading) throws NotExpressible {
        boolean written = node.has("starts");
        List<Long> starts = written ? node.integers("starts") : reading.needed(node, 1).longs();
        List<Long> ends = written ? node.integers("ends") : reading.needed(node, 2).longs();
        List<Long> axes = node.has("axes") ? node.integers("axes")
                : reading.constant(node, 3).map(ForeignArray::longs).orElse(List.of());
        if (!written && reading.constant(node, 4).filter(steps -> !steps.isAll(1)).isPresent()) {
            throw new NotExpressible("it picks with gaps or backwards");
        }
        List<Long> named = axes.isEmpty() ? LongStream.range(0, starts.size()).boxed().toList() : axes;
        if (starts.size() != ends.size() || starts.size() != named.size()) {
            throw new NotExpressible("its starts, ends and axes don't belong together");
        }
        return new Part(starts, ends, named);
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
        if (axes.size() != 1) {
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
