// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.util.Objects;

import org.eclipse.jface.action.Action;

/** One of the designer's own actions. */
final class FacedAction extends Action {
    private final Runnable act;

    FacedAction(ActionFace face, Runnable act) {
        super(face.label());
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
