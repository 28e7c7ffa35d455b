// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.initial;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Biases of groups of units side by side: 1 for one group, 0 for the others.
 *
 * @param units number of units in a group
 * @param group number of the group that starts at 1
 */
public record GateBias(int units, int group) implements Initializer {

    @Override
    public double[] values(long[] shape, SplittableRandom random) {
        double[] values = new double[Initializer.count(shape)];
        Arrays.fill(values, group * units, (group + 1) * units, 1);
        return values;
    }
}
