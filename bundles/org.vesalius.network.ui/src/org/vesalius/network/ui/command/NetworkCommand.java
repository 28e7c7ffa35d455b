// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Objects;

import org.eclipse.emf.ecore.change.ChangeDescription;
import org.eclipse.emf.ecore.change.util.ChangeRecorder;
import org.eclipse.gef.commands.Command;
import org.vesalius.network.Network;

/**
 * An act on a network that records what it changed, so that undo and redo are exact whatever the act
 * did. An act that fails half-way is rolled back before its exception goes on.
 */
public abstract class NetworkCommand extends Command {
    private final Network network;
    private ChangeDescription change;

    /** @param label what the act is called in the Edit menu, for instance "Add Dense" */
    protected NetworkCommand(String label, Network network) {
        super(label);
        this.network = Objects.requireNonNull(network);
    }

    /** Does the act. Called once; only changes to the network and what it contains are recorded. */
    protected abstract void change(Network network);

    @Override
    public final void execute() {
        ChangeRecorder recorder = new ChangeRecorder(network);
        boolean done = false;
        try {
            change(network);
            done = true;
        } finally {
            change = recorder.endRecording();
            recorder.dispose();
            if (!done) {
                change.apply();
            }
        }
    }

    @Override
    public final boolean canUndo() {
        return change != null;
    }

    @Override
    public final void undo() {
        change.applyAndReverse();
    }

    @Override
    public final void redo() {
        change.applyAndReverse();
    }

    /** Returns the network that the act changes. */
    protected final Network network() {
        return network;
    }
}
