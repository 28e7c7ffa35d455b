// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analyser;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Spinner;
import org.vesalius.core.English;
import org.vesalius.core.check.Problem;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.ui.analysis.Quantity;

/** The line above the table: the totals, and the batch that the memory of training is told for. */
final class TotalsLine {
    private static final int LARGEST_BATCH = 65_536;
    private static final int PAUSE_MILLIS = 300;

    private final Composite line;
    private final Label totals;
    private final Spinner batch;
    private final Label source;
    private final Link reset;
    private final Label problems;
    private final Consumer<OptionalInt> chosen;
    private OptionalInt typed = OptionalInt.empty();
    private boolean showing;

    /** @param chosen hears the batch that the user wants, or that it shall be the experiment's again */
    TotalsLine(Composite parent, Consumer<OptionalInt> chosen) {
        this.chosen = chosen;
        line = new Composite(parent, SWT.NONE);
        RowLayoutFactory.fillDefaults().wrap(true).center(true).margins(6, 4).spacing(8).applyTo(line);
        problems = new Label(line, SWT.NONE);
        totals = new Label(line, SWT.NONE);
        Label label = new Label(line, SWT.NONE);
        label.setText("with a batch of");
        batch = new Spinner(line, SWT.BORDER);
        batch.setValues(1, 1, LARGEST_BATCH, 0, 1, 16);
        batch.setToolTipText("Samples that training computes together");
        batch.addListener(SWT.Modify, event -> typed());
        source = new Label(line, SWT.NONE);
        reset = new Link(line, SWT.NONE);
        reset.setText("<a>Use the experiment's</a>");
        reset.addListener(SWT.Selection, event -> chosen.accept(OptionalInt.empty()));
        reset.setLayoutData(new RowData());
    }

    /** A number that is still being typed waits for its end; a report that comes meanwhile leaves it. */
    private void typed() {
        if (showing) {
            return;
        }
        OptionalInt wanted = OptionalInt.of(batch.getSelection());
        typed = wanted;
        line.getDisplay().timerExec(PAUSE_MILLIS, () -> {
            if (!batch.isDisposed() && typed.equals(wanted)) {
                typed = OptionalInt.empty();
                chosen.accept(wanted);
            }
        });
    }

    /** Shows the totals of a report. */
    void show(AnalyserReport report, boolean ownBatch) {
        showing = true;
        totals.setText(text(report));
        if (typed.isEmpty() && batch.getSelection() != report.training().scale().batch()) {
            batch.setSelection(report.training().scale().batch());
        }
        source.setText("and " + report.training().scale().optimizer() + ", " + report.training().source());
        reset.setVisible(ownBatch);
        ((RowData) reset.getLayoutData()).exclude = !ownBatch;
        problems.setText(problems(report.problems()));
        line.requestLayout();
        showing = false;
    }

    private static String text(AnalyserReport report) {
        ParameterCount parameters = report.parameters();
        String fixed = parameters.fixed() > 0 ? " (" + Quantity.count(parameters.fixed()) + " fixed)" : "";
        return "·   " + counted(report.layers(), "layer") + "   ·   " + counted(parameters.total(), "parameter")
                + fixed + "   ·   FLOPs: " + Quantity.about(report.flops()) + "   ·   Training: "
                + Quantity.bytes(report.trainingBytes());
    }

    private static String counted(long number, String thing) {
        return Quantity.count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    private static String problems(List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        if (problems.isEmpty()) {
            return "No problems";
        }
        String all = English.quantity(problems.size(), "problem");
        return errors == 0 ? all : all + ", " + English.quantity(errors, "error");
    }

    Control control() {
        return line;
    }
}
