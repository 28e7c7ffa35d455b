// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.vesalius.ui.chart.PointBuffer;
import org.vesalius.ui.chart.Points;

/** Growing curves and their snapshots. */
class PointBufferTest {

    private final PointBuffer buffer = new PointBuffer();

    @Test
    void growsPastItsFirstCapacity() {
        for (int i = 0; i < 10_000; i++) {
            buffer.append(i, -i);
        }
        Points points = buffer.snapshot();
        assertEquals(10_000, points.size());
        assertEquals(-9_999, points.y(9_999));
    }

    @Test
    void aResumedRunReplacesWhatItComputesAgain() {
        buffer.append(1, 10);
        buffer.append(2, 20);
        buffer.append(3, 30);
        Points before = buffer.snapshot();

        buffer.append(2, 25);

        Points after = buffer.snapshot();
        assertEquals(2, after.size());
        assertEquals(25, after.y(1));
        assertEquals(3, before.size());
        assertEquals(20, before.y(1));
    }

    @Test
    void findsTheNearestPoint() {
        buffer.append(1, 0);
        buffer.append(4, 0);
        Points points = buffer.snapshot();
        assertEquals(0, points.nearest(-3));
        assertEquals(0, points.nearest(2.4));
        assertEquals(1, points.nearest(2.6));
        assertEquals(1, points.nearest(9));
        assertEquals(-1, Points.none().nearest(1));
    }
}
