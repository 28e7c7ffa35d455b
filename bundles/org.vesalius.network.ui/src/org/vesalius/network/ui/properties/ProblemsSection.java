// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.tabbed.AbstractPropertySection;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;
import org.vesalius.core.check.Problem;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;
import org.vesalius.network.ui.design.ProblemActions;
import org.vesalius.ui.problem.ProblemsPane;

/** The problems of what is selected, each with its reason and its fixes. */
final class ProblemsSection extends AbstractPropertySection {
    private static final int LEAST = 120;

    private ProblemsPane problems;
    private Selected selected;

    @Override
    public void createControls(Composite parent, TabbedPropertySheetPage page) {
        super.createControls(parent, page);
        GridLayoutFactory.fillDefaults().applyTo(parent);
        problems = new ProblemsPane(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).hint(LEAST, LEAST).applyTo(problems.control());
    }

    @Override
    public void setInput(IWorkbenchPart part, ISelection selection) {
        super.setInput(part, selection);
        selected = Selected.of(selection).orElse(null);
    }

    @Override
    public void refresh() {
        if (selected != null) {
            problems.show(problems(selected), new ProblemActions(selected.design()));
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
}
