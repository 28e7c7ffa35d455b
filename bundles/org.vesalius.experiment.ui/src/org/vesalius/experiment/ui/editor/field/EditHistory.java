// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.field;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.common.command.AbstractCommand;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.change.ChangeDescription;
import org.eclipse.emf.ecore.change.util.ChangeRecorder;
import org.vesalius.ui.field.ModelEdits.Change;

/**
 * The one command stack of an experiment editor. Every change goes through it, so every change can be undone; what is
 * typed into one field without leaving it is one step.
 */
public final class EditHistory {

    private final BasicCommandStack stack = new BasicCommandStack();
    private final EObject root;
    private final List<Runnable> listeners = new ArrayList<>();
    private SetValuesCommand typing;
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

    /**
     * Gives attributes other values, as one step.
     *
     * @param goesOn whether this takes the place of the step before, if that was about the same attributes and is not
     *               ended yet
     */
    public void apply(String label, List<Change> changes, boolean goesOn) {
        if (goesOn && typing != null && typing == stack.getMostRecentCommand() && typing.sets(changes)) {
            takeBackSilently();
        }
        typing = new SetValuesCommand(label, changes);
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

/** Gives attributes other values. */
final class SetValuesCommand extends AbstractCommand {

    private final List<Change> changes;
    private List<Change> before = List.of();

    SetValuesCommand(String label, List<Change> changes) {
        super(label);
        this.changes = List.copyOf(changes);
    }

    /** Whether it is about the same attributes of the same objects. */
    boolean sets(List<Change> others) {
        return changes.stream().allMatch(change -> others.stream().anyMatch(other -> change.object() == other.object()
                && change.attribute() == other.attribute()));
    }

    @Override
    protected boolean prepare() {
        before = changes.stream().map(change -> new Change(change.object(), change.attribute(),
                change.object().eGet(change.attribute()))).toList();
        return true;
    }

    @Override
    public void execute() {
        changes.forEach(SetValuesCommand::set);
    }

    @Override
    public void undo() {
        before.forEach(SetValuesCommand::set);
    }

    @Override
    public void redo() {
        execute();
    }

    private static void set(Change change) {
        change.object().eSet(change.attribute(), change.value());
    }
}
