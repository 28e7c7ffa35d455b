// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.function.Consumer;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.gef.commands.Command;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Yes or no; greyed where some of the objects say yes and some no. */
final class FlagField extends AttributeField {
    private Button box;

    FlagField(SharedAttribute attribute, Consumer<Command> commands) {
        super(attribute, commands);
    }

    static boolean fits(EAttribute attribute) {
        return attribute.getEAttributeType() == EcorePackage.Literals.EBOOLEAN;
    }

    @Override
    public void create(Composite grid) {
        new Label(grid, SWT.NONE);
        box = new Button(grid, SWT.CHECK);
        box.setText(attribute().info().label());
        box.setToolTipText(FieldGrid.tip(documentation()));
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
