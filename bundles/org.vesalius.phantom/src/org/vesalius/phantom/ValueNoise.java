// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import org.vesalius.dataset.random.SeededRandom;

/** A smooth random field: random values on a square lattice that repeats, with smooth ways between them. */
final class ValueNoise {
    private static final int PERIOD = 64;

    private final double[] lattice = new double[PERIOD * PERIOD];
    private final double cellsPerUnit;

    /**
     * A field of values from −1 to 1.
     *
     * @param cellsPerUnit how many times it may change over one unit of length
     */
    ValueNoise(SeededRandom random, double cellsPerUnit) {
        this.cellsPerUnit = cellsPerUnit;
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = random.between(-1, 1);
        }
    }

    /** The value at a place. */
    double at(double x, double y) {
        double u = x * cellsPerUnit;
        double v = y * cellsPerUnit;
        double column = Math.floor(u);
        double row = Math.floor(v);
        double right = Soft.step(0, 1, u - column);
        double down = Soft.step(0, 1, v - row);
        int i = (int) column;
        int j = (int) row;
        double above = Soft.mix(node(i, j), node(i + 1, j), right);
        double below = Soft.mix(node(i, j + 1), node(i + 1, j + 1), right);
        return Soft.mix(above, below, down);
    }

    private double node(int i, int j) {
        return lattice[Math.floorMod(j, PERIOD) * PERIOD + Math.floorMod(i, PERIOD)];
    }
}
