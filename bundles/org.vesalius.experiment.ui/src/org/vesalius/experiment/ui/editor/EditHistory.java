// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * The one command stack of an experiment editor. Every change goes through it, so every change can be undone; what is
 * typed into one field without leaving it is one step.
 */
public final class EditHistory {

    private final BasicCommandStack stack = new BasicCommandStack();
    private final EObject root;
    private final List<Runnable> listeners = new ArrayList<>();
    private SetValueCommand typing;
    private boolean silent;

    /** Creates the history of the model below {@code root}. */
    public EditHistory(EObject root) {
        this.root = root;
        stack.addCommandStackListener(event -> tellListeners());
    }

    /** Calls a listener after every step, done, undone, redone or saved. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    private void tellListeners() {
        if (!silent) {
            List.copyOf(listeners).forEach(Runnable::run);
        }
    }

    /** Sets an attribute; goes on with the step before when that set the same attribute and is not ended yet. */
    public void type(EObject target, EStructuralFeature feature, Object value) {
        if (typing != null && typing == stack.getMostRecentCommand() && typing.sets(target, feature)) {
            takeBackSilently();
        }
        typing = new SetValueCommand(target, feature, value);
        stack.execute(typing);
    }

    /** The value in between is no state of the model that anybody should see. */
    private void takeBackSilently() {
        silent = true;
        try {
            stack.undo();
        } finally {
            silent = false;
        }
    }

    /** Ends the step of typing: what comes next is undone on its own. */
    public void endTyping() {
        typing = null;
    }

    /** Does a change of any size as one step. */
    public void change(String label, Runnable change) {
        endTyping();
        stack.execute(new RecordedCommand(label, root, change));
    }

    /** Returns whether there is a step to undo. */
    public boolean canUndo() {
        return stack.canUndo();
    }

    /** Returns whether there is a step to redo. */
    public boolean canRedo() {
        return stack.canRedo();
    }

    /** Takes the last step back. */
    public void undo() {
        endTyping();
        stack.undo();
    }

    /** Does the step again that was taken back last. */
    public void redo() {
        endTyping();
        stack.redo();
    }

    /** Returns what would be undone in one or two words, or an empty text. */
    public String undoLabel() {
        return label(stack.getUndoCommand());
    }

    /** Returns what would be redone in one or two words, or an empty text. */
    public String redoLabel() {
        return label(stack.getRedoCommand());
    }

    private static String label(Command command) {
        return command == null ? "" : command.getLabel();
    }

    /** Returns whether there are steps that the file does not have. */
    public boolean isDirty() {
        return stack.isSaveNeeded();
    }

    /** Remembers that the file is up to date. */
    public void markSaved() {
        endTyping();
        stack.saveIsDone();
        tellListeners();
    }
}
