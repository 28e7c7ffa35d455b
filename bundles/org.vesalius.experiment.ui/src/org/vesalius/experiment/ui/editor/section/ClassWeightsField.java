// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.vesalius.experiment.ClassWeight;
import org.vesalius.experiment.ClassWeighting;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.ExperimentPackage.Literals;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.ui.editor.field.FormContext;
import org.vesalius.experiment.ui.editor.field.Reflow;

/** The weights of single categories; there only while the class weighting is custom. */
final class ClassWeightsField {

    private final FormContext context;
    private final TrainingSettings settings;
    private final Composite list;
    private List<ClassWeight> shown = List.of();
    private boolean custom;

    ClassWeightsField(FormContext context, Composite parent, TrainingSettings settings) {
        this.context = context;
        this.settings = settings;
        list = context.toolkit().createComposite(parent);
        GridLayoutFactory.fillDefaults().extendedMargins(16, 0, 0, 0).applyTo(list);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).exclude(true).applyTo(list);
        context.onRefresh(list, this::refresh);
        refresh();
    }

    private void refresh() {
        boolean nowCustom = settings.getClassWeighting() == ClassWeighting.CUSTOM;
        if (nowCustom == custom && shown.equals(settings.getClassWeights())) {
            return;
        }
        custom = nowCustom;
        shown = new ArrayList<>(settings.getClassWeights());
        for (Control child : list.getChildren()) {
            child.dispose();
        }
        if (custom) {
            shown.forEach(this::createRow);
            createAddButton();
        }
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).exclude(!custom).applyTo(list);
        list.setVisible(custom);
        Reflow.around(list);
    }

    private void createRow(ClassWeight weight) {
        Composite row = context.toolkit().createComposite(list);
        GridLayoutFactory.fillDefaults().numColumns(7).spacing(8, 4).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        context.createField(row, weight, Literals.CLASS_WEIGHT__CATEGORY);
        context.createField(row, weight, Literals.CLASS_WEIGHT__WEIGHT);
        Button remove = context.toolkit().createButton(row, "Remove", SWT.PUSH);
        remove.addListener(SWT.Selection, event -> context.history().change("Remove class weight",
                () -> settings.getClassWeights().remove(weight)));
    }

    private void createAddButton() {
        Button add = context.toolkit().createButton(list, "Add weight", SWT.PUSH);
        add.addListener(SWT.Selection, event -> context.history().change("Add class weight",
                () -> settings.getClassWeights().add(ExperimentFactory.eINSTANCE.createClassWeight())));
    }
}
