// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.weights;

/** Text from a file, cut to what a message bears. */
final class Abbreviation {
    private static final int LENGTH = 80;

    private Abbreviation() {
    }

    static String brief(String text) {
        return text.length() > LENGTH ? text.substring(0, LENGTH) + "…" : text;
    }
}
