// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.initial;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Biases of an LSTM: 1 for the forget gate, so that memory is kept at first, 0 for the others. DL4J's order of the four
 * groups is candidate, forget, output, input. Source: Jozefowicz, Zaremba and Sutskever, ICML 2015.
 *
 * @param units number of units
 */
public record LstmBias(int units) implements Initializer {

    @Override
    public double[] values(long[] shape, SplittableRandom random) {
        double[] values = new double[Initializer.count(shape)];
        Arrays.fill(values, units, 2 * units, 1);
        return values;
    }
}
