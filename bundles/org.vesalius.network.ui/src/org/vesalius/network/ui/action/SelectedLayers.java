// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.eclipse.gef.ui.actions.SelectionAction;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.resource.ImageDescriptor;
import org.vesalius.network.ui.part.LayerPart;

/** An action on the selected layers, possible only where the selection allows it. */
final class SelectedLayers extends SelectionAction {
    private final Designer designer;
    private final Predicate<List<LayerPart>> possible;
    private final Consumer<List<LayerPart>> act;

    private SelectedLayers(Designer designer, Predicate<List<LayerPart>> possible, Consumer<List<LayerPart>> act) {
        super(designer);
        this.designer = Objects.requireNonNull(designer);
        this.possible = Objects.requireNonNull(possible);
        this.act = Objects.requireNonNull(act);
    }

    /** Makes one of the designer's own actions. */
    static SelectedLayers of(ActionInfo face, Designer designer, Predicate<List<LayerPart>> possible,
            Consumer<List<LayerPart>> act) {
        SelectedLayers action = new SelectedLayers(designer, possible, act);
        action.setId(face.id());
        action.setActionDefinitionId(face.id());
        action.setText(face.label());
        action.setToolTipText(face.tooltip());
        action.setImageDescriptor(face.icon());
        return action;
    }

    /** Makes an action that the workbench has keys and a menu entry for. */
    static SelectedLayers global(String id, String label, ImageDescriptor icon, Designer designer,
            Consumer<List<LayerPart>> act) {
        SelectedLayers action = new SelectedLayers(designer, layers -> !layers.isEmpty(), act);
        action.setId(id);
        action.setText(label);
        action.setImageDescriptor(icon);
        return action;
    }

    @Override
    protected boolean calculateEnabled() {
        return designer.network() != null && possible.test(designer.selectedLayers());
    }

    @Override
    public void run() {
        act.accept(designer.selectedLayers());
    }
}

/** One of the designer's own actions. */
final class FacedAction extends Action {
    private final Runnable act;

    FacedAction(ActionInfo face, Runnable act) {
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
