// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange;

/** How well a layer went from one tool to another. */
public enum Fidelity {
    /** It computes the same. */
    EXACT("exact"),
    /** It computes nearly the same; the note says what differs. */
    APPROXIMATED("approximated"),
    /** The other side has no such layer: a placeholder or a comment keeps what was said of it. */
    UNKNOWN("unknown");

    private final String label;

    Fidelity(String label) {
        this.label = label;
    }

    /** The word that reports use. */
    public String label() {
        return label;
    }
}
