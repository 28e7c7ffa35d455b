// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.theme;

/** Whether the workbench shows light or dark surfaces. */
public enum Brightness {
    /** Dark text on light surfaces. */
    LIGHT,
    /** Light text on dark surfaces. */
    DARK;

    /** Returns the one of two values that fits, for instance one of two colours. */
    public <T> T choose(T light, T dark) {
        return this == LIGHT ? light : dark;
    }
}
