// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.Objects;
import java.util.function.Consumer;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.gef.commands.Command;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.vesalius.network.meta.AttributeInfo;
import org.vesalius.network.meta.ValueText;

/** A field for an attribute, made from the metamodel alone. */
abstract class AttributeField implements Field {
    private final Consumer<Command> commands;
    private SharedAttribute attribute;

    AttributeField(SharedAttribute attribute, Consumer<Command> commands) {
        this.attribute = Objects.requireNonNull(attribute);
        this.commands = Objects.requireNonNull(commands);
    }

    /** Returns the field that fits the type of an attribute. */
    static AttributeField of(SharedAttribute attribute, Consumer<Command> commands) {
        EAttribute declared = attribute.attribute();
        if (ChoiceField.fits(declared)) {
            return new ChoiceField(attribute, commands);
        }
        return FlagField.fits(declared) ? new FlagField(attribute, commands)
                : new TypedField(attribute, commands, TypedField.NO_RULE);
    }

    @Override
    public final String id() {
        return attribute.id();
    }

    @Override
    public final void takeOver(Field other) {
        finish();
        attribute = ((AttributeField) other).attribute;
    }

    final SharedAttribute attribute() {
        return attribute;
    }

    /** Gives all objects a value, as one act. */
    final void commit(Object value) {
        attribute.change(value).ifPresent(commands);
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
        item.addListener(SWT.Selection, event -> attribute.reset().ifPresent(commands));
        menu.addListener(SWT.Show, event -> item.setEnabled(attribute.isChanged()));
        control.setMenu(menu);
    }

    private String initial() {
        Object value = attribute.attribute().getDefaultValue();
        String text = ValueText.of(value);
        return text.isEmpty() ? "nothing" : text;
    }
}
