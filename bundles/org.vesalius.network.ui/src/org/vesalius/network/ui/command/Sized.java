// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

/** A command that knows how much it keeps for its undo. */
public interface Sized {
    /** Returns how many values and objects are kept, at least 1. */
    int size();
}
