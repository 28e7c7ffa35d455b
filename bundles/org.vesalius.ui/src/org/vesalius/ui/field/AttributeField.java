// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.field;

import java.util.Objects;
import java.util.Optional;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.vesalius.network.meta.AttributeInfo;
import org.vesalius.network.meta.ValueText;

/** A field for an attribute, made from the metamodel alone. */
public abstract class AttributeField implements Field {
    private final ModelEdits edits;
    private SharedAttribute attribute;

    AttributeField(SharedAttribute attribute, ModelEdits edits) {
        this.attribute = Objects.requireNonNull(attribute);
        this.edits = Objects.requireNonNull(edits);
    }

    /** Returns the field that fits the type of an attribute. */
    public static AttributeField of(SharedAttribute attribute, ModelEdits edits) {
        EAttribute declared = attribute.attribute();
        if (ChoiceField.fits(declared)) {
            return new ChoiceField(attribute, edits);
        }
        return FlagField.fits(declared) ? new FlagField(attribute, edits)
                : EntryField.line(attribute, edits, typed -> Optional.empty());
    }

    @Override
    public final String id() {
        return attribute.id();
    }

    @Override
    public void takeOver(Field other) {
        finish();
        attribute = ((AttributeField) other).attribute;
    }

    final SharedAttribute attribute() {
        return attribute;
    }

    final ModelEdits edits() {
        return edits;
    }

    /** Gives all objects a value, as one act. */
    final void commit(Object value) {
        edits.apply("Change " + attribute.info().label(), attribute.changesTo(value));
    }

    /** Makes the label, with the documentation and the limits as its tooltip. */
    final Label label(Composite grid) {
        return FieldGrid.label(grid, attribute.info().label() + ":", documentation());
    }

    /** Returns what the metamodel says of the attribute, and which values it may have. */
    final String documentation() {
        AttributeInfo info = attribute.info();
        boolean bounded = info.min().isPresent() || info.max().isPresent();
        return bounded ? info.documentation() + " (" + (info.allowed() + " " + info.unit()).strip() + ")"
                : info.documentation();
    }

    /** Lets the context menu of a control bring back the value that the metamodel gives. */
    final void offerReset(Control control) {
        Menu menu = new Menu(control);
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText("Reset to " + initial());
        item.addListener(SWT.Selection,
                event -> edits.apply("Reset " + attribute.info().label(), attribute.changesBack()));
        menu.addListener(SWT.Show, event -> item.setEnabled(attribute.isChanged()));
        control.setMenu(menu);
    }

    private String initial() {
        String text = ValueText.of(attribute.attribute().getDefaultValue());
        return text.isEmpty() ? "nothing" : text;
    }
}
