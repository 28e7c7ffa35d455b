// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import java.util.Arrays;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/** How samples come into the parts of a data set. */
public sealed interface SplitRule {
    /** How large the validation part is where it has to be taken out of the training folder. */
    double VALIDATION_FRACTION = 0.15;

    /**
     * The parts are the folders train, validation (or val, valid) and test. Where there is no validation folder, the
     * part is taken out of the training folder.
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
     * Samples are dealt out at random, patient by patient, with the same share of each category in each part.
     *
     * @param train how much goes into the training part, above 0
     * @param validation how much goes into the validation part
     * @param test how much goes into the test part; the three add up to 1
     */
    record Fractions(double train, double validation, double test) implements SplitRule {
        private static final double TOLERANCE = 1e-9;

        /** Checks the bounds. */
        public Fractions {
            boolean sound = train > 0 && validation >= 0 && test >= 0;
            if (!sound || Math.abs(train + validation + test - 1) > TOLERANCE) {
                throw new IllegalArgumentException("the fractions of the parts add up to 1");
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
        try {
            double[] percent = Arrays.stream(text.split("/", -1)).mapToDouble(Double::parseDouble).toArray();
            if (percent.length == 3) {
                return new Fractions(percent[0] / 100, percent[1] / 100, percent[2] / 100);
            }
        } catch (IllegalArgumentException e) {
            throw invalid(text, e);
        }
        throw invalid(text, null);
    }

    private static ReportedException invalid(String text, Exception cause) {
        return new ReportedException(ErrorKind.INVALID_INPUT, "'" + text + "' is no way to split a data set.", null,
                "Write 'folders', or the percentages of train, validation and test such as 70/15/15; they add up to "
                        + "100.", cause);
    }
}
