// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.preference;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/**
 * How canvases look at first; each can be changed from its menu.
 *
 * @param snap whether layers snap to the grid and to each other
 * @param grid whether the lines of the grid are shown
 */
public record CanvasPreferences(boolean snap, boolean grid) {
    static final String SNAP = "canvas.snap";
    static final String GRID = "canvas.grid";

    /** Those of this workspace. */
    public static CanvasPreferences current() {
        IPreferenceStore store = store();
        return new CanvasPreferences(store.getBoolean(SNAP), store.getBoolean(GRID));
    }

    static IPreferenceStore store() {
        IPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, "org.vesalius.network.ui");
        store.setDefault(SNAP, true);
        store.setDefault(GRID, false);
        return store;
    }
}
