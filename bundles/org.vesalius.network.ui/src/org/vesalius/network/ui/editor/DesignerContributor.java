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
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.RetargetAction;
import org.vesalius.network.ui.action.ActionFace;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;

/** Tool bar, menus and status line while a designer is active. */
public final class DesignerContributor extends ActionBarContributor {
    private final NetworkTotalsItem totals = new NetworkTotalsItem();
    private final Consumer<AnalysisSnapshot> totalsListener = totals::show;
    private NetworkEditor active;

    @Override
    protected void buildActions() {
        addRetargetAction(new UndoRetargetAction());
        addRetargetAction(new RedoRetargetAction());
        addRetargetAction(new DeleteRetargetAction());
        addRetargetAction(new ZoomInRetargetAction());
        addRetargetAction(new ZoomOutRetargetAction());
        for (ActionFace face : ActionFace.values()) {
            RetargetAction action = new RetargetAction(face.id(), face.label());
            action.setToolTipText(face.tooltip());
            action.setImageDescriptor(face.icon());
            action.setActionDefinitionId(face.id());
            addRetargetAction(action);
        }
    }

    @Override
    protected void declareGlobalActionKeys() {
        addGlobalActionKey(ActionFactory.SELECT_ALL.getId());
        addGlobalActionKey(ActionFactory.PRINT.getId());
    }

    @Override
    public void contributeToToolBar(IToolBarManager bar) {
        bar.add(getAction(ActionFactory.UNDO.getId()));
        bar.add(getAction(ActionFactory.REDO.getId()));
        bar.add(new Separator());
        for (ActionFace face : ActionFace.values()) {
            bar.add(getAction(face.id()));
        }
        bar.add(new Separator());
        bar.add(getAction(GEFActionConstants.ZOOM_OUT));
        bar.add(new ZoomComboContributionItem(getPage(), ZoomManager.FIT_ALL));
        bar.add(getAction(GEFActionConstants.ZOOM_IN));
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
}
