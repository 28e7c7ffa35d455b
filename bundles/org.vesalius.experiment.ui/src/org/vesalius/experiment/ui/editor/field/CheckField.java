// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.field;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Yes or no. */
final class CheckField extends AttributeField {

    private Button button;

    CheckField(FormContext context, EObject target, EAttribute attribute) {
        super(context, target, attribute);
    }

    @Override
    void createControls(Composite parent) {
        button = context().toolkit().createButton(parent, info().label(), SWT.CHECK);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(button);
        button.addListener(SWT.Selection, event -> commit(button.getSelection()));
    }

    @Override
    public Control control() {
        return button;
    }

    @Override
    void refreshFromModel() {
        button.setSelection(Boolean.TRUE.equals(value()));
    }
}
