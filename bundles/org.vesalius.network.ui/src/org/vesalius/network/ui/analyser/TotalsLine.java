// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analyser;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Spinner;
import org.vesalius.core.English;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.experiment.io.NetworkUse;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.ui.analysis.Quantity;
import org.vesalius.ui.field.FieldGrid;

/**
 * The line above the table: the totals, and the training that its memory is told for. Where there is little room it keeps
 * to the totals in short.
 */
final class TotalsLine {
    private static final int LARGEST_BATCH = 65_536;
    private static final int PAUSE_MILLIS = 300;

    private final Composite line;
    private final Label problems;
    private final Label totals;
    private final Label label;
    private final Spinner batch;
    private final Label source;
    private final Combo experiments;
    private final Link reset;
    private final Consumer<OptionalInt> chosen;
    private OptionalInt typed = OptionalInt.empty();
    private AnalyserReport report;
    private boolean ownBatch;
    private boolean brief;
    private boolean showing;

    /**
     * @param chosen hears the batch that the user wants, or that it shall be the experiment's again
     * @param experiment hears of the experiment whose training is wanted
     */
    TotalsLine(Composite parent, Consumer<OptionalInt> chosen, Consumer<Path> experiment) {
        this.chosen = chosen;
        line = new Composite(parent, SWT.NONE);
        RowLayoutFactory.fillDefaults().wrap(true).center(true).margins(6, 4).spacing(8).applyTo(line);
        problems = label("");
        totals = label("");
        label = label("with a batch of");
        batch = new Spinner(line, SWT.BORDER);
        batch.setValues(1, 1, LARGEST_BATCH, 0, 1, 16);
        FieldGrid.ignoreWheel(batch);
        batch.setToolTipText("Samples that training computes together");
        batch.addListener(SWT.Modify, event -> typed());
        source = label("");
        experiments = new Combo(line, SWT.READ_ONLY);
        experiments.setToolTipText("The experiment whose training is told");
        experiments.addListener(SWT.Selection,
                event -> experiment.accept(choice().get(experiments.getSelectionIndex()).experiment()));
        reset = new Link(line, SWT.NONE);
        reset.setText("<a>Use the experiment's</a>");
        reset.addListener(SWT.Selection, event -> chosen.accept(OptionalInt.empty()));
        Stream.of(line.getChildren()).forEach(part -> part.setLayoutData(new RowData()));
    }

    private Label label(String text) {
        Label created = new Label(line, SWT.NONE);
        created.setText(text);
        return created;
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
    void show(AnalyserReport shown, boolean own) {
        showing = true;
        report = shown;
        ownBatch = own;
        Training training = report.training();
        if (typed.isEmpty() && batch.getSelection() != training.scale().batch()) {
            batch.setSelection(training.scale().batch());
        }
        source.setText("and " + training.scale().optimizer() + ", " + training.source());
        List<NetworkUse> choice = choice();
        experiments.setItems(choice.stream().map(NetworkUse::name).toArray(String[]::new));
        experiments.select(training.choice().isEmpty() ? -1 : choice.indexOf(training.choice().get(0)));
        problems.setText(problems(report.problems()));
        showing = false;
        arrange();
    }

    /** In the order of their names, whichever is chosen. */
    private List<NetworkUse> choice() {
        return report.training().choice().stream().sorted(Comparator.comparing(NetworkUse::name)).toList();
    }

    /** Makes the line short if it would be higher than there is room. */
    void fit(int width, int height) {
        if (report == null) {
            return;
        }
        brief = false;
        arrange();
        if (line.computeSize(width, SWT.DEFAULT).y > height) {
            brief = true;
            arrange();
        }
    }

    private void arrange() {
        totals.setText(brief ? inShort() : inFull());
        totals.setToolTipText(brief ? inFull() + " with a batch of " + report.training().scale().display()
                + "\nMake the view higher to choose another batch." : null);
        Stream.of(label, batch, source).forEach(part -> show(part, !brief));
        show(experiments, !brief && !report.training().choice().isEmpty());
        show(reset, !brief && ownBatch);
        line.requestLayout();
    }

    private static void show(Control part, boolean shown) {
        part.setVisible(shown);
        ((RowData) part.getLayoutData()).exclude = !shown;
    }

    private String inFull() {
        ParameterCount parameters = report.parameters();
        String fixed = parameters.fixed() > 0 ? " (" + Quantity.count(parameters.fixed()) + " fixed)" : "";
        return "·   " + counted(report.layers(), "layer") + "   ·   " + counted(parameters.total(), "parameter")
                + fixed + "   ·   FLOPs: " + Quantity.about(report.flops()) + "   ·   Training: "
                + Quantity.bytes(report.trainingBytes());
    }

    private String inShort() {
        return "· " + counted(report.layers(), "layer") + " · " + Quantity.about(report.parameters().total())
                + " parameters · " + Quantity.about(report.flops()) + " FLOPs · " + Quantity.bytes(report.trainingBytes());
    }

    private static String counted(long number, String thing) {
        return Quantity.count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** Advice is none of the problems. */
    private static String problems(List<Problem> all) {
        long advice = count(all, Severity.ADVICE);
        List<String> counts = Stream.of(some(count(all, Severity.ERROR), "error"), some(count(all, Severity.WARNING), "warning"),
                advice == 0 ? "" : English.quantity(advice, "piece") + " of advice").filter(text -> !text.isEmpty()).toList();
        return counts.isEmpty() ? "No problems" : English.all(counts);
    }

    private static long count(List<Problem> problems, Severity severity) {
        return problems.stream().filter(problem -> problem.severity() == severity).count();
    }

    private static String some(long number, String thing) {
        return number == 0 ? "" : English.quantity(number, thing);
    }

    Control control() {
        return line;
    }
}
