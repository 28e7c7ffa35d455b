// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.eclipse.jface.action.IAction;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;
import org.vesalius.network.ui.design.OpenDesign;

/** The Properties page of a designer: changes go through its command stack, and what it computes follows the analysis. */
public final class PropertiesPage extends TabbedPropertySheetPage {
    private static final String CONTRIBUTOR = "org.vesalius.network.ui.editor";

    private final OpenDesign design;
    private final Consumer<AnalysisSnapshot> analysisListener = snapshot -> refreshIfOpen();

    /** @param design the designer whose selection is shown */
    public PropertiesPage(OpenDesign design) {
        super(() -> CONTRIBUTOR);
        this.design = Objects.requireNonNull(design);
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        design.addAnalysisListener(analysisListener);
    }

    /** Undo and redo work here as on the canvas. */
    @Override
    public void setActionBars(IActionBars bars) {
        super.setActionBars(bars);
        for (String id : List.of(ActionFactory.UNDO.getId(), ActionFactory.REDO.getId())) {
            IAction action = design.action(id);
            if (action != null) {
                bars.setGlobalActionHandler(id, action);
            }
        }
        bars.updateActionBars();
    }

    private void refreshIfOpen() {
        if (getControl() != null && !getControl().isDisposed() && getCurrentTab() != null) {
            refresh();
            labelProviderChanged(null);
        }
    }

    @Override
    public void dispose() {
        design.removeAnalysisListener(analysisListener);
        super.dispose();
    }
}
