// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.find;

import java.util.Objects;

import org.eclipse.jface.action.Action;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.actions.ActionFactory;

/** Finds layers: opens the line for it, or goes on in it. */
public final class FindAction extends Action {
    private static final String NEXT = "org.vesalius.network.ui.findNext";
    private static final String PREVIOUS = "org.vesalius.network.ui.findPrevious";

    private final Runnable act;

    private FindAction(String id, String command, String text, Runnable act) {
        super(text);
        this.act = Objects.requireNonNull(act);
        setId(id);
        setActionDefinitionId(command);
    }

    /** Returns the action behind Ctrl+F. */
    public static FindAction open(FindBar bar) {
        return new FindAction(ActionFactory.FIND.getId(), IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE, "Find...",
                bar::open);
    }

    /** Returns the action behind F3. */
    public static FindAction next(FindBar bar) {
        return new FindAction(NEXT, NEXT, "Find Next", () -> bar.step(1));
    }

    /** Returns the action behind Shift+F3. */
    public static FindAction previous(FindBar bar) {
        return new FindAction(PREVIOUS, PREVIOUS, "Find Previous", () -> bar.step(-1));
    }

    @Override
    public void run() {
        act.run();
    }
}
