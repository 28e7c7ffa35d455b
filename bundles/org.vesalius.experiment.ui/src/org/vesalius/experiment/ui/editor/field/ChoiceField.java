// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.field;

import java.util.List;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** One of the literals of an enumeration. */
final class ChoiceField extends AttributeField {

    private final List<Enumerator> literals;
    private Combo combo;

    ChoiceField(FormContext context, EObject target, EAttribute attribute) {
        super(context, target, attribute);
        literals = ((EEnum) attribute.getEAttributeType()).getELiterals().stream().map(EEnumLiteral::getInstance).toList();
    }

    @Override
    void createControls(Composite parent) {
        context().toolkit().createLabel(parent, info().label() + ":");
        combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        literals.forEach(literal -> combo.add(words(literal)));
        GridDataFactory.swtDefaults().span(2, 1).applyTo(combo);
        combo.addListener(SWT.Selection, event -> commit(literals.get(combo.getSelectionIndex())));
    }

    /** "validation-loss" becomes "Validation loss". */
    private static String words(Enumerator literal) {
        String spaced = literal.getLiteral().replace('-', ' ');
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    @Override
    public Control control() {
        return combo;
    }

    @Override
    void refreshFromModel() {
        combo.select(literals.indexOf(value()));
    }
}
