// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Arrays;
import java.util.List;

import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.change.ChangeDescription;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.commands.CommandStack;

/**
 * A command stack that forgets its oldest acts, so that a long day of editing does not fill the memory: it keeps at
 * most {@value #MOST_ACTS} acts, and of large ones fewer, so that they keep at most {@value #MOST_VALUES} values
 * together. The newest act can always be undone.
 */
public final class BoundedCommandStack extends CommandStack {
    /** The most acts that can be undone. */
    public static final int MOST_ACTS = 500;
    /** The most values and objects that these acts keep together; some hundred bytes each. */
    public static final int MOST_VALUES = 500_000;

    /** The stack forgets when the next act comes; that act itself is always kept. */
    @Override
    public void execute(Command command) {
        setUndoLimit(affordable() + 1);
        super.execute(command);
    }

    /** Returns how many of the newest acts together keep no more than they may. */
    private int affordable() {
        List<?> commands = undoable();
        long values = 0;
        int acts = 0;
        while (acts < Math.min(commands.size(), MOST_ACTS - 1)) {
            Object command = commands.get(commands.size() - 1 - acts);
            values += command instanceof Sized sized ? sized.size() : 1;
            if (values > MOST_VALUES) {
                return acts;
            }
            acts++;
        }
        return acts;
    }

    /** Acts that were undone go when the next one comes; they must not push out those before them. */
    private List<?> undoable() {
        List<?> all = Arrays.asList(getCommands());
        return all.subList(0, all.indexOf(getUndoCommand()) + 1);
    }

    /** A command that knows how much it keeps for its undo. */
    public interface Sized {
        /** Returns how many values and objects are kept, at least 1. */
        int size();

        /** Returns how many objects a change consists of: changed features and list entries, and whatever was removed. */
        static int of(ChangeDescription change) {
            int count = 1;
            TreeIterator<EObject> contents = change.eAllContents();
            while (contents.hasNext()) {
                contents.next();
                count++;
            }
            return count;
        }
    }
}
