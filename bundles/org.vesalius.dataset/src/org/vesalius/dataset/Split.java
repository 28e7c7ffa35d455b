// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How a data set was divided. The same split of the same samples gives the same parts on every machine; what it gave stands in
 * the columns of parts and folds.
 *
 * @param rule the kind of split
 * @param train the share of samples to train on, 0…1
 * @param validation the share of samples to choose by
 * @param test the share of samples in the test part; the three add up to 1. All three are 0 where a list says the parts
 * @param folds of the rule {@link Rule#FOLDS} how many, else 0
 * @param repeats how often they are dealt anew, at least 1
 * @param column what the rules {@link Rule#LEAVE_OUT} and {@link Rule#TIME} go by; empty for the others
 * @param by the column whose samples of one value stay together; empty if each sample stands for itself
 * @param stratify the columns whose values are shared alike
 * @param seed other seeds deal samples out differently
 * @since 1.0
 */
public record Split(Rule rule, double train, double validation, double test, int folds, int repeats, String column, String by,
        List<String> stratify, long seed) {

    /** What says where a sample comes. */
    public enum Rule {
        /** Samples are dealt out to the parts. */
        PARTS,
        /** Samples that aren't in the test part are dealt out to folds, each of which is held out of one training. */
        FOLDS,
        /** Each value of a column is a fold, such as each site. */
        LEAVE_OUT,
        /** The earliest samples are to train on, the latest to test. */
        TIME,
        /** A list that somebody made says the parts. */
        LISTED_PARTS,
        /** A list that somebody made says the folds. */
        LISTED_FOLDS;

        /** How this rule is written in {@code dataset.json}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Copies the list. */
    public Split {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(by, "by");
        stratify = List.copyOf(stratify);
        if (!(train >= 0 && validation >= 0 && test >= 0 && train + validation + test <= 1 + 1e-9) || folds < 0 || repeats < 1) {
            throw new IllegalArgumentException("shares are from 0 to 1, and no split has fewer than no folds");
        }
    }
}
