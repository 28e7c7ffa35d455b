// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import java.util.function.Consumer;

import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.gef.ui.actions.ActionBarContributor;
import org.eclipse.gef.ui.actions.DeleteRetargetAction;
import org.eclipse.gef.ui.actions.GEFActionConstants;
import org.eclipse.gef.ui.actions.RedoRetargetAction;
import org.eclipse.gef.ui.actions.UndoRetargetAction;
import org.eclipse.gef.ui.actions.ZoomComboContributionItem;
import org.eclipse.gef.ui.actions.ZoomInRetargetAction;
import org.eclipse.gef.ui.actions.ZoomOutRetargetAction;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.StatusLineContributionItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.LabelRetargetAction;
import org.eclipse.ui.actions.RetargetAction;
import org.vesalius.network.ui.action.ActionInfo;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;
import org.vesalius.network.ui.analysis.NetworkTotals;

/** Tool bar, menus and status line while a designer is active. */
public final class DesignerContributor extends ActionBarContributor {
    private final Totals totals = new Totals();
    private final Consumer<AnalysisSnapshot> totalsListener = totals::show;
    private NetworkEditor active;

    @Override
    protected void buildActions() {
        addDimmed(new UndoRetargetAction());
        addDimmed(new RedoRetargetAction());
        addRetargetAction(new DeleteRetargetAction());
        addRetargetAction(new ZoomInRetargetAction());
        addRetargetAction(new ZoomOutRetargetAction());
        for (ActionInfo face : ActionInfo.values()) {
            int style = face.isSwitch() ? IAction.AS_CHECK_BOX : IAction.AS_PUSH_BUTTON;
            RetargetAction action = new LabelRetargetAction(face.id(), face.label(), style);
            action.setToolTipText(face.tooltip());
            action.setImageDescriptor(face.icon());
            action.setActionDefinitionId(face.id());
            addRetargetAction(action);
        }
    }

    /** What can't be done is dimmed by the toolkit: the platform's own icons for that are as bright as others where it is dark. */
    private void addDimmed(RetargetAction action) {
        action.setDisabledImageDescriptor(null);
        addRetargetAction(action);
    }

    @Override
    protected void declareGlobalActionKeys() {
        addGlobalActionKey(ActionFactory.SELECT_ALL.getId());
        addGlobalActionKey(ActionFactory.CUT.getId());
        addGlobalActionKey(ActionFactory.COPY.getId());
        addGlobalActionKey(ActionFactory.PASTE.getId());
        addGlobalActionKey(ActionFactory.PRINT.getId());
        addGlobalActionKey(ActionFactory.FIND.getId());
    }

    @Override
    public void contributeToToolBar(IToolBarManager bar) {
        bar.add(getAction(ActionFactory.UNDO.getId()));
        bar.add(getAction(ActionFactory.REDO.getId()));
        bar.add(new Separator());
        addAll(bar, ActionInfo.ADD_LAYER, ActionInfo.CONNECT, ActionInfo.GROUP, ActionInfo.EXPAND);
        addAll(bar, ActionInfo.ARRANGE, ActionInfo.SHOW_GRID);
        addAll(bar, ActionInfo.ZOOM_TO_FIT, ActionInfo.ZOOM_TO_SELECTION);
        bar.add(getAction(GEFActionConstants.ZOOM_OUT));
        bar.add(new ZoomComboContributionItem(getPage(), ZoomManager.FIT_ALL));
        bar.add(getAction(GEFActionConstants.ZOOM_IN));
    }

    private void addAll(IContributionManager manager, ActionInfo... faces) {
        for (ActionInfo face : faces) {
            manager.add(getAction(face.id()));
        }
        manager.add(new Separator());
    }

    @Override
    public void contributeToMenu(IMenuManager bar) {
        MenuManager menu = new MenuManager("N&etwork", "org.vesalius.network.ui.menu");
        addAll(menu, ActionInfo.ADD_LAYER, ActionInfo.CONNECT, ActionInfo.DUPLICATE);
        addAll(menu, ActionInfo.GROUP, ActionInfo.UNGROUP, ActionInfo.EXPAND, ActionInfo.OPEN_BLOCK,
                ActionInfo.SAVE_BLOCK, ActionInfo.COPY_BLOCK);
        MenuManager align = new MenuManager("&Align");
        addAll(align, ActionInfo.ALIGN_LEFT, ActionInfo.ALIGN_CENTRE, ActionInfo.ALIGN_RIGHT);
        addAll(align, ActionInfo.ALIGN_TOP, ActionInfo.ALIGN_MIDDLE, ActionInfo.ALIGN_BOTTOM);
        addAll(align, ActionInfo.DISTRIBUTE_ACROSS, ActionInfo.DISTRIBUTE_DOWN);
        menu.add(align);
        addAll(menu, ActionInfo.ARRANGE);
        addAll(menu, ActionInfo.SHOW_GRID, ActionInfo.SNAP);
        menu.add(getAction(GEFActionConstants.ZOOM_IN));
        menu.add(getAction(GEFActionConstants.ZOOM_OUT));
        addAll(menu, ActionInfo.ZOOM_TO_FIT, ActionInfo.ZOOM_TO_SELECTION, ActionInfo.ZOOM_TO_100);
        bar.insertAfter(IWorkbenchActionConstants.M_EDIT, menu);
    }

    @Override
    public void contributeToStatusLine(IStatusLineManager line) {
        line.add(totals);
    }

    @Override
    public void setActiveEditor(IEditorPart editor) {
        super.setActiveEditor(editor);
        if (active != null) {
            active.removeAnalysisListener(totalsListener);
        }
        active = editor instanceof NetworkEditor designer ? designer : null;
        if (active != null) {
            active.addAnalysisListener(totalsListener);
            totals.show(active.analysis());
        }
    }

    /** The size and cost of the network in the status line. */
    private static final class Totals extends StatusLineContributionItem {
        private static final int CHARACTERS = 62;

        Totals() {
            super("org.vesalius.network.ui.totals", CHARACTERS);
            setText("");
        }

        /** Shows what an analysis says. */
        void show(AnalysisSnapshot snapshot) {
            setText(NetworkTotals.of(snapshot).filter(totals -> totals.parameters() > 0).map(Totals::text)
                    .orElse(""));
        }

        private static String text(NetworkTotals totals) {
            String parameters = totals.parametersText() + " parameters";
            return totals.trainingBytes().isEmpty() ? parameters : parameters + ", training " + totals.memoryText();
        }
    }
}
