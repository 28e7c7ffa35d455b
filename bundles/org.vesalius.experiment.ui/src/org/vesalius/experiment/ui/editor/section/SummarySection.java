// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.vesalius.experiment.ui.editor.field.FormContext;
import org.vesalius.experiment.ui.editor.field.Reflow;
import org.vesalius.experiment.ui.editor.resolve.Resolved;

/** What a run would do. */
public final class SummarySection {

    private final Label label;
    private final ResolvedText text = new ResolvedText();

    /** Creates the section. */
    public SummarySection(FormContext context, Composite parent) {
        Composite grid = FormSection.create(context.toolkit(), parent, "What a run would do", "", 1);
        label = context.toolkit().createLabel(grid, "", SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(label);
    }

    /** Says what a run would do. */
    public void show(Resolved resolved) {
        label.setText(text.run(resolved));
        Reflow.around(label.getParent());
    }
}
