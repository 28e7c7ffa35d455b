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

/** A number or a text, typed in. What cannot be understood is marked and does not reach the model. */
final class TextField extends AttributeField {

    private static final int NUMBER_WIDTH = 90;

    private final ValueParser parser;
    private Text text;

    TextField(FormContext context, EObject target, EAttribute attribute) {
        super(context, target, attribute);
        parser = new ValueParser(attribute);
    }

    @Override
    void createControls(Composite parent) {
        context().toolkit().createLabel(parent, info().label() + ":");
        text = new Text(parent, SWT.SINGLE | SWT.BORDER | (parser.isNumber() ? SWT.RIGHT : SWT.LEFT));
        context().toolkit().adapt(text, true, false);
        text.addListener(SWT.Modify, event -> modified());
        if (!parser.isNumber()) {
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
        ValueParser.Outcome typed = parser.parse(text.getText());
        if (typed.value().isEmpty() || !typed.value().get().equals(value())) {
            text.setText(parser.format(value()));
        }
    }

    private void modified() {
        ValueParser.Outcome typed = parser.parse(text.getText());
        context().messages().removeMessage(this, text);
        if (typed.value().isEmpty()) {
            context().messages().addMessage(this, info().label() + ": " + typed.problem(), null,
                    IMessageProvider.ERROR, text);
            return;
        }
        commit(typed.value().get());
    }
}
