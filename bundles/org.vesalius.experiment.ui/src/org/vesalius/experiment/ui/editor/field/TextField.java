// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.field;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.vesalius.network.meta.AttributeText;

/** A number or a text, typed in. What can't be understood is marked and does not reach the model. */
final class TextField extends AttributeField {

    private static final int NUMBER_WIDTH = 90;

    private final AttributeText values;
    private Text text;

    TextField(FormContext context, EObject target, EAttribute attribute) {
        super(context, target, attribute);
        values = new AttributeText(attribute);
    }

    @Override
    void createControls(Composite parent) {
        context().toolkit().createLabel(parent, info().label() + ":");
        text = new Text(parent, SWT.SINGLE | SWT.BORDER | (values.isText() ? SWT.LEFT : SWT.RIGHT));
        context().toolkit().adapt(text, true, false);
        text.addListener(SWT.Modify, event -> modified());
        if (values.isText()) {
            GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(text);
            return;
        }
        GridDataFactory.swtDefaults().hint(NUMBER_WIDTH, SWT.DEFAULT).applyTo(text);
        Label unit = context().toolkit().createLabel(parent, info().unit());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(unit);
    }

    @Override
    public Control control() {
        return text;
    }

    @Override
    void refreshFromModel() {
        String typed = text.getText();
        if (values.fault(typed).isPresent() || !values.parse(typed).equals(value())) {
            text.setText(AttributeText.format(value()));
        }
    }

    private void modified() {
        String typed = text.getText();
        context().messages().removeMessage(this, text);
        values.fault(typed).ifPresentOrElse(this::complain, () -> commit(values.parse(typed)));
    }

    private void complain(String fault) {
        context().messages().addMessage(this, info().label() + ": " + fault, null, IMessageProvider.ERROR, text);
    }
}
