// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.record;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.random.SeededRandom;

/** What made-up patients are like, and what becomes of them. */
public interface RecordModel {
    /** What the table is called; other names make other patients. */
    String name();

    /** What is known of each patient. */
    List<Column> columns();

    /** A patient: the texts of the columns by column name. */
    Map<String, String> draw(SeededRandom random);

    /** What the parts of the table are to hold equal shares of. */
    String stratum(Map<String, String> patient);

    /** The probability of these log odds; the same to the bit on every machine. */
    static double probability(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** A number as the table holds it. */
    static String text(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A number with so many decimals, so that what happens depends on what the table holds. */
    static double rounded(double value, int decimals) {
        return Double.parseDouble(text(value, decimals));
    }
}
