// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.initial;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Every value the same.
 *
 * @param value the value
 */
public record Constant(double value) implements Initializer {

    @Override
    public double[] values(long[] shape, SplittableRandom random) {
        double[] values = new double[Initializer.count(shape)];
        Arrays.fill(values, value);
        return values;
    }
}
