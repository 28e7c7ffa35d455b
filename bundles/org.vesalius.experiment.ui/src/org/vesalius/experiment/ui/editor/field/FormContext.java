// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.vesalius.ui.field.AttributeField;
import org.vesalius.ui.field.Field;
import org.vesalius.ui.field.FieldGrid;
import org.vesalius.ui.field.ModelEdits;
import org.vesalius.ui.field.SharedAttribute;

/** What the fields of one form share. */
public final class FormContext {

    private final FormToolkit toolkit;
    private final EditHistory history;
    private final ModelEdits edits;
    private final List<Runnable> refreshers = new ArrayList<>();
    private final Map<EAttribute, Supplier<List<String>>> suggestions = new HashMap<>();
    private boolean refreshing;

    /** Creates the context of a form whose fields change a model through {@code history}. */
    public FormContext(FormToolkit toolkit, EditHistory history) {
        this.toolkit = toolkit;
        this.history = history;
        edits = ModelEdits.whileTyping(history::apply);
        history.addListener(this::refresh);
    }

    /** Returns the maker of widgets that look like the rest of the form. */
    public FormToolkit toolkit() {
        return toolkit;
    }

    /** Returns what the user edits in the fields. */
    public ModelEdits edits() {
        return edits;
    }

    /**
     * Creates the field that suits an attribute.
     *
     * @param grid has {@link FieldGrid#COLUMNS} columns
     */
    public void createField(Composite grid, EObject target, EAttribute attribute) {
        Field field = suggestions.containsKey(attribute)
                ? new SuggestedField(this, target, attribute, suggestions.get(attribute))
                : AttributeField.of(SharedAttribute.of(List.of(target), attribute::equals).get(0), edits);
        Set<Control> before = Set.of(grid.getChildren());
        field.create(grid);
        Stream.of(grid.getChildren()).filter(control -> !before.contains(control)).findFirst()
                .ifPresent(control -> onRefresh(control, field::refresh));
        field.refresh();
    }

    /** Offers texts to choose from for an attribute, in the fields that are created from now on. */
    public void suggest(EAttribute attribute, Supplier<List<String>> texts) {
        suggestions.put(attribute, texts);
    }

    /** Returns the command stack. */
    public EditHistory history() {
        return history;
    }

    /** Calls {@code refresher} whenever the model may have changed, as long as {@code filled} is there. */
    public void onRefresh(Control filled, Runnable refresher) {
        refreshers.add(refresher);
        filled.addListener(SWT.Dispose, event -> refreshers.remove(refresher));
    }

    /** Returns whether widgets are being filled from the model, so that their events are no input of the user. */
    public boolean refreshing() {
        return refreshing;
    }

    /** Fills all widgets from the model. */
    public void refresh() {
        if (refreshing) {
            return;
        }
        refreshing = true;
        try {
            List.copyOf(refreshers).forEach(this::runIfStillThere);
        } finally {
            refreshing = false;
        }
    }

    /** A refresher may take the widgets of another one away. */
    private void runIfStillThere(Runnable refresher) {
        if (refreshers.contains(refresher)) {
            refresher.run();
        }
    }
}
