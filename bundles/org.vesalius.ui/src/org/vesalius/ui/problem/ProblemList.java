// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.problem;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;

/** Problems below each other, each with its reason and a link for each of its remedies. */
public final class ProblemList {
    private static final int COLUMNS = 2;
    private static final int MOST = 50;

    private final Composite list;
    private List<Problem> shown;

    /** Makes an empty list in the colours of its parent. */
    public ProblemList(Composite parent) {
        list = new Composite(parent, SWT.NONE);
        list.setBackground(parent.getBackground());
        list.setBackgroundMode(SWT.INHERIT_DEFAULT);
        TableWrapLayout layout = new TableWrapLayout();
        layout.numColumns = COLUMNS;
        list.setLayout(layout);
    }

    /** Returns the icon of a severity; it belongs to the workbench. */
    public static Image icon(Severity severity) {
        String name = switch (severity) {
            case ERROR -> ISharedImages.IMG_OBJS_ERROR_TSK;
            case WARNING -> ISharedImages.IMG_OBJS_WARN_TSK;
            case ADVICE -> ISharedImages.IMG_OBJS_INFO_TSK;
        };
        return PlatformUI.getWorkbench().getSharedImages().getImage(name);
    }

    /** Returns the control. */
    public Composite control() {
        return list;
    }

    /**
     * Shows problems.
     *
     * @param actions what can be done about each
     * @param none what to say if there is no problem; nothing where it is empty
     * @return whether anything changed
     */
    public boolean show(List<Problem> problems, Function<Problem, Actions> actions, String none) {
        if (Objects.equals(problems, shown)) {
            return false;
        }
        shown = List.copyOf(problems);
        list.setRedraw(false);
        for (Control child : list.getChildren()) {
            child.dispose();
        }
        problems.stream().limit(MOST).forEach(problem -> add(problem, actions.apply(problem)));
        if (problems.isEmpty() && !none.isEmpty()) {
            text(none, COLUMNS);
        } else if (problems.size() > MOST) {
            text("and " + (problems.size() - MOST) + " more in the Problems view", COLUMNS);
        }
        list.layout(true, true);
        list.setRedraw(true);
        return true;
    }

    private void add(Problem problem, Actions actions) {
        new Label(list, SWT.NONE).setImage(icon(problem.severity()));
        actions.place().ifPresentOrElse(place -> link("", problem.message(), place), () -> text(problem.message(), 1));
        if (!problem.explanation().isBlank()) {
            new Label(list, SWT.NONE);
            text(problem.explanation(), 1);
        }
        for (Action remedy : actions.remedies()) {
            new Label(list, SWT.NONE);
            link("Fix: ", remedy);
        }
        for (Action other : actions.others()) {
            new Label(list, SWT.NONE);
            link("", other);
        }
    }

    private void link(String before, Action action) {
        link(before, action.label(), action);
    }

    /** A link and no button: what it says may be long, and only links wrap. */
    private void link(String before, String words, Action action) {
        Link link = new Link(list, SWT.WRAP);
        link.setText(before + "<a>" + words.replace("<", "‹").replace("&", "&&") + "</a>");
        link.setToolTipText(action.tip());
        link.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        link.addListener(SWT.Selection, event -> action.act().run());
    }

    private void text(String words, int columns) {
        Label label = new Label(list, SWT.WRAP);
        label.setText(words.replace("&", "&&"));
        TableWrapData place = new TableWrapData(TableWrapData.FILL_GRAB);
        place.colspan = columns;
        label.setLayoutData(place);
    }

    /**
     * What can be done about a problem.
     *
     * @param place shows what the problem is about; empty where that can't be shown
     * @param remedies mend it
     * @param others do something else, such as dismissing an advice
     */
    public record Actions(Optional<Action> place, List<Action> remedies, List<Action> others) {
    }

    /**
     * A link.
     *
     * @param label what it says
     * @param tip what its tooltip says
     * @param act what it does
     */
    public record Action(String label, String tip, Runnable act) {
    }
}
