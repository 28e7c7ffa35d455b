// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.List;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.eclipse.ui.views.properties.tabbed.AbstractPropertySection;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;
import org.vesalius.core.check.Problem;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;
import org.vesalius.network.ui.design.ProblemList;

/** The problems of what is selected, each with its reason and its fixes. */
final class ProblemsSection extends AbstractPropertySection {
    private TabbedPropertySheetPage page;
    private ProblemList list;
    private Selected selected;

    @Override
    public void createControls(Composite parent, TabbedPropertySheetPage sheet) {
        super.createControls(parent, sheet);
        page = sheet;
        parent.setLayout(new TableWrapLayout());
        list = new ProblemList(parent);
        list.control().setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
    }

    @Override
    public void setInput(IWorkbenchPart part, ISelection selection) {
        super.setInput(part, selection);
        selected = Selected.of(selection).orElse(null);
    }

    @Override
    public void refresh() {
        if (selected != null && list.show(selected.design(), problems(selected), "No problems here.")) {
            list.control().getParent().layout(true, true);
            page.resizeScrolledComposite();
        }
    }

    /** Returns the problems of a selection; all where it is the network. */
    private static List<Problem> problems(Selected selected) {
        AnalysisSnapshot analysis = selected.design().analysis();
        return selected.isNetwork() ? analysis.problems()
                : selected.layers().stream().flatMap(layer -> analysis.problems(layer).stream()).toList();
    }

    @Override
    public boolean shouldUseExtraSpace() {
        return true;
    }

    @Override
    public void dispose() {
        if (list != null) {
            list.close();
        }
        super.dispose();
    }
}
