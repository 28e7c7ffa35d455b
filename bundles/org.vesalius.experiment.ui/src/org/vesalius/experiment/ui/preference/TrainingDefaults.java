// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.preference;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.vesalius.experiment.Optimizer;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.UsualSettings;

/** What new experiments of this workspace begin with: the usual settings, but for what the user prefers. */
public final class TrainingDefaults {
    static final String EPOCHS = "newExperiment.epochs";
    static final String BATCH_SIZE = "newExperiment.batchSize";
    static final String LEARNING_RATE = "newExperiment.learningRate";
    static final String ENGINE = "newExperiment.engine";
    static final String DEVICE = "newExperiment.device";

    private final IPreferenceStore store = store();

    /** The settings of a new experiment, which may be changed. */
    public TrainingSettings create() {
        TrainingSettings settings = UsualSettings.create();
        settings.setEpochs(store.getInt(EPOCHS));
        settings.setBatchSize(store.getInt(BATCH_SIZE));
        settings.getOptimizer().setLearningRate(store.getDouble(LEARNING_RATE));
        settings.setEngine(store.getString(ENGINE));
        settings.setDevice(store.getString(DEVICE));
        return settings;
    }

    static IPreferenceStore store() {
        return new ScopedPreferenceStore(InstanceScope.INSTANCE, "org.vesalius.experiment.ui");
    }

    /** Tells the preferences what is usual. */
    public static final class Initializer extends AbstractPreferenceInitializer {
        @Override
        public void initializeDefaultPreferences() {
            TrainingSettings usual = UsualSettings.create();
            Optimizer optimizer = usual.getOptimizer();
            IPreferenceStore store = store();
            store.setDefault(EPOCHS, usual.getEpochs());
            store.setDefault(BATCH_SIZE, usual.getBatchSize());
            store.setDefault(LEARNING_RATE, optimizer.getLearningRate());
            store.setDefault(ENGINE, usual.getEngine());
            store.setDefault(DEVICE, usual.getDevice());
        }
    }
}
