// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;

/** Grids inside a section of three columns. */
final class Grids {

    private Grids() {
    }

    /** Makes a composite a grid of label and field that takes the whole width. */
    static void wide(Composite area) {
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 6).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(area);
    }
}
