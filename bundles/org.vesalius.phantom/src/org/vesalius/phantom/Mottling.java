// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import org.vesalius.dataset.random.SeededRandom;

/**
 * A random field of small round spots, brighter and darker: one in each cell of a lattice that repeats, anywhere in its
 * cell, so that no lattice shows.
 */
final class Mottling {
    private static final int PERIOD = 64;
    private static final double SPOT_RADIUS = 1.1;

    private final double[] spotX = new double[PERIOD * PERIOD];
    private final double[] spotY = new double[PERIOD * PERIOD];
    private final double[] strength = new double[PERIOD * PERIOD];
    private final double spotsPerUnit;

    /**
     * A field of values around 0.
     *
     * @param spotsPerUnit how many spots there are over one unit of length
     */
    Mottling(SeededRandom random, double spotsPerUnit) {
        this.spotsPerUnit = spotsPerUnit;
        for (int i = 0; i < strength.length; i++) {
            spotX[i] = random.nextDouble();
            spotY[i] = random.nextDouble();
            strength[i] = random.chance(0.5) ? random.between(0.5, 1) : -random.between(0.5, 1);
        }
    }

    /** The value at a place. */
    double at(double x, double y) {
        double u = x * spotsPerUnit;
        double v = y * spotsPerUnit;
        int column = (int) Math.floor(u);
        int row = (int) Math.floor(v);
        double sum = 0;
        for (int j = row - 1; j <= row + 1; j++) {
            for (int i = column - 1; i <= column + 1; i++) {
                sum += spot(i, j, u - i, v - j);
            }
        }
        return sum;
    }

    private double spot(int column, int row, double x, double y) {
        int index = Math.floorMod(row, PERIOD) * PERIOD + Math.floorMod(column, PERIOD);
        double dx = x - spotX[index];
        double dy = y - spotY[index];
        double rest = Math.max(0, 1 - (dx * dx + dy * dy) / (SPOT_RADIUS * SPOT_RADIUS));
        return strength[index] * rest * rest;
    }
}
