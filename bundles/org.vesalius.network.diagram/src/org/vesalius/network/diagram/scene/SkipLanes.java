// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.scene;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers the lanes on which connections run around layers, so that no two share one: short ones inside, long ones
 * around them, lanes of connections that lie below each other used again.
 */
final class SkipLanes {
    /**
     * How far down a connection runs on its lane.
     *
     * @param top where it begins
     * @param bottom where it ends
     */
    record Span(int top, int bottom) {
        private boolean overlaps(Span other) {
            return top <= other.bottom && other.top <= bottom;
        }

        private int length() {
            return bottom - top;
        }
    }

    private SkipLanes() {
    }

    /** The number of the lane of each connection, 0 the innermost. */
    static <C> Map<C, Integer> numbered(Map<C, Span> spans) {
        List<Map.Entry<C, Span>> shortFirst = spans.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getValue().length())).toList();
        Map<C, Integer> numbers = new HashMap<>();
        for (Map.Entry<C, Span> entry : shortFirst) {
            Set<Integer> taken = new HashSet<>();
            numbers.forEach((other, number) -> {
                if (spans.get(other).overlaps(entry.getValue())) {
                    taken.add(number);
                }
            });
            int free = 0;
            while (taken.contains(free)) {
                free++;
            }
            numbers.put(entry.getKey(), free);
        }
        return numbers;
    }
}
