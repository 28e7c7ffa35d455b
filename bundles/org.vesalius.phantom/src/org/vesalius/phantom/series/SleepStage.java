// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.series;

import org.vesalius.phantom.Soft;

/**
 * The stages of sleep, with what an electroencephalogram shows in each: hills of power over the frequencies, as described by
 * Berry et al., The AASM Manual for the Scoring of Sleep. Light sleep and dreams look alike in it, and only what comes before
 * and after tells them apart.
 */
enum SleepStage {
    WAKE(10, 3, 1.6, 22, 8, 0.7),
    N1(5.5, 3, 0.9, 19, 9, 0.3),
    N2(13, 2.5, 1.1, 4, 3, 0.6),
    N3(2, 3.5, 1.9, 13, 2.5, 0.3),
    REM(6, 3, 0.9, 24, 9, 0.3);

    /** How likely each stage follows in the next half minute, of a thousand. */
    private static final int[][] NEXT = {
        {900, 90, 8, 0, 2},
        {60, 800, 120, 0, 20},
        {10, 20, 900, 55, 15},
        {5, 5, 60, 930, 0},
        {15, 35, 20, 0, 930}};
    private static final double UNIT = 1000;

    private final double first;
    private final double firstWidth;
    private final double firstHeight;
    private final double second;
    private final double secondWidth;
    private final double secondHeight;

    SleepStage(double first, double firstWidth, double firstHeight, double second, double secondWidth,
            double secondHeight) {
        this.first = first;
        this.firstWidth = firstWidth;
        this.firstHeight = firstHeight;
        this.second = second;
        this.secondWidth = secondWidth;
        this.secondHeight = secondHeight;
    }

    /** How much more power than usual there is at a frequency in Hz. */
    double power(double frequency) {
        return firstHeight * Soft.bump(frequency - first, firstWidth)
                + secondHeight * Soft.bump(frequency - second, secondWidth);
    }

    /** How likely another stage follows in the next half minute. */
    double chanceOf(SleepStage following) {
        return NEXT[ordinal()][following.ordinal()] / UNIT;
    }

    /**
     * The stage of the next half minute.
     *
     * @param draw from 0 to below 1
     */
    SleepStage next(double draw) {
        double left = draw * UNIT;
        for (SleepStage stage : values()) {
            left -= NEXT[ordinal()][stage.ordinal()];
            if (left < 0) {
                return stage;
            }
        }
        return this;
    }
}
