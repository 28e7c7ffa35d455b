// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.util.Arrays;
import java.util.List;

/** The truth of survival: times to an event, or to the end of a follow-up. */
final class SurvivalTargets {
    private static final int TIME_AND_EVENT = 2;

    private final String layer;
    private final float[] times;
    private final float[] events;

    /**
     * @param layer name of the Output layer
     * @param times the time of each sample; NaN where it isn't known
     * @param events 1 where the event came then, 0 where the follow-up ended; NaN where it isn't known
     */
    SurvivalTargets(String layer, float[] times, float[] events) {
        this.layer = layer;
        this.times = times;
        this.events = events;
    }

    /** Two values a sample, time and event, for a likelihood that compares samples. */
    TargetSource timesAndEvents() {
        float[] truth = new float[times.length * TIME_AND_EVENT];
        float[] weights = new float[truth.length];
        for (int i = 0; i < times.length; i++) {
            if (known(i)) {
                truth[i * TIME_AND_EVENT] = times[i];
                truth[i * TIME_AND_EVENT + 1] = events[i];
                Arrays.fill(weights, i * TIME_AND_EVENT, (i + 1) * TIME_AND_EVENT, 1);
            }
        }
        return new NumberTarget(layer, new int[] {TIME_AND_EVENT}, truth, weights);
    }

    /**
     * A value for each interval of time: 1 in that of the event. The intervals before count, and after an end of the
     * follow-up those that it lasted through at least half of (Gensheimer and Narasimhan, PeerJ 7:e6257, 2019); what comes
     * later isn't known.
     *
     * @param bounds the ends of the intervals; the first begins at 0
     */
    TargetSource intervals(List<Double> bounds) {
        int count = bounds.size();
        float[] truth = new float[times.length * count];
        float[] weights = new float[truth.length];
        for (int i = 0; i < times.length; i++) {
            if (known(i)) {
                int interval = interval(times[i], bounds);
                boolean event = events[i] > 0 && interval < count;
                int lasted = event ? interval : lasted(times[i], interval, bounds);
                Arrays.fill(weights, i * count, i * count + lasted + (event ? 1 : 0), 1);
                if (event) {
                    truth[i * count + interval] = 1;
                }
            }
        }
        return new NumberTarget(layer, new int[] {count}, truth, weights);
    }

    private boolean known(int sample) {
        return !Float.isNaN(times[sample]) && !Float.isNaN(events[sample]);
    }

    /**
     * The first interval that ends at this time or later. A bound is the time of an event, so that it is rounded as times
     * are before they are compared.
     */
    private static int interval(float time, List<Double> bounds) {
        int interval = 0;
        while (interval < bounds.size() && time > bounds.get(interval).floatValue()) {
            interval++;
        }
        return interval;
    }

    private static int lasted(float time, int interval, List<Double> bounds) {
        if (interval == bounds.size()) {
            return interval;
        }
        double begin = interval == 0 ? 0 : bounds.get(interval - 1);
        return time >= (float) ((begin + bounds.get(interval)) / 2) ? interval + 1 : interval;
    }
}
