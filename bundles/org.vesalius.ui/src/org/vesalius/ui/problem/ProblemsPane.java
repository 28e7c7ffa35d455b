// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.problem;

import java.util.List;
import java.util.function.Function;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.vesalius.core.check.Problem;

/** A list of problems that wraps its texts and scrolls, however long it may be. */
public final class ProblemsPane {
    private final ScrolledComposite scroller;
    private final ProblemList list;

    /**
     * Makes an empty list in the colours of its parent.
     *
     * @param style styles of its control, such as {@link SWT#BORDER}
     */
    public ProblemsPane(Composite parent, int style) {
        scroller = new ScrolledComposite(parent, SWT.V_SCROLL | style);
        scroller.setBackground(parent.getBackground());
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        scroller.setAlwaysShowScrollBars(false);
        list = new ProblemList(scroller);
        scroller.setContent(list.control());
        scroller.addListener(SWT.Resize, event -> fit());
    }

    /** Shows problems; a list that says the same as before keeps its place. */
    public void show(List<Problem> problems, Function<Problem, ProblemList.Actions> actions) {
        if (list.show(problems, actions, "No problems.")) {
            fit();
        }
    }

    private void fit() {
        int width = scroller.getClientArea().width;
        scroller.setMinHeight(list.control().computeSize(Math.max(1, width), SWT.DEFAULT).y);
    }

    /** Returns the control. */
    public Control control() {
        return scroller;
    }
}
