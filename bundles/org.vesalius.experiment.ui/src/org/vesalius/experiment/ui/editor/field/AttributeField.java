// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.field;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.vesalius.network.meta.AttributeInfo;

/**
 * The editing field of one attribute. Label, tooltip, limits and unit come from the metamodel.
 */
public abstract class AttributeField {

    private final FormContext context;
    private final EObject target;
    private final EAttribute attribute;
    private final AttributeInfo info;
    private final Runnable refresher = this::refreshFromModel;

    AttributeField(FormContext context, EObject target, EAttribute attribute) {
        this.context = context;
        this.target = target;
        this.attribute = attribute;
        info = AttributeInfo.of(attribute);
    }

    /**
     * Creates the kind of field that suits the type of an attribute, in a grid of three columns: label, field, unit.
     *
     * @param parent has a grid layout of three columns
     */
    public static AttributeField create(FormContext context, Composite parent, EObject target, EAttribute attribute) {
        AttributeField field;
        if (attribute.getEAttributeType() instanceof EEnum) {
            field = new ChoiceField(context, target, attribute);
        } else if (attribute.getEAttributeType().getInstanceClass() == boolean.class) {
            field = new CheckField(context, target, attribute);
        } else {
            field = new TextField(context, target, attribute);
        }
        field.open(parent);
        return field;
    }

    private void open(Composite parent) {
        createControls(parent);
        control().setToolTipText(info.documentation());
        control().addListener(SWT.FocusOut, event -> context.history().endTyping());
        control().addListener(SWT.Dispose, event -> close());
        context.onRefresh(refresher);
        refreshFromModel();
    }

    private void close() {
        context.removeRefresh(refresher);
        context.messages().removeMessage(this);
    }

    /** Creates label, field and unit. */
    abstract void createControls(Composite parent);

    /** Returns the widget that holds the value. */
    public abstract Control control();

    /** Shows the value of the model. */
    abstract void refreshFromModel();

    /** Returns the value of the model. */
    final Object value() {
        return target.eGet(attribute);
    }

    /** Changes the model, unless it has this value already or the widget is only being filled. */
    final void commit(Object value) {
        if (!context.refreshing() && !value.equals(value())) {
            context.history().type(target, attribute, value);
        }
    }

    final FormContext context() {
        return context;
    }

    final EAttribute attribute() {
        return attribute;
    }

    final AttributeInfo info() {
        return info;
    }
}
