// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.ui.chart.ColumnView;
import org.vesalius.ui.chart.Points;

/** The view of a curve on pixel columns, against a search through all points. */
class ColumnViewTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void holdsFirstLowestHighestAndLastOfEachColumn(long seed) {
        Random random = new Random(seed);
        Points points = randomCurve(random, 5000);
        double lower = random.nextDouble() * 20;
        double upper = lower + 1 + random.nextDouble() * 60;
        int columns = 1 + random.nextInt(300);

        ColumnView view = ColumnView.of(points, lower, upper, columns);

        assertEquals(bruteForce(points, lower, upper, columns), pairs(view));
    }

    @Test
    void keepsASpikeOfOnePointAmongAMillion() {
        double[] x = new double[1_000_000];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        y[654_321] = 7;

        ColumnView view = ColumnView.of(Points.of(x, y), 0, x.length, 100);

        assertTrue(pairs(view).contains(654_321.0 + " " + 7.0));
        assertTrue(view.size() <= 5 * 100 + 2);
    }

    @Test
    void breaksTheLineAndListsTheEventWhereAValueIsNotANumber() {
        Points points = Points.of(new double[] {1, 2, 3, 4}, new double[] {5, Double.NaN, Double.POSITIVE_INFINITY, 6});

        ColumnView view = ColumnView.of(points, 0, 10, 10);

        assertArrayEquals(new double[] {2, 3}, view.events());
        assertEquals(List.of("1.0 5.0", "2.0 NaN", "3.0 NaN", "4.0 6.0"), pairs(view));
    }

    @Test
    void keepsTheNeighboursOutsideSoThatTheLineReachesTheEdge() {
        Points points = Points.of(new double[] {0, 1, 5, 9, 10}, new double[] {1, 2, 3, 4, 5});

        ColumnView view = ColumnView.of(points, 2, 8, 4);

        assertEquals(List.of("1.0 2.0", "5.0 3.0", "9.0 4.0"), pairs(view));
    }

    @Test
    void isEmptyForACurveWithoutPoints() {
        assertEquals(0, ColumnView.of(Points.none(), 0, 1, 10).size());
    }

    @Test
    void refusesAnEmptyRange() {
        assertThrows(IllegalArgumentException.class, () -> ColumnView.of(Points.none(), 1, 1, 10));
    }

    private static Points randomCurve(Random random, int size) {
        double[] x = new double[size];
        double[] y = new double[size];
        double at = 0;
        for (int i = 0; i < size; i++) {
            at += random.nextInt(4) == 0 ? 0.1 * random.nextDouble() : 0.01;
            x[i] = at;
            y[i] = random.nextInt(200) == 0 ? Double.NaN : random.nextInt(40);
        }
        return Points.of(x, y);
    }

    /** Looks at every point once for each column, with none of the view's bookkeeping. */
    private static List<String> bruteForce(Points points, double lower, double upper, int columns) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (isNeighbour(points, i, lower, upper) || isKept(points, i, lower, upper, columns)) {
                double y = points.y(i);
                expected.add(points.x(i) + " " + (Double.isFinite(y) ? y : Double.NaN));
            }
        }
        return expected;
    }

    private static boolean isNeighbour(Points points, int i, double lower, double upper) {
        boolean before = points.x(i) < lower && i + 1 < points.size() && points.x(i + 1) >= lower;
        boolean after = points.x(i) > upper && (i == 0 || points.x(i - 1) <= upper);
        return before || after;
    }

    private static boolean isKept(Points points, int i, double lower, double upper, int columns) {
        if (points.x(i) < lower || points.x(i) > upper) {
            return false;
        }
        List<Integer> finite = new ArrayList<>();
        int lastBroken = -1;
        for (int j = 0; j < points.size(); j++) {
            boolean inside = points.x(j) >= lower && points.x(j) <= upper;
            if (inside && column(points.x(j), lower, upper, columns) == column(points.x(i), lower, upper, columns)) {
                if (Double.isFinite(points.y(j))) {
                    finite.add(j);
                } else {
                    lastBroken = j;
                }
            }
        }
        return i == lastBroken || isExtreme(points, i, finite);
    }

    private static boolean isExtreme(Points points, int i, List<Integer> column) {
        if (!column.contains(i)) {
            return false;
        }
        double low = column.stream().mapToDouble(points::y).min().getAsDouble();
        double high = column.stream().mapToDouble(points::y).max().getAsDouble();
        int firstLow = column.stream().filter(j -> points.y(j) == low).findFirst().get();
        int firstHigh = column.stream().filter(j -> points.y(j) == high).findFirst().get();
        return i == column.get(0) || i == column.get(column.size() - 1) || i == firstLow || i == firstHigh;
    }

    private static int column(double x, double lower, double upper, int columns) {
        return Math.min((int) ((x - lower) / (upper - lower) * columns), columns - 1);
    }

    private static List<String> pairs(ColumnView view) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < view.size(); i++) {
            pairs.add(view.x(i) + " " + view.y(i));
        }
        return pairs;
    }
}
