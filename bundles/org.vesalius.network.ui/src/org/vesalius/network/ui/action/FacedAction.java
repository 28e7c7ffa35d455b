// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.util.Objects;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;

/** One of the designer's own actions. */
final class FacedAction extends Action {
    private final Runnable act;

    FacedAction(ActionFace face, Runnable act) {
        super(face.label(), face.isSwitch() ? IAction.AS_CHECK_BOX : IAction.AS_PUSH_BUTTON);
        this.act = Objects.requireNonNull(act);
        setId(face.id());
        setActionDefinitionId(face.id());
        setToolTipText(face.tooltip());
        setImageDescriptor(face.icon());
    }

    @Override
    public void run() {
        act.run();
    }
}
