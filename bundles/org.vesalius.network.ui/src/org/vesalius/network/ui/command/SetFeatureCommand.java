// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.List;
import java.util.Objects;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.commands.CompoundCommand;
import org.vesalius.ui.field.ModelEdits.Change;

/** Sets one feature of one object. */
public final class SetFeatureCommand extends Command {
    private final EObject object;
    private final EStructuralFeature feature;
    private final Object after;
    private final Object before;
    private final boolean wasSet;

    /** @param label what the act is called in the Edit menu, for instance "Rename" */
    public SetFeatureCommand(String label, EObject object, EStructuralFeature feature, Object value) {
        super(label);
        this.object = Objects.requireNonNull(object);
        this.feature = Objects.requireNonNull(feature);
        this.after = value;
        this.before = object.eGet(feature);
        this.wasSet = object.eIsSet(feature);
    }

    /** Returns the one act that makes several changes. */
    public static Command all(String label, List<Change> changes) {
        CompoundCommand all = new CompoundCommand(label);
        changes.forEach(change -> all.add(
                new SetFeatureCommand(label, change.object(), change.attribute(), change.value())));
        return all.size() == 1 ? all.unwrap() : all;
    }

    @Override
    public boolean canExecute() {
        return !Objects.equals(before, after);
    }

    @Override
    public void execute() {
        object.eSet(feature, after);
    }

    @Override
    public void undo() {
        if (wasSet) {
            object.eSet(feature, before);
        } else {
            object.eUnset(feature);
        }
    }
}
