// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a phantom shows. */
public enum Finding {
    /** Nothing that matters. */
    CLEAR,
    /** One or two patchy opacities in the lungs, as pneumonia makes them. */
    OPACITY,
    /** One to three round masses in the lungs, as tumours and their metastases make them. */
    MASS;

    /** How it is written in sample values and category names. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The finding that is written like this; empty if there is none. */
    public static Optional<Finding> of(String text) {
        return Arrays.stream(values()).filter(finding -> finding.text().equals(text)).findFirst();
    }
}
