// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.field;

import java.util.List;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.vesalius.network.meta.ValueText;

/** A list of the values of an enumeration, by the words that people use for them. */
final class ChoiceField extends AttributeField {
    private final List<EEnumLiteral> literals;
    private Combo combo;

    ChoiceField(SharedAttribute attribute, ModelEdits edits) {
        super(attribute, edits);
        literals = List.copyOf(((EEnum) attribute.attribute().getEAttributeType()).getELiterals());
    }

    static boolean fits(EAttribute attribute) {
        return attribute.getEAttributeType() instanceof EEnum;
    }

    @Override
    public void create(Composite grid) {
        label(grid);
        combo = new Combo(grid, SWT.READ_ONLY | SWT.DROP_DOWN);
        literals.forEach(literal -> combo.add(ValueText.literal(literal.getInstance())));
        FieldGrid.fill(combo, FieldGrid.COLUMNS - 1);
        combo.addListener(SWT.Selection, event -> chosen());
        FieldGrid.ignoreWheel(combo);
    }

    private void chosen() {
        int index = combo.getSelectionIndex();
        if (index >= 0 && index < literals.size()) {
            commit(literals.get(index).getInstance());
        }
    }

    @Override
    public void refresh() {
        if (combo.getItemCount() > literals.size()) {
            combo.remove(literals.size());
        }
        if (attribute().isMixed()) {
            combo.add(attribute().mixedText());
            combo.select(literals.size());
            combo.setToolTipText(WordWrap.tip(documentation()));
            return;
        }
        int index = index((Enumerator) attribute().value());
        combo.select(index);
        String chosen = index < 0 ? "" : EcoreUtil.getDocumentation(literals.get(index));
        combo.setToolTipText(WordWrap.tip(chosen == null || chosen.isBlank() ? documentation()
                : combo.getItem(index) + ": " + chosen));
    }

    private int index(Enumerator value) {
        for (int i = 0; i < literals.size(); i++) {
            if (literals.get(i).getInstance() == value) {
                return i;
            }
        }
        return -1;
    }
}

/** Yes or no; greyed where some of the objects say yes and some no. */
final class FlagField extends AttributeField {
    private Button box;

    FlagField(SharedAttribute attribute, ModelEdits edits) {
        super(attribute, edits);
    }

    static boolean fits(EAttribute attribute) {
        return attribute.getEAttributeType() == EcorePackage.Literals.EBOOLEAN;
    }

    @Override
    public void create(Composite grid) {
        FieldGrid.label(grid, "", "");
        box = new Button(grid, SWT.CHECK);
        box.setText(attribute().info().label());
        box.setToolTipText(WordWrap.tip(documentation()));
        FieldGrid.fill(box, FieldGrid.COLUMNS - 1);
        box.addListener(SWT.Selection, event -> commit(box.getSelection()));
        offerReset(box);
    }

    @Override
    public void refresh() {
        boolean mixed = attribute().isMixed();
        box.setSelection(mixed || Boolean.TRUE.equals(attribute().value()));
        box.setGrayed(mixed);
        box.setText(attribute().info().label() + (mixed ? " (" + attribute().mixedText() + ")" : ""));
    }
}
