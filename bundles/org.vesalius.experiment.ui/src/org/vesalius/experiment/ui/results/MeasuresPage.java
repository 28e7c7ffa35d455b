// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.results;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.vesalius.core.English;
import org.vesalius.evaluation.output.OutputReport;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.ui.results.RunResults.OutputResults;

/**
 * What was measured of an output that tells no single category: the metrics, and those of each finding, quantity or
 * structure.
 */
final class MeasuresPage {
    private static final String UNKNOWN = "\u2013";
    private static final int TEXT_WIDTH = 460;

    private final OutputResults results;
    private final OutputReport report;
    private final ScrolledComposite scroll;
    private final Composite page;
    private final NumberFormat numbers = NumberFormat.getNumberInstance();

    MeasuresPage(Composite parent, OutputResults results) {
        this.results = results;
        report = results.report();
        numbers.setMinimumFractionDigits(4);
        numbers.setMaximumFractionDigits(4);
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        page = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(12, 10).spacing(0, 6).applyTo(page);
        scroll.setContent(page);
        heading("Measures");
        text(summary());
        metrics();
        if (!report.parts().isEmpty()) {
            heading(partsTitle());
            parts();
        }
        if (!report.explanation().isEmpty()) {
            text(report.explanation());
        }
        scroll.setMinSize(page.computeSize(SWT.DEFAULT, SWT.DEFAULT));
    }

    Control control() {
        return scroll;
    }

    private void heading(String words) {
        Label label = new Label(page, SWT.NONE);
        label.setText(words);
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.swtDefaults().indent(0, page.getChildren().length > 1 ? 10 : 0).applyTo(label);
    }

    private void text(String words) {
        Label label = new Label(page, SWT.WRAP);
        label.setText(words.replace("&", "&&"));
        GridDataFactory.fillDefaults().hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(label);
    }

    private String summary() {
        OptionalLong events = report.count("events");
        OptionalLong pairs = report.count("pairs");
        return English.quantity(report.samples(), "sample")
                + (results.patients().isPresent()
                        ? " of " + English.quantity(results.patients().getAsLong(), "patient") : "")
                + (events.isPresent() ? ", " + English.quantity(events.getAsLong(), "event") : "")
                + (pairs.isPresent()
                        ? "; of " + English.quantity(pairs.getAsLong(), "pair") + " is known which had the event first"
                        : "")
                + ".";
    }

    private void metrics() {
        Table table = table(List.of("Metric", "Value"));
        report.metrics().forEach((id, value) -> new TableItem(table, SWT.NONE)
                .setText(new String[] {Metric.name(id), number(value)}));
        pack(table);
    }

    private String partsTitle() {
        return report.task().map(task -> switch (task) {
            case MULTI_LABEL -> "By finding";
            case SEGMENTATION -> "By structure";
            default -> "By quantity";
        }).orElse("In detail");
    }

    private void parts() {
        Set<String> ids = new LinkedHashSet<>();
        report.parts().values().forEach(part -> ids.addAll(part.keySet()));
        List<String> titles = new ArrayList<>(List.of("Name"));
        ids.forEach(id -> titles.add(id.equals("n") ? "Samples" : Metric.name(id)));
        Table table = table(titles);
        for (Map.Entry<String, Map<String, Double>> part : report.parts().entrySet()) {
            List<String> row = new ArrayList<>(List.of(part.getKey()));
            ids.forEach(id -> row.add(id.equals("n") || id.equals("positives") ? count(part.getValue().get(id))
                    : number(part.getValue().getOrDefault(id, Double.NaN))));
            new TableItem(table, SWT.NONE).setText(row.toArray(String[]::new));
        }
        pack(table);
    }

    private Table table(List<String> titles) {
        Table table = new Table(page, SWT.BORDER | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        for (String title : titles) {
            new TableColumn(table, table.getColumnCount() == 0 ? SWT.LEFT : SWT.RIGHT).setText(title);
        }
        return table;
    }

    private static void pack(Table table) {
        for (TableColumn column : table.getColumns()) {
            column.pack();
        }
        GridDataFactory.swtDefaults().applyTo(table);
    }

    private String number(double value) {
        return Double.isNaN(value) ? UNKNOWN : numbers.format(value);
    }

    private static String count(Double value) {
        return value == null ? UNKNOWN : Long.toString(value.longValue());
    }
}
