// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.preference;

import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** What new experiments begin with. */
public final class TrainingPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
    private static final int MOST_EPOCHS = 100_000;
    private static final int MOST_SAMPLES = 65_536;
    private static final int DIGITS = 9;

    /** The page. */
    public TrainingPage() {
        super(GRID);
        setPreferenceStore(TrainingDefaults.store());
        setDescription("New experiments begin with these settings; those that exist keep their own.");
    }

    @Override
    public void init(IWorkbench workbench) {
        // nothing of it is needed
    }

    @Override
    protected void createFieldEditors() {
        addField(whole(TrainingDefaults.EPOCHS, "&Epochs:", MOST_EPOCHS));
        addField(whole(TrainingDefaults.BATCH_SIZE, "&Batch size:", MOST_SAMPLES));
        addField(new LearningRate(getFieldEditorParent()));
    }

    private IntegerFieldEditor whole(String key, String label, int most) {
        IntegerFieldEditor field = new IntegerFieldEditor(key, label, getFieldEditorParent(), DIGITS);
        field.setValidRange(1, most);
        field.setErrorMessage(label.replace("&", "") + " enter 1 to " + most);
        return field;
    }

    /** A number above 0. */
    private static final class LearningRate extends StringFieldEditor {
        LearningRate(Composite parent) {
            super(TrainingDefaults.LEARNING_RATE, "&Learning rate:", parent);
            setErrorMessage("Learning rate: enter a number above 0");
        }

        @Override
        protected boolean doCheckState() {
            try {
                double rate = Double.parseDouble(getStringValue().strip());
                return rate > 0 && rate <= 1000;
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }
}
