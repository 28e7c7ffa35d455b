// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.action.IAction;

import org.eclipse.gef.ContextMenuProvider;
import org.eclipse.gef.ui.actions.GEFActionConstants;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.actions.ActionFactory;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.network.ui.part.LayerPart;

/** The context menu of the canvas: the fixes for the problems of a layer first. */
public final class DesignerMenu extends ContextMenuProvider {
    private static final String ADDITIONS = "additions";
    /** Actions that every workbench has, by whose commands their keys are shown. */
    private static final Map<String, String> COMMANDS = Stream.of(ActionFactory.UNDO, ActionFactory.REDO,
            ActionFactory.CUT, ActionFactory.COPY, ActionFactory.PASTE, ActionFactory.DELETE, ActionFactory.SELECT_ALL)
            .collect(Collectors.toMap(ActionFactory::getId, ActionFactory::getCommandId));

    private final Designer designer;

    /** @param designer the designer whose canvas it is */
    public DesignerMenu(Designer designer) {
        super(designer.viewer());
        this.designer = Objects.requireNonNull(designer);
    }

    @Override
    public void buildContextMenu(IMenuManager menu) {
        addFixes(menu);
        addAll(menu, ActionFactory.UNDO.getId(), ActionFactory.REDO.getId());
        addAll(menu, ActionFactory.CUT.getId(), ActionFactory.COPY.getId(), ActionFactory.PASTE.getId(),
                ActionInfo.DUPLICATE.id(), ActionFactory.DELETE.getId(), ActionFactory.SELECT_ALL.getId());
        addAll(menu, ActionInfo.ADD_LAYER.id(), ActionInfo.CONNECT.id());
        addAll(menu, ActionInfo.GROUP.id(), ActionInfo.UNGROUP.id(), ActionInfo.EXPAND.id(),
                ActionInfo.OPEN_BLOCK.id(), ActionInfo.SAVE_BLOCK.id(), ActionInfo.COPY_BLOCK.id());
        MenuManager align = new MenuManager("Align");
        addAll(align, ActionInfo.ALIGN_LEFT.id(), ActionInfo.ALIGN_CENTRE.id(), ActionInfo.ALIGN_RIGHT.id());
        addAll(align, ActionInfo.ALIGN_TOP.id(), ActionInfo.ALIGN_MIDDLE.id(), ActionInfo.ALIGN_BOTTOM.id());
        addAll(align, ActionInfo.DISTRIBUTE_ACROSS.id(), ActionInfo.DISTRIBUTE_DOWN.id());
        menu.add(align);
        addAll(menu, ActionInfo.ARRANGE.id());
        addAll(menu, ActionInfo.ZOOM_TO_FIT.id(), ActionInfo.ZOOM_TO_SELECTION.id(), GEFActionConstants.ZOOM_IN,
                GEFActionConstants.ZOOM_OUT);
        menu.add(new Separator(ADDITIONS));
    }

    private void addAll(IMenuManager menu, String... ids) {
        for (String id : ids) {
            IAction action = designer.actions().getAction(id);
            if (action != null) {
                if (action.getActionDefinitionId() == null) {
                    action.setActionDefinitionId(COMMANDS.get(id));
                }
                menu.add(action);
            }
        }
        menu.add(new Separator());
    }

    private void addFixes(IMenuManager menu) {
        designer.context().ifPresent(context -> {
            for (LayerPart part : designer.selectedLayers()) {
                context.analysis().problems(part.model()).forEach(problem -> addFixes(menu, problem));
            }
        });
        menu.add(new Separator());
    }

    private void addFixes(IMenuManager menu, Problem problem) {
        for (Fix fix : problem.fixes()) {
            menu.add(new Action("Fix: " + fix.label()) {
                @Override
                public void run() {
                    designer.fix(problem.checkId(), problem.subject(), fix.label());
                }
            });
        }
    }
}
