// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;

/** The frame of a section: a title, a line that says what it is for, and a grid below. */
final class FormSection {

    private FormSection() {
    }

    /** Creates a section and returns its grid of {@code columns} columns. */
    static Composite create(FormToolkit toolkit, Composite parent, String title, String description, int columns) {
        Section section = toolkit.createSection(parent,
                description.isEmpty() ? SWT.NONE : Section.DESCRIPTION);
        // The bar behind a title is painted by way of an image that GTK leaves half black at 200 %.
        section.setSeparatorControl(new Label(section, SWT.SEPARATOR | SWT.HORIZONTAL));
        section.setText(title);
        if (!description.isEmpty()) {
            section.setDescription(description);
        }
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        Composite grid = toolkit.createComposite(section);
        GridLayoutFactory.fillDefaults().numColumns(columns).margins(2, 4).spacing(8, 6).applyTo(grid);
        grid.setBackgroundMode(SWT.INHERIT_DEFAULT);
        section.setClient(grid);
        return grid;
    }
}
