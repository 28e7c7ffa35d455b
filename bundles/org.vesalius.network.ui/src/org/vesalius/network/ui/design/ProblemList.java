// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.design;

import java.util.List;
import java.util.Objects;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.network.ui.catalog.LayerImages;

/**
 * Problems below each other, each with its reason and a link for each of its fixes; its message leads to its layer.
 * Close it when it is no longer needed.
 */
public final class ProblemList implements AutoCloseable {
    private static final int COLUMNS = 2;
    private static final int MOST = 50;

    private final LayerImages images = new LayerImages();
    private final Composite list;
    private List<Problem> shown;

    /** Makes an empty list in the colours of its parent. */
    public ProblemList(Composite parent) {
        list = new Composite(parent, SWT.NONE);
        list.setBackground(parent.getBackground());
        list.setBackgroundMode(SWT.INHERIT_FORCE);
        TableWrapLayout layout = new TableWrapLayout();
        layout.numColumns = COLUMNS;
        list.setLayout(layout);
    }

    /** Returns the control. */
    public Composite control() {
        return list;
    }

    /**
     * Shows problems.
     *
     * @param none what to say if there is no problem
     * @return whether anything changed
     */
    public boolean show(OpenDesign design, List<Problem> problems, String none) {
        if (Objects.equals(problems, shown)) {
            return false;
        }
        shown = List.copyOf(problems);
        list.setRedraw(false);
        for (Control child : list.getChildren()) {
            child.dispose();
        }
        problems.stream().limit(MOST).forEach(problem -> add(design, problem));
        if (problems.isEmpty()) {
            text(none, COLUMNS);
        } else if (problems.size() > MOST) {
            text("and " + (problems.size() - MOST) + " more in the Problems view", COLUMNS);
        }
        list.layout(true, true);
        list.setRedraw(true);
        return true;
    }

    private void add(OpenDesign design, Problem problem) {
        new Label(list, SWT.NONE).setImage(images.badge(problem.severity()));
        Link message = link("", problem.message(), "Show the layer");
        message.addListener(SWT.Selection, event -> design.reveal(problem.subject()));
        if (!problem.explanation().isBlank()) {
            new Label(list, SWT.NONE);
            text(problem.explanation(), 1);
        }
        problem.fixes().forEach(fix -> offer(design, problem, fix));
    }

    /** A link and no button: the names of fixes may be long, and only links wrap. */
    private void offer(OpenDesign design, Problem problem, Fix fix) {
        new Label(list, SWT.NONE);
        Link link = link("Fix: ", fix.label(), "Mend this; it can be undone");
        link.addListener(SWT.Selection, event -> design.fix(problem.checkId(), problem.subject(), fix.label()));
    }

    private Link link(String before, String words, String tip) {
        Link link = new Link(list, SWT.WRAP);
        link.setText(before + "<a>" + words.replace("<", "‹").replace("&", "&&") + "</a>");
        link.setToolTipText(tip);
        link.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        return link;
    }

    private void text(String words, int columns) {
        Label label = new Label(list, SWT.WRAP);
        label.setText(words.replace("&", "&&"));
        TableWrapData place = new TableWrapData(TableWrapData.FILL_GRAB);
        place.colspan = columns;
        label.setLayoutData(place);
    }

    @Override
    public void close() {
        images.close();
    }
}
