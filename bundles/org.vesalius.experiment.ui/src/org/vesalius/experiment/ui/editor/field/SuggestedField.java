// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.field;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.vesalius.ui.field.Field;
import org.vesalius.ui.field.FieldGrid;
import org.vesalius.ui.field.ModelEdits.Change;
import org.vesalius.ui.field.WordWrap;

/** A text that is typed or chosen from a list of what is there, such as the columns of a data set. */
public final class SuggestedField implements Field {

    private final FormContext context;
    private final EObject target;
    private final EAttribute attribute;
    private final Supplier<List<String>> suggestions;
    private Combo combo;
    private boolean offering;

    /**
     * Creates the field.
     *
     * @param suggestions what to choose from; asked for again at each refresh
     */
    public SuggestedField(FormContext context, EObject target, EAttribute attribute, Supplier<List<String>> suggestions) {
        this.context = context;
        this.target = target;
        this.attribute = attribute;
        this.suggestions = suggestions;
    }

    @Override
    public String id() {
        return attribute.getName();
    }

    @Override
    public void create(Composite grid) {
        FieldGrid.label(grid, Metamodel.label(attribute) + ":", Metamodel.documentation(attribute));
        combo = new Combo(grid, SWT.DROP_DOWN);
        FieldGrid.ignoreWheel(combo);
        FieldGrid.fill(combo, FieldGrid.COLUMNS - 1);
        combo.setToolTipText(WordWrap.tip(Metamodel.documentation(attribute)));
        combo.addListener(SWT.Modify, event -> commit());
        combo.addListener(SWT.FocusOut, event -> context.history().endTyping());
    }

    private void commit() {
        String typed = combo.getText();
        if (!offering && !context.refreshing() && !typed.equals(value())) {
            context.history().apply("Change " + Metamodel.label(attribute),
                    List.of(new Change(target, attribute, typed.isEmpty() ? null : typed)), true);
        }
    }

    private String value() {
        return Objects.requireNonNullElse((String) target.eGet(attribute), "");
    }

    /** What is typed in stays. */
    @Override
    public void refresh() {
        List<String> offered = suggestions.get();
        offering = true;
        if (!List.of(combo.getItems()).equals(offered)) {
            combo.setItems(offered.toArray(String[]::new));
        }
        if (!combo.getText().equals(value())) {
            combo.setText(value());
        }
        offering = false;
    }

    @Override
    public void takeOver(Field other) {
        throw new UnsupportedOperationException("it stays with its object");
    }
}
