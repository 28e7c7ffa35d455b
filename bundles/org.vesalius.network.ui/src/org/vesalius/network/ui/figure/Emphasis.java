// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

/** How a figure stands out at the moment. */
public enum Emphasis {
    /** Not at all. */
    NONE,
    /** One of several that are selected, or where something is about to be dropped. */
    SELECTED,
    /** The one that the Properties view shows. */
    PRIMARY
}
