// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analyser;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.vesalius.core.check.Problem;
import org.vesalius.network.ui.design.OpenDesign;
import org.vesalius.network.ui.design.ProblemList;

/** The problems of a network, as long a list as it may be. */
final class ProblemsPane {
    private final ScrolledComposite scroller;
    private final ProblemList list;

    ProblemsPane(Composite parent) {
        scroller = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.BORDER);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        scroller.setAlwaysShowScrollBars(false);
        list = new ProblemList(scroller);
        scroller.setContent(list.control());
        scroller.addListener(SWT.Resize, event -> fit());
        scroller.addListener(SWT.Dispose, event -> list.close());
    }

    /** Shows problems; a list that says the same as before keeps its place. */
    void show(OpenDesign design, List<Problem> problems) {
        if (list.show(design, problems, "No problems.")) {
            fit();
        }
    }

    private void fit() {
        int width = scroller.getClientArea().width;
        scroller.setMinHeight(list.control().computeSize(Math.max(1, width), SWT.DEFAULT).y);
    }

    Control control() {
        return scroller;
    }
}
