// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.vesalius.experiment.AugmentationSettings;
import org.vesalius.experiment.ExperimentPackage.Literals;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.ui.editor.field.FormContext;
import org.vesalius.experiment.ui.editor.field.Metamodel;
import org.vesalius.experiment.ui.editor.field.Reflow;
import org.vesalius.ui.field.FieldGrid;

/** The list of augmentations: each with its settings and a button to take it away, and one button to add more. */
final class AugmentationsField {

    private final FormContext context;
    private final TrainingSettings settings;
    private final Composite list;
    private List<AugmentationSettings> shown = List.of();

    AugmentationsField(FormContext context, Composite parent, TrainingSettings settings) {
        this.context = context;
        this.settings = settings;
        FieldGrid.label(parent, Metamodel.label(Literals.TRAINING_SETTINGS__AUGMENTATIONS) + ":",
                Metamodel.documentation(Literals.TRAINING_SETTINGS__AUGMENTATIONS));
        Button add = context.toolkit().createButton(parent, "Add\u2026", SWT.PUSH);
        GridDataFactory.swtDefaults().span(2, 1).applyTo(add);
        add.addListener(SWT.Selection, event -> openMenu(add));
        list = context.toolkit().createComposite(parent);
        GridLayoutFactory.fillDefaults().extendedMargins(16, 0, 0, 0).applyTo(list);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).exclude(true).applyTo(list);
        context.onRefresh(list, this::refresh);
        refresh();
    }

    private void openMenu(Button button) {
        Menu menu = new Menu(button);
        for (EClass type : Metamodel.concreteTypes(Literals.AUGMENTATION_SETTINGS)) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(Metamodel.label(type));
            item.setToolTipText(Metamodel.documentation(type));
            item.addListener(SWT.Selection, event -> add(type));
        }
        menu.addListener(SWT.Hide, event -> button.getDisplay().asyncExec(menu::dispose));
        menu.setLocation(button.toDisplay(0, button.getSize().y));
        menu.setVisible(true);
    }

    private void add(EClass type) {
        context.history().change("Add " + Metamodel.label(type),
                () -> settings.getAugmentations().add((AugmentationSettings) EcoreUtil.create(type)));
    }

    private void remove(AugmentationSettings augmentation) {
        context.history().change("Remove " + Metamodel.label(augmentation.eClass()),
                () -> settings.getAugmentations().remove(augmentation));
    }

    private void refresh() {
        if (shown.equals(settings.getAugmentations())) {
            return;
        }
        shown = new ArrayList<>(settings.getAugmentations());
        for (Control child : list.getChildren()) {
            child.dispose();
        }
        shown.forEach(this::createRow);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).exclude(shown.isEmpty()).applyTo(list);
        list.setVisible(!shown.isEmpty());
        Reflow.around(list);
    }

    private void createRow(AugmentationSettings augmentation) {
        Composite row = context.toolkit().createComposite(list);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 4).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        GridDataFactory.swtDefaults().span(2, 1).grab(true, false).align(SWT.FILL, SWT.CENTER)
                .applyTo(context.toolkit().createLabel(row, Metamodel.label(augmentation.eClass())));
        Button remove = context.toolkit().createButton(row, "Remove", SWT.PUSH);
        remove.addListener(SWT.Selection, event -> remove(augmentation));
        augmentation.eClass().getEAllAttributes()
                .forEach(attribute -> context.createField(row, augmentation, attribute));
    }
}
