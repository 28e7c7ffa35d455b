// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.Locale;
import org.vesalius.network.Layer;

/** Says that an axis would get longer than any array can be. */
final class TooLong {
    private TooLong() {
    }

    /** The length of an axis, if it can be one. */
    static int checked(Layer layer, long length) throws ShapeMismatch {
        if (length > Integer.MAX_VALUE) {
            throw row(layer, length);
        }
        return (int) length;
    }

    static ShapeMismatch row(Layer layer, long length) {
        return new Complaint(layer).say(String.format(Locale.ROOT,
                "would make a row of %,d numbers; shrink the data before it, for instance by pooling.", length),
                String.format(Locale.ROOT, "An axis holds at most %,d numbers, and memory ends long before that.",
                        Integer.MAX_VALUE));
    }
}
