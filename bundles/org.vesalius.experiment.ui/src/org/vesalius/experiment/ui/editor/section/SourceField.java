// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import java.util.List;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.vesalius.experiment.ui.editor.field.FormContext;
import org.vesalius.experiment.ui.editor.field.Metamodel;
import org.vesalius.experiment.ui.editor.field.Reflow;
import org.vesalius.ui.field.ModelEdits.Change;
import org.vesalius.ui.field.FieldGrid;

/** The path of a file beside the experiment: typed in or chosen among those there are, with what it leads to below. */
final class SourceField {

    private final FormContext context;
    private final EObject target;
    private final EAttribute attribute;
    private final Combo combo;
    private final Label found;
    private boolean offering;

    SourceField(FormContext context, Composite parent, EObject target, EAttribute attribute) {
        this.context = context;
        this.target = target;
        this.attribute = attribute;
        FieldGrid.label(parent, Metamodel.label(attribute) + ":", "");
        combo = new Combo(parent, SWT.DROP_DOWN);
        FieldGrid.ignoreWheel(combo);
        combo.setToolTipText(Metamodel.documentation(attribute));
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(combo);
        combo.addListener(SWT.Modify, event -> commit());
        combo.addListener(SWT.FocusOut, event -> context.history().endTyping());
        context.toolkit().createLabel(parent, "");
        found = context.toolkit().createLabel(parent, "", SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(300, SWT.DEFAULT).applyTo(found);
        context.onRefresh(this::refresh);
        refresh();
    }

    private void commit() {
        if (!offering && !context.refreshing() && !combo.getText().equals(value())) {
            context.history().apply("Change " + Metamodel.label(attribute),
                    List.of(new Change(target, attribute, combo.getText())), true);
        }
    }

    private String value() {
        Object value = target.eGet(attribute);
        return value == null ? "" : (String) value;
    }

    private void refresh() {
        if (!combo.getText().equals(value())) {
            combo.setText(value());
        }
    }

    /** Offers paths to choose from; what is typed in stays. */
    void offer(List<String> paths) {
        if (List.of(combo.getItems()).equals(paths)) {
            return;
        }
        String typed = combo.getText();
        offering = true;
        combo.setItems(paths.toArray(String[]::new));
        combo.setText(typed);
        offering = false;
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
