// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange;

import java.util.Objects;

/**
 * What became of one layer.
 *
 * @param layer its name; in nested models with that of the model before it, as in {@code encoder/conv1}
 * @param type its type in the tool it comes from
 * @param fidelity how well it went over
 * @param note what differs or should be known; empty if there is nothing to say
 */
public record LayerNote(String layer, String type, Fidelity fidelity, String note) {
    public LayerNote {
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(fidelity, "fidelity");
        Objects.requireNonNull(note, "note");
    }

    /** One line for people: {@code conv1 (Conv2D): exact}. */
    public String line() {
        return layer + " (" + type + "): " + fidelity.label() + (note.isEmpty() ? "" : ": " + note);
    }
}
