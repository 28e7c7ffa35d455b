// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.initial;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Values that parameters start with as they are told. */
public final class FixedValues {
    private FixedValues() {
    }

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

    /**
     * Numbers that are given.
     *
     * @param numbers as many as the parameter holds, or one for all
     */
    public record Listed(List<Double> numbers) implements Initializer {

        /** Copies the list. */
        public Listed {
            numbers = List.copyOf(numbers);
        }

        /**
         * Numbers from a text.
         *
         * @param text numbers separated by blanks
         * @param otherwise the number for all when the text is empty or not set
         * @throws NumberFormatException if a part of it is no number
         */
        public static Listed of(String text, double otherwise) {
            if (text == null || text.isBlank()) {
                return new Listed(List.of(otherwise));
            }
            return new Listed(Arrays.stream(text.strip().split("\\s+")).map(Double::valueOf).toList());
        }

        @Override
        public double[] values(long[] shape, SplittableRandom random) {
            double[] values = new double[Initializer.count(shape)];
            if (numbers.size() != 1 && numbers.size() != values.length) {
                throw new IllegalArgumentException(numbers.size() + " numbers for " + values.length + " places");
            }
            Arrays.setAll(values, i -> numbers.get(numbers.size() == 1 ? 0 : i));
            return values;
        }
    }
}
