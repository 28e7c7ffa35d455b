// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How several values of one step of time become one. */
public enum Aggregation {
    MEAN {
        @Override
        double of(double[] values) {
            return SUM.of(values) / values.length;
        }
    },
    MEDIAN {
        @Override
        double of(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    },
    FIRST {
        @Override
        double of(double[] values) {
            return values[0];
        }
    },
    LAST {
        @Override
        double of(double[] values) {
            return values[values.length - 1];
        }
    },
    MIN {
        @Override
        double of(double[] values) {
            return Arrays.stream(values).min().orElseThrow();
        }
    },
    MAX {
        @Override
        double of(double[] values) {
            return Arrays.stream(values).max().orElseThrow();
        }
    },
    SUM {
        @Override
        double of(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum;
        }
    };

    /**
     * One value of several.
     *
     * @param values at least one, in the order of time
     */
    abstract double of(double[] values);

    /** How it is written. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is written like this. */
    public static Optional<Aggregation> of(String text) {
        return Arrays.stream(values()).filter(rule -> rule.text().equals(text)).findFirst();
    }
}
