// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.field;

import java.util.List;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.vesalius.network.meta.AttributeInfo;
import org.vesalius.network.meta.ValueText;

/**
 * A list of the values that an attribute may have, by the words that people use for them. A text that is none of them,
 * as another version may have written it, stays until another is chosen.
 */
final class ChoiceField extends AttributeField {
    private final List<Choice> choices;
    private Combo combo;

    ChoiceField(SharedAttribute attribute, ModelEdits edits) {
        super(attribute, edits);
        choices = choices(attribute.attribute());
    }

    static boolean fits(EAttribute attribute) {
        return !choices(attribute).isEmpty();
    }

    private static List<Choice> choices(EAttribute attribute) {
        if (attribute.getEAttributeType() instanceof EEnum type) {
            return type.getELiterals().stream().map(literal -> new Choice(literal.getInstance(),
                    ValueText.literal(literal.getInstance()), EcoreUtil.getDocumentation(literal))).toList();
        }
        return AttributeInfo.of(attribute).choices().stream().map(text -> new Choice(text, ValueText.words(text), ""))
                .toList();
    }

    /** A value with the words for it; without documentation, null or blank. */
    private record Choice(Object value, String words, String documentation) {
    }

    @Override
    public void create(Composite grid) {
        label(grid);
        combo = new Combo(grid, SWT.READ_ONLY | SWT.DROP_DOWN);
        choices.forEach(choice -> combo.add(choice.words()));
        FieldGrid.fill(combo, FieldGrid.COLUMNS - 1);
        combo.addListener(SWT.Selection, event -> chosen());
        FieldGrid.ignoreWheel(combo);
    }

    private void chosen() {
        int index = combo.getSelectionIndex();
        if (index >= 0 && index < choices.size()) {
            commit(choices.get(index).value());
        }
    }

    @Override
    public void refresh() {
        if (combo.getItemCount() > choices.size()) {
            combo.remove(choices.size());
        }
        int index = attribute().isMixed() ? -1 : index(attribute().value());
        if (index < 0) {
            combo.add(attribute().isMixed() ? attribute().mixedText() : String.valueOf(attribute().value()));
            combo.select(choices.size());
            combo.setToolTipText(WordWrap.tip(documentation()));
            return;
        }
        combo.select(index);
        String chosen = choices.get(index).documentation();
        combo.setToolTipText(WordWrap.tip(chosen == null || chosen.isBlank() ? documentation()
                : combo.getItem(index) + ": " + chosen));
    }

    private int index(Object value) {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).value().equals(value)) {
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
