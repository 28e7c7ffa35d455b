// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.util.Locale;
import java.util.Optional;

/** What a sample is used for. */
public enum Subset {
    /** The network learns from it. */
    TRAIN,
    /** Chooses among epochs and settings; never learnt from. */
    VALIDATION,
    /** Only looked at when all choices are made. */
    TEST;

    /** How this subset is written in {@code samples.csv} and said to the user. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The subset that is written like this; empty if there is none. */
    public static Optional<Subset> of(String text) {
        return switch (text) {
            case "train" -> Optional.of(TRAIN);
            case "validation" -> Optional.of(VALIDATION);
            case "test" -> Optional.of(TEST);
            default -> Optional.empty();
        };
    }
}
