// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.compare;

import java.util.Objects;

/**
 * One difference between two networks.
 *
 * @param kind what kind it is
 * @param what what it is about, for people
 * @param left how it is on the left
 * @param right how it is on the right
 * @param take makes the left like the right in this
 */
record Difference(Kind kind, String what, String left, String right, Runnable take) {

    Difference {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(what);
        Objects.requireNonNull(left);
        Objects.requireNonNull(right);
        Objects.requireNonNull(take);
    }

    /** Kinds of differences, in the order of the list. */
    enum Kind {
        /** Only on the right. */
        ADDED("Only on the right"),
        /** Only on the left. */
        REMOVED("Only on the left"),
        /** Another value or type. */
        CHANGED("Changed"),
        /** Fed by another layer. */
        REWIRED("Connected otherwise");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Returns what the list calls it. */
        String label() {
            return label;
        }
    }
}
