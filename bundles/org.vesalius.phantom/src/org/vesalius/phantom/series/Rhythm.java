// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.series;

import java.util.Locale;
import org.vesalius.dataset.random.SeededRandom;
import org.vesalius.phantom.Soft;

/** Rhythms of the heart, with what an electrocardiogram shows of each. */
enum Rhythm {
    /** Beats at equal distances, a wave of the atria before each. */
    NORMAL {
        @Override
        double interval(SeededRandom random, double usual, int beat) {
            return usual * (1 + 0.02 * random.nearNormal());
        }
    },
    /** Atrial fibrillation: beats at any distances, small quick waves in place of those of the atria. */
    FIBRILLATION {
        @Override
        double interval(SeededRandom random, double usual, int beat) {
            return usual * (1 + 0.2 * random.nearNormal());
        }
    },
    /** Premature beats of the ventricles: each third beat comes early, broad and high, and a pause follows. */
    PREMATURE {
        @Override
        double interval(SeededRandom random, double usual, int beat) {
            double share = early(beat) ? 0.65 : early(beat - 1) ? 1.35 : 1;
            return usual * share * (1 + 0.02 * random.nearNormal());
        }
    };

    private static final int EACH = 3;

    /** How the rhythm is written. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The seconds from the beat before to this one. */
    abstract double interval(SeededRandom random, double usual, int beat);

    /** Whether this beat comes early from a ventricle. */
    boolean early(int beat) {
        return this == PREMATURE && beat % EACH == 0;
    }

    /**
     * The voltage of a beat in mV.
     *
     * @param time seconds since its highest point
     */
    double beat(int number, double time) {
        if (early(number)) {
            return 0.9 * Soft.bump(time, 0.12) - 0.4 * Soft.bump(time - 0.28, 0.16);
        }
        double atria = this == FIBRILLATION ? 0 : 0.2 * Soft.bump(time + 0.17, 0.07);
        return atria - 0.1 * Soft.bump(time + 0.035, 0.03) + Soft.bump(time, 0.035) - 0.2 * Soft.bump(time - 0.04, 0.035)
                + 0.25 * Soft.bump(time - 0.26, 0.13);
    }
}
