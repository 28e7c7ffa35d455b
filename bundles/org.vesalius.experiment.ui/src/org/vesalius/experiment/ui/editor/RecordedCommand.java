// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor;

import org.eclipse.emf.common.command.AbstractCommand;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.change.ChangeDescription;
import org.eclipse.emf.ecore.change.util.ChangeRecorder;

/** A change of any size; what it did is recorded while it is done. */
final class RecordedCommand extends AbstractCommand {

    private final EObject root;
    private final Runnable change;
    private ChangeDescription recorded;

    RecordedCommand(String label, EObject root, Runnable change) {
        super(label);
        this.root = root;
        this.change = change;
    }

    @Override
    protected boolean prepare() {
        return true;
    }

    @Override
    public void execute() {
        ChangeRecorder recorder = new ChangeRecorder(root);
        try {
            change.run();
        } finally {
            recorded = recorder.endRecording();
            recorder.dispose();
        }
    }

    @Override
    public void undo() {
        recorded.applyAndReverse();
    }

    @Override
    public void redo() {
        recorded.applyAndReverse();
    }
}
