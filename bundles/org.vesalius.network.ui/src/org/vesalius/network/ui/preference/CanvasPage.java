// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.preference;

import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** How canvases look at first. */
public final class CanvasPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
    /** The page. */
    public CanvasPage() {
        super(GRID);
        setPreferenceStore(CanvasPreferences.store());
        setDescription("Networks that are opened from now on begin with these settings; the Network menu changes them for "
                + "one canvas.");
    }

    @Override
    public void init(IWorkbench workbench) {
        // nothing of it is needed
    }

    @Override
    protected void createFieldEditors() {
        addField(new BooleanFieldEditor(CanvasPreferences.SNAP, "&Snap layers to the grid and to each other",
                getFieldEditorParent()));
        addField(new BooleanFieldEditor(CanvasPreferences.GRID, "Show the lines of the &grid", getFieldEditorParent()));
    }
}
