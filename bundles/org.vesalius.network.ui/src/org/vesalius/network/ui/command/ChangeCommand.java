// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Objects;

import org.eclipse.emf.ecore.change.ChangeDescription;
import org.eclipse.gef.commands.Command;
import org.vesalius.network.ui.command.BoundedCommandStack.Sized;

/** An act that was worked out beforehand. The network must be as it was then. */
public final class ChangeCommand extends Command implements Sized {
    private final ChangeDescription change;

    /**
     * @param label what the act is called in the Edit menu
     * @param change what to change; it turns into its own reverse each time it is applied
     */
    public ChangeCommand(String label, ChangeDescription change) {
        super(label);
        this.change = Objects.requireNonNull(change);
    }

    @Override
    public void execute() {
        change.applyAndReverse();
    }

    @Override
    public void undo() {
        change.applyAndReverse();
    }

    @Override
    public int size() {
        return Sized.of(change);
    }
}
