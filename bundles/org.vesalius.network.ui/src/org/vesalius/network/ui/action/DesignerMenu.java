// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import org.eclipse.gef.ContextMenuProvider;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.ui.actions.ActionRegistry;
import org.eclipse.gef.ui.actions.GEFActionConstants;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.actions.ActionFactory;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.network.ui.editor.NetworkEditor;
import org.vesalius.network.ui.part.LayerPart;

/** The context menu of the canvas: the fixes for the problems of a layer first. */
public final class DesignerMenu extends ContextMenuProvider {
    private static final String ADDITIONS = "additions";

    private final ActionRegistry actions;
    private final NetworkEditor editor;

    /** @param actions the actions of the editor */
    public DesignerMenu(EditPartViewer viewer, ActionRegistry actions, NetworkEditor editor) {
        super(viewer);
        this.actions = actions;
        this.editor = editor;
    }

    @Override
    public void buildContextMenu(IMenuManager menu) {
        addFixes(menu);
        addAll(menu, ActionFactory.UNDO.getId(), ActionFactory.REDO.getId());
        addAll(menu, ActionFactory.DELETE.getId(), ActionFactory.SELECT_ALL.getId());
        addAll(menu, ActionFace.CONNECT.id(), ActionFace.ARRANGE.id());
        addAll(menu, ActionFace.ZOOM_TO_FIT.id(), GEFActionConstants.ZOOM_IN, GEFActionConstants.ZOOM_OUT);
        menu.add(new Separator(ADDITIONS));
    }

    private void addAll(IMenuManager menu, String... ids) {
        for (String id : ids) {
            menu.add(actions.getAction(id));
        }
        menu.add(new Separator());
    }

    private void addFixes(IMenuManager menu) {
        for (Object selected : getViewer().getSelectedEditParts()) {
            if (selected instanceof LayerPart part) {
                editor.analysis().problems(part.model()).forEach(problem -> addFixes(menu, problem));
            }
        }
        menu.add(new Separator());
    }

    private void addFixes(IMenuManager menu, Problem problem) {
        for (Fix fix : problem.fixes()) {
            menu.add(new Action("Fix: " + fix.label()) {
                @Override
                public void run() {
                    editor.fix(problem.checkId(), problem.subject(), fix.label());
                }
            });
        }
    }
}
