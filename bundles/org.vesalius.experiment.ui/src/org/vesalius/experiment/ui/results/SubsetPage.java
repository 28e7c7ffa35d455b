// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.results;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.vesalius.core.English;
import org.vesalius.evaluation.ConfusionMatrix;
import org.vesalius.evaluation.OutputTask;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.ui.results.RunResults.OutputResults;

/** What was measured on one subset of the data: measures by category, the confusion matrix, and the worst cases. */
final class SubsetPage {

    private static final String UNKNOWN = "\u2013";
    private static final int TEXT_WIDTH = 460;
    private static final int MARGIN = 12;
    private static final int GAP = 28;

    private final OutputResults results;
    private final ConfusionMatrix matrix;
    private final ScrolledComposite scroll;
    private final Composite page;
    private final Composite worst;
    private final NumberFormat numbers = NumberFormat.getNumberInstance();
    private final NumberFormat shares = NumberFormat.getPercentInstance();
    private final NumberFormat counts = NumberFormat.getIntegerInstance();

    SubsetPage(Composite parent, RunFolder folder, ExperimentContext context, OutputResults results) {
        this.results = results;
        matrix = results.report().confusion().orElseThrow();
        numbers.setMinimumFractionDigits(3);
        numbers.setMaximumFractionDigits(3);
        shares.setMinimumFractionDigits(1);
        shares.setMaximumFractionDigits(1);
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        page = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(MARGIN, 10).spacing(GAP, 8).applyTo(page);
        scroll.setContent(page);
        createMeasures();
        createConfusion();
        worst = column();
        if (!steps()) {
            createWorst(folder, context);
        }
        scroll.addListener(SWT.Resize, event -> fit());
    }

    Control control() {
        return scroll;
    }

    /** Columns side by side where there is room; thumbnails wrap, so the height depends on the width. */
    private void fit() {
        int width = scroll.getClientArea().width;
        int[] wanted = Stream.of(page.getChildren()).limit(2)
                .mapToInt(child -> child.computeSize(SWT.DEFAULT, SWT.DEFAULT).x).toArray();
        int columns = width < wanted[0] + GAP + wanted[1] + 2 * MARGIN ? 1 : 2;
        ((GridLayout) page.getLayout()).numColumns = columns;
        ((GridData) worst.getLayoutData()).horizontalSpan = columns;
        int least = columns == 1 ? Math.max(wanted[0], wanted[1]) + 2 * MARGIN : 0;
        scroll.setMinSize(least, page.computeSize(Math.max(width, least), SWT.DEFAULT).y);
        page.layout(true);
    }

    private void createMeasures() {
        Composite column = column();
        heading(column, "By category");
        text(column, summary());
        Table table = new Table(column, SWT.BORDER | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        List.of("Category", steps() ? "Steps" : "Samples", "Sensitivity", "Specificity", "Precision").forEach(title -> {
            TableColumn created = new TableColumn(table, title.equals("Category") ? SWT.LEFT : SWT.RIGHT);
            created.setText(title);
        });
        rows().forEach(row -> new TableItem(table, SWT.NONE).setText(row.toArray(String[]::new)));
        for (TableColumn each : table.getColumns()) {
            each.pack();
        }
        GridDataFactory.swtDefaults().applyTo(table);
        text(column, notes());
        if (!results.report().baseline().isEmpty() || results.report().folds().isPresent()) {
            heading(column, "Measures");
            new FigureTables(column, results.report()).createMetrics();
        }
    }

    private Composite column() {
        Composite column = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(column);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(column);
        return column;
    }

    private static void heading(Composite parent, String words) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(words);
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.swtDefaults().indent(0, parent.getChildren().length > 1 ? 10 : 0).applyTo(label);
    }

    private static void text(Composite parent, String words) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(words.replace("&", "&&"));
        GridDataFactory.fillDefaults().hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(label);
    }

    private String summary() {
        long right = IntStream.range(0, matrix.categories()).mapToLong(index -> matrix.counts()[index][index]).sum();
        String patients = results.patients().isPresent() ? " of " + English.quantity(results.patients().getAsLong(), "patient")
                : "";
        return counted() + patients + ". Accuracy " + share(matrix.accuracy()) + " ("
                + counts.format(right) + " of " + counts.format(matrix.total()) + ")" + metric("auc", ", AUC ") + metric("loss", ", loss ")
                + ".";
    }

    /** What the matrix counts: samples, or the steps of sequences. */
    private String counted() {
        return steps() ? English.quantity(matrix.total(), "step") + " of " + English.quantity(results.report().samples(), "sample")
                : English.quantity(matrix.total(), "sample");
    }

    private boolean steps() {
        return results.report().task().filter(OutputTask.SEQUENCE::equals).isPresent();
    }

    private String metric(String id, String words) {
        return results.report().metrics().containsKey(id) ? words + number(results.report().metrics().get(id)) : "";
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (int index = 0; index < matrix.categories(); index++) {
            rows.add(List.of(results.categories().get(index), counts.format(matrix.samples(index)),
                    share(matrix.sensitivity(index)), share(matrix.specificity(index)), share(matrix.precision(index))));
        }
        if (matrix.categories() > 2) {
            rows.add(List.of("Mean of categories", counts.format(matrix.total()), share(mean(matrix::sensitivity)),
                    share(mean(matrix::specificity)), share(mean(matrix::precision))));
        }
        return rows;
    }

    private double mean(IntToDoubleFunction rate) {
        return IntStream.range(0, matrix.categories()).mapToDouble(rate).filter(value -> !Double.isNaN(value)).average()
                .orElse(Double.NaN);
    }

    private String notes() {
        String average = matrix.categories() > 2
                ? "The mean is over the categories, each against all others; each counts the same, however many samples it "
                        + "has. AUC is such a mean, too. Accuracy counts each sample the same."
                : "A sample with a score of 0.5 or more counts as '" + results.categories().get(1)
                        + "'. The sensitivity and specificity of the model are those of '" + results.categories().get(1)
                        + "'. Accuracy counts each sample the same.";
        if (steps()) {
            return "Each step of each sequence counts the same; steps whose category isn't known are left out."
                    + (results.report().explanation().isEmpty() ? "" : "\n" + results.report().explanation());
        }
        String several = results.patients().isPresent() && results.patients().getAsLong() < matrix.total()
                ? " Some patients have several samples." : "";
        return average + several + (results.report().explanation().isEmpty() ? "" : "\n" + results.report().explanation());
    }

    private void createConfusion() {
        Composite column = column();
        heading(column, "Confusion");
        new ConfusionCanvas(column, results.categories(), matrix);
        text(column, (steps() ? "Steps" : "Samples") + ", and their share of those of the same true category.");
    }

    private void createWorst(RunFolder folder, ExperimentContext context) {
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(worst);
        heading(worst, "Worst cases");
        if (results.worst().isEmpty()) {
            text(worst, "What the model said of single samples is kept for validation and test only.");
            return;
        }
        text(worst, "The samples whose true category got the lowest scores, worst first.");
        GridDataFactory.fillDefaults().grab(true, true)
                .applyTo(new WorstCasesPane(worst, folder, context, results.worst(), this::fit).control());
    }

    private String share(double value) {
        return Double.isNaN(value) ? UNKNOWN : shares.format(value);
    }

    private String number(double value) {
        return Double.isNaN(value) ? "unknown" : numbers.format(value);
    }
}
