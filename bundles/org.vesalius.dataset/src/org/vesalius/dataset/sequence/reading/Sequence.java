// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.reading;

import java.util.Arrays;
import java.util.List;

/**
 * What was measured in equal steps of time.
 *
 * @param channels their names
 * @param unit of all values; empty where there is none for all
 * @param step seconds; 0 where unknown
 * @param values time × channel, row-major; NaN in gaps
 */
record Sequence(List<String> channels, String unit, double step, float[] values) {

    /** How many steps of time. */
    int length() {
        return values.length / channels.size();
    }

    /** The same with this many steps, the end cut or filled up with gaps. */
    Sequence of(int steps) {
        if (steps == 0 || steps == length()) {
            return this;
        }
        float[] changed = new float[Math.multiplyExact(steps, channels.size())];
        Arrays.fill(changed, Float.NaN);
        System.arraycopy(values, 0, changed, 0, Math.min(values.length, changed.length));
        return new Sequence(channels, unit, step, changed);
    }
}
