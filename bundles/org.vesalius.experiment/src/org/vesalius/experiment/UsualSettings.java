// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment;

/** The settings that an experiment begins with: Adam at a constant rate, and the defaults of the metamodel. */
public final class UsualSettings {
    private UsualSettings() {
    }

    /** New settings, which may be changed. */
    public static TrainingSettings create() {
        TrainingSettings settings = ExperimentFactory.eINSTANCE.createTrainingSettings();
        settings.setOptimizer(ExperimentFactory.eINSTANCE.createAdam());
        settings.setSchedule(ExperimentFactory.eINSTANCE.createConstant());
        return settings;
    }
}
