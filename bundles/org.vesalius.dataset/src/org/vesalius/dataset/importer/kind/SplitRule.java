// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/** How samples come into the subsets of a data set. */
public sealed interface SplitRule {
    /** How large the validation subset is where it has to be taken out of the training folder. */
    double VALIDATION_FRACTION = 0.15;

    /** A percentage as people write it. */
    Pattern NUMBER = Pattern.compile("\\d{1,3}(\\.\\d{1,9})?");

    /** Percentages with decimals needn't add up exactly. */
    double SUM_TOLERANCE = 1e-7;

    /**
     * The subsets are the folders train, validation (or val, valid) and test. Where there is no validation folder, the
     * subset is taken out of the training folder.
     *
     * @param validationFraction how much of the training folder's samples it takes then, 0…0.5
     */
    record Folders(double validationFraction) implements SplitRule {
        /** Checks the bounds. */
        public Folders {
            if (!(validationFraction >= 0 && validationFraction <= 0.5)) {
                throw new IllegalArgumentException("the validation fraction lies between 0 and 0.5");
            }
        }
    }

    /**
     * Samples are dealt out at random, patient by patient, with the same share of each category in each subset.
     *
     * @param train how much goes into the training subset, above 0
     * @param validation how much goes into the validation subset
     * @param test how much goes into the test subset; the three add up to 1
     */
    record Fractions(double train, double validation, double test) implements SplitRule {
        private static final double TOLERANCE = 1e-9;

        /** Checks the bounds. */
        public Fractions {
            boolean sound = train > 0 && validation >= 0 && test >= 0;
            if (!sound || Math.abs(train + validation + test - 1) > TOLERANCE) {
                throw new IllegalArgumentException("the fractions of the subsets add up to 1");
            }
        }
    }

    /**
     * The rule that is written like this.
     *
     * @param text {@code folders}, or percentages such as {@code 70/15/15}
     * @throws ReportedException if it is neither
     */
    static SplitRule parse(String text) {
        if (text.equals("folders")) {
            return new Folders(VALIDATION_FRACTION);
        }
        String[] numbers = text.split("/", -1);
        if (numbers.length != 3 || !Arrays.stream(numbers).allMatch(number -> NUMBER.matcher(number).matches())) {
            throw invalid("'" + text + "' is no way to split a data set.");
        }
        double[] percent = Arrays.stream(numbers).mapToDouble(Double::parseDouble).toArray();
        double sum = Arrays.stream(percent).sum();
        if (Math.abs(sum - 100) > SUM_TOLERANCE) {
            throw invalid("The percentages '" + text + "' add up to " + new BigDecimal(sum).setScale(6,
                    RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + ", not to 100.");
        }
        if (percent[0] == 0) {
            throw invalid("With the split '" + text + "' nothing is left to train on.");
        }
        return new Fractions(percent[0] / 100, percent[1] / 100, percent[2] / 100);
    }

    private static ReportedException invalid(String message) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message,
                "Write 'folders', or the percentages of train, validation and test such as 70/15/15; they add up to "
                        + "100, and train is more than 0.");
    }
}
