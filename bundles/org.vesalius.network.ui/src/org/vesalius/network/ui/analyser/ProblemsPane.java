// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analyser;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.network.ui.part.LayerImages;

/** The problems of a network; of the selected one the reason, and a button for each fix. */
final class ProblemsPane {
    private static final int TEXT_WIDTH = 200;

    private final Composite pane;
    private final LayerImages images;
    private final Consumer<Problem> open;
    private final BiConsumer<Problem, Fix> fix;
    private Label summary;
    private Table table;
    private Label explanation;
    private Composite fixes;
    private List<Problem> problems = List.of();

    /**
     * @param open hears a problem that is double-clicked
     * @param fix hears a fix that is wanted
     */
    ProblemsPane(Composite parent, LayerImages images, Consumer<Problem> open, BiConsumer<Problem, Fix> fix) {
        this.images = Objects.requireNonNull(images);
        this.open = Objects.requireNonNull(open);
        this.fix = Objects.requireNonNull(fix);
        pane = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(6, 4).spacing(0, 4).applyTo(pane);
        summary = new Label(pane, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(summary);
        createTable();
        createDetails();
    }

    private void createTable() {
        table = new Table(pane, SWT.FULL_SELECTION | SWT.SINGLE | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        TableColumn column = new TableColumn(table, SWT.LEFT);
        table.addListener(SWT.Resize, event -> column.setWidth(table.getClientArea().width));
        table.addListener(SWT.Selection, event -> showDetails());
        table.addListener(SWT.DefaultSelection, event -> {
            if (selected() != null) {
                open.accept(selected());
            }
        });
    }

    private void createDetails() {
        explanation = new Label(pane, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(explanation);
        fixes = new Composite(pane, SWT.NONE);
        RowLayoutFactory.fillDefaults().wrap(true).spacing(6).applyTo(fixes);
        GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(fixes);
    }

    /** Shows problems; one that is there again stays selected. */
    void show(List<Problem> shown) {
        Problem before = selected();
        problems = List.copyOf(shown);
        table.setRedraw(false);
        table.removeAll();
        for (Problem problem : problems) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(problem.message());
            item.setImage(images.badge(problem.severity()));
        }
        table.select(Math.max(0, index(before)));
        table.setRedraw(true);
        summary.setText(problems.isEmpty() ? "No problems: this network can be trained." : count(problems));
        showDetails();
    }

    private static String count(List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        String all = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return errors == 0 ? all + ", none of which keeps the network from being trained"
                : all + ", " + (errors == 1 ? "1 error" : errors + " errors");
    }

    /** Fixes compare by identity, so problems are told apart by what they say. */
    private int index(Problem wanted) {
        for (int i = 0; wanted != null && i < problems.size(); i++) {
            Problem problem = problems.get(i);
            if (problem.checkId().equals(wanted.checkId()) && problem.subject().equals(wanted.subject())
                    && problem.message().equals(wanted.message())) {
                return i;
            }
        }
        return -1;
    }

    private Problem selected() {
        int index = table.getSelectionIndex();
        return index < 0 || index >= problems.size() ? null : problems.get(index);
    }

    private void showDetails() {
        Problem problem = selected();
        explanation.setText(problem == null ? "" : problem.explanation().replace("&", "&&"));
        for (Control child : fixes.getChildren()) {
            child.dispose();
        }
        if (problem != null) {
            problem.fixes().forEach(offered -> button(problem, offered));
        }
        pane.layout(true, true);
    }

    private void button(Problem problem, Fix offered) {
        Button button = new Button(fixes, SWT.PUSH);
        button.setText(offered.label().replace("&", "&&"));
        button.addListener(SWT.Selection, event -> fix.accept(problem, offered));
    }

    Control control() {
        return pane;
    }
}
