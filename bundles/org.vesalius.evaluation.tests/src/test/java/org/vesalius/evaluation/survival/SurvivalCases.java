// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.survival;

/** Ten samples with ties between events, and between events and ends of follow-up. */
final class SurvivalCases {
    private static final double[] WEEKS = {1, 1, 2, 3, 3, 3, 4, 5, 6, 7};
    private static final boolean[] EVENTS = {true, true, false, true, true, false, true, false, true, false};
    static final SurvivalTimes TIMES = new SurvivalTimes(WEEKS, EVENTS);
    static final double[] LOG_HAZARDS = {1.2, .3, .8, .9, -.2, .1, .4, -.5, -1, -.3};

    private SurvivalCases() {
    }
}
