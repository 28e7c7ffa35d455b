// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

/** Probabilities that logarithms can be taken of. */
final class Probability {

    /** How near to 0 and to 1 a probability is taken to be at most, as in Keras. */
    static final double EPSILON = 1e-7;

    private Probability() {
    }

    /** The probability, kept away from 0 and 1. */
    static double clipped(double p) {
        return Math.min(Math.max(p, EPSILON), 1 - EPSILON);
    }
}
