// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.results;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.vesalius.evaluation.output.OutputReport;
import org.vesalius.evaluation.output.SurvivalCurve;
import org.vesalius.experiment.metric.Metric;

/** The figures of an output as tables: each with what is reached without a network, and with those of single folds. */
final class FigureTables {
    private static final String UNKNOWN = "\u2013";
    private static final Set<String> COUNTS = Set.of("n", "positives", "missed");
    private static final int MOST_TIMES = 12;

    private final Composite parent;
    private final OutputReport report;
    private final NumberFormat numbers = NumberFormat.getNumberInstance();

    FigureTables(Composite parent, OutputReport report) {
        this.parent = parent;
        this.report = report;
        numbers.setMinimumFractionDigits(4);
        numbers.setMaximumFractionDigits(4);
    }

    /** The metrics, those that only folds have among them. */
    void createMetrics() {
        Map<String, Double> metrics = report.metrics();
        Map<String, Double> baseline = report.baseline();
        Optional<OutputReport.Folds> folds = report.folds();
        Set<String> ids = new LinkedHashSet<>(metrics.keySet());
        folds.ifPresent(found -> ids.addAll(found.means().keySet()));
        List<String> titles = new ArrayList<>(List.of("Metric", "Value"));
        if (!baseline.isEmpty()) {
            titles.add("Baseline");
        }
        folds.ifPresent(found -> titles.addAll(List.of("Mean of " + found.count() + " folds", "Standard deviation")));
        Table table = table(titles);
        for (String id : ids) {
            List<String> row = new ArrayList<>(List.of(name(id), number(metrics, id)));
            if (!baseline.isEmpty()) {
                row.add(number(baseline, id));
            }
            folds.ifPresent(found -> row.addAll(List.of(number(found.means(), id), number(found.deviations(), id))));
            new TableItem(table, SWT.NONE).setText(row.toArray(String[]::new));
        }
        pack(table);
        if (!baseline.isEmpty()) {
            table.setToolTipText("The baseline is what is reached without a network, by who says the same of every sample: the"
                    + " most frequent category, the mean, what most samples have.");
        }
    }

    /** The figures of each finding, quantity or structure. */
    void createParts() {
        Map<String, Map<String, Double>> baselines = report.partBaselines();
        Set<String> ids = new LinkedHashSet<>();
        Set<String> withBaseline = new LinkedHashSet<>();
        report.parts().values().forEach(part -> ids.addAll(part.keySet()));
        baselines.values().forEach(part -> withBaseline.addAll(part.keySet()));
        List<String> titles = new ArrayList<>(List.of("Name"));
        for (String id : ids) {
            titles.add(id.equals("n") ? "Samples" : partName(id));
            if (withBaseline.contains(id)) {
                titles.add("Baseline");
            }
        }
        Table table = table(titles);
        report.parts().forEach((name, part) -> {
            List<String> row = new ArrayList<>(List.of(name));
            for (String id : ids) {
                row.add(COUNTS.contains(id) ? count(part.get(id)) : number(part, id));
                if (withBaseline.contains(id)) {
                    row.add(number(baselines.getOrDefault(name, Map.of()), id));
                }
            }
            new TableItem(table, SWT.NONE).setText(row.toArray(String[]::new));
        });
        pack(table);
    }

    /** How many samples are without the event by time. */
    void createSurvival() {
        Table table = table(List.of("From", "At risk", "Without the event", "95 % confidence interval"));
        for (SurvivalCurve.Point point : report.survival().some(MOST_TIMES)) {
            String interval = Double.isNaN(point.lower()) ? UNKNOWN
                    : numbers.format(point.lower()) + " to " + numbers.format(point.upper());
            new TableItem(table, SWT.NONE).setText(new String[] {NumberFormat.getNumberInstance().format(point.time()),
                Integer.toString(point.atRisk()), numbers.format(point.share()), interval});
        }
        pack(table);
    }

    /** Of one finding there is no mean over findings. */
    private String partName(String id) {
        return id.equals("average-precision") ? "AP" : name(id);
    }

    private String name(String id) {
        String unit = report.unit(id);
        return Metric.name(id) + (unit.isEmpty() ? "" : " (" + unit + ")");
    }

    private Table table(List<String> titles) {
        Table table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION);
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

    private String number(Map<String, Double> of, String id) {
        double value = of.getOrDefault(id, Double.NaN);
        return Double.isNaN(value) ? UNKNOWN : numbers.format(value);
    }

    private static String count(Double value) {
        return value == null ? UNKNOWN : Long.toString(value.longValue());
    }
}
