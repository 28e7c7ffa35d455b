// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import java.util.Locale;

/** A bar of characters that shows a fraction. */
final class Bar {

    private static final int WIDTH = 24;

    private Bar() {
        // one function
    }

    /** The bar of a fraction from 0 to 1, with its percentage. */
    static String of(double fraction) {
        double bounded = Math.max(0, Math.min(1, fraction));
        int filled = (int) Math.floor(bounded * WIDTH);
        return "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] "
                + String.format(Locale.ROOT, "%3d %%", (int) Math.floor(bounded * 100));
    }
}
