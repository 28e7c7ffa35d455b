// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import org.eclipse.swt.widgets.Composite;
import org.vesalius.experiment.ExperimentPackage.Literals;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.ui.editor.field.FormContext;

/** How samples are treated: their weight, what is done with unreadable ones, and how they are varied. */
public final class SamplesSection {

    /** Creates the section. */
    public SamplesSection(FormContext context, Composite parent, TrainingSettings settings) {
        Composite grid = FormSection.create(context.toolkit(), parent, "Samples", "", 3);
        context.createField(grid, settings, Literals.TRAINING_SETTINGS__CLASS_WEIGHTING);
        new ClassWeightsField(context, grid, settings);
        context.createField(grid, settings, Literals.TRAINING_SETTINGS__LEAVE_OUT_UNREADABLE);
        new AugmentationsField(context, grid, settings);
    }
}
