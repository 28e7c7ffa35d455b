// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import java.util.List;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.vesalius.experiment.ui.editor.field.FormContext;
import org.vesalius.experiment.ui.editor.field.Reflow;
import org.vesalius.experiment.ui.editor.field.SuggestedField;

/** The path of a file beside the experiment: typed in or chosen among those there are, with what it leads to below. */
final class SourceField {

    private final SuggestedField path;
    private final Label found;
    private List<String> paths = List.of();

    SourceField(FormContext context, Composite parent, EObject target, EAttribute attribute) {
        path = new SuggestedField(context, target, attribute, () -> paths);
        path.create(parent);
        context.toolkit().createLabel(parent, "");
        found = context.toolkit().createLabel(parent, "", SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(300, SWT.DEFAULT).applyTo(found);
        context.onRefresh(found, path::refresh);
        path.refresh();
    }

    /** Offers paths to choose from; what is typed in stays. */
    void offer(List<String> there) {
        paths = there;
        path.refresh();
    }

    /** Says what the path leads to. */
    void describe(String words) {
        String shown = words.replace("&", "&&");
        if (!found.getText().equals(shown)) {
            found.setText(shown);
            Reflow.around(found.getParent());
        }
    }
}
