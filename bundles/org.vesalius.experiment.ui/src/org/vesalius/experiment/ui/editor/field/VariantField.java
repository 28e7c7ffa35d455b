// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.vesalius.ui.field.FieldGrid;

/**
 * A part of the model that may be of several types, such as the optimiser: a list of the types, and below it the
 * attributes of the one that is chosen. Types and attributes come from the metamodel.
 */
public final class VariantField {

    private final FormContext context;
    private final EObject owner;
    private final EReference reference;
    private final List<Optional<EClass>> variants = new ArrayList<>();
    private final Optional<EClass> meant;
    private final Combo combo;
    private final Composite attributes;
    private EObject shown;

    /**
     * Creates the field.
     *
     * @param parent has a grid layout of three columns
     * @param absent what to call having no such part; empty when there must be one, or a type says the same
     * @param meant the type that having no such part says the same as; empty when there is none
     */
    public VariantField(FormContext context, Composite parent, EObject owner, EReference reference,
            Optional<String> absent, Optional<EClass> meant) {
        this.meant = meant;
        this.context = context;
        this.owner = owner;
        this.reference = reference;
        FieldGrid.label(parent, Metamodel.label(reference) + ":", "");
        combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        FieldGrid.ignoreWheel(combo);
        combo.setToolTipText(Metamodel.documentation(reference));
        GridDataFactory.swtDefaults().span(2, 1).applyTo(combo);
        absent.ifPresent(label -> add(Optional.empty(), label));
        Metamodel.concreteTypes(reference.getEReferenceType()).forEach(type -> add(Optional.of(type), Metamodel.label(type)));
        attributes = context.toolkit().createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(3).extendedMargins(16, 0, 0, 0).applyTo(attributes);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).exclude(true).applyTo(attributes);
        combo.addListener(SWT.Selection, event -> choose(variants.get(combo.getSelectionIndex())));
        context.onRefresh(combo, this::refresh);
        refresh();
    }

    private void add(Optional<EClass> type, String label) {
        variants.add(type);
        combo.add(label);
    }

    private void choose(Optional<EClass> type) {
        EObject current = (EObject) owner.eGet(reference);
        if (type.equals(Optional.ofNullable(current).map(EObject::eClass))) {
            return;
        }
        context.history().change(Metamodel.label(reference),
                () -> owner.eSet(reference, type.map(chosen -> Metamodel.create(chosen, current)).orElse(null)));
    }

    private void refresh() {
        EObject current = (EObject) owner.eGet(reference);
        combo.select(variants.indexOf(Optional.ofNullable(current).map(EObject::eClass).or(() -> meant)));
        if (current != shown || attributes.getChildren().length == 0 && current != null) {
            shown = current;
            rebuild();
        }
    }

    private void rebuild() {
        for (var child : attributes.getChildren()) {
            child.dispose();
        }
        List<EAttribute> all = shown == null ? List.of() : shown.eClass().getEAllAttributes();
        all.forEach(attribute -> context.createField(attributes, shown, attribute));
        if (shown != null) {
            combo.setToolTipText(EcoreUtil.getDocumentation(shown.eClass()));
        }
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).exclude(all.isEmpty()).applyTo(attributes);
        attributes.setVisible(!all.isEmpty());
        Reflow.around(attributes);
    }
}
