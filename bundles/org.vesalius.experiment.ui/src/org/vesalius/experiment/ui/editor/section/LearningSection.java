// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.swt.widgets.Composite;
import org.vesalius.experiment.ExperimentPackage.Literals;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.ui.editor.field.FormContext;
import org.vesalius.experiment.ui.editor.field.VariantField;

/** How the network learns: epochs, batches, optimiser, learning rate, when to stop. */
public final class LearningSection {

    private static final List<EAttribute> FIRST = List.of(Literals.TRAINING_SETTINGS__EPOCHS,
            Literals.TRAINING_SETTINGS__BATCH_SIZE, Literals.TRAINING_SETTINGS__SEED);

    /** Creates the section. */
    public LearningSection(FormContext context, Composite parent, TrainingSettings settings) {
        Composite grid = FormSection.create(context.toolkit(), parent, "Learning", "", 3);
        FIRST.forEach(attribute -> context.createField(grid, settings, attribute));
        new VariantField(context, grid, settings, Literals.TRAINING_SETTINGS__OPTIMIZER, Optional.empty(), Optional.empty());
        new VariantField(context, grid, settings, Literals.TRAINING_SETTINGS__SCHEDULE, Optional.empty(), Optional.of(Literals.CONSTANT));
        new VariantField(context, grid, settings, Literals.TRAINING_SETTINGS__EARLY_STOPPING, Optional.of("Off"), Optional.empty());
        context.createField(grid, settings, Literals.TRAINING_SETTINGS__START_WEIGHTS);
    }
}
