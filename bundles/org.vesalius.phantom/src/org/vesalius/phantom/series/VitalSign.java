// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.series;

import java.util.Locale;

/** What is measured at the bedside. */
enum VitalSign {
    /** Beats a minute. */
    HEART_RATE(82, 10, 6, 1.1, 0.7),
    /** Breaths a minute. */
    RESPIRATION(17, 2.5, 2, 0.3, 0.5),
    /** Systolic pressure in mmHg. */
    PRESSURE(125, 14, 9, -1.2, 0.4),
    /** In mmol/L. */
    LACTATE(1.6, 0.4, 0.3, 0.1, 0.08);

    private final double usual;
    private final double between;
    private final double noise;
    private final double drift;
    private final double chance;

    /**
     * @param usual the mean of all patients
     * @param between the standard deviation of what is usual for single patients
     * @param noise the standard deviation of single measurements
     * @param drift what an hour changes in one who gets worse
     * @param chance that it is measured in an hour
     */
    VitalSign(double usual, double between, double noise, double drift, double chance) {
        this.usual = usual;
        this.between = between;
        this.noise = noise;
        this.drift = drift;
        this.chance = chance;
    }

    double usual() {
        return usual;
    }

    double between() {
        return between;
    }

    double noise() {
        return noise;
    }

    double drift() {
        return drift;
    }

    double chance() {
        return chance;
    }

    /** What the channel is called. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
