// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.results;

import java.text.NumberFormat;
import java.util.OptionalLong;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.vesalius.core.English;
import org.vesalius.evaluation.output.OutputReport;
import org.vesalius.evaluation.output.SurvivalCurve;
import org.vesalius.experiment.ui.results.RunResults.OutputResults;

/**
 * What was measured of an output that tells no single category: the metrics, those of each finding, quantity or
 * structure, and the survival of the samples.
 */
final class MeasuresPage {
    private static final int TEXT_WIDTH = 460;

    private final OutputResults results;
    private final OutputReport report;
    private final ScrolledComposite scroll;
    private final Composite page;

    MeasuresPage(Composite parent, OutputResults results) {
        this.results = results;
        report = results.report();
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        page = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(12, 10).spacing(0, 6).applyTo(page);
        scroll.setContent(page);
        heading("Measures");
        text(summary());
        FigureTables tables = new FigureTables(page, report);
        tables.createMetrics();
        if (!report.parts().isEmpty()) {
            heading(partsTitle());
            tables.createParts();
            text(averages());
        }
        if (!report.survival().points().isEmpty()) {
            heading("Survival of these samples (Kaplan-Meier)");
            text(median(report.survival()));
            tables.createSurvival();
        }
        text(report.explanation());
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
        if (words.isEmpty()) {
            return;
        }
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
                + (pairs.isPresent() ? "; for " + NumberFormat.getIntegerInstance().format(pairs.getAsLong())
                        + " pairs it is known who had the event first" : "")
                + ".";
    }

    /** What figures of all findings, quantities or structures together are. */
    private String averages() {
        return report.task().map(task -> switch (task) {
            case MULTI_LABEL -> "AUC, mean AP and F1 above are means over the findings, each counting the same; micro AUC, micro AP"
                    + " and micro F1 take every finding of every sample alike.";
            default -> "";
        }).orElse("");
    }

    private static String median(SurvivalCurve curve) {
        return curve.median().isPresent() ? "Half of them had the event by "
                + NumberFormat.getNumberInstance().format(curve.median().getAsDouble()) + "."
                : "More than half of them are without the event to the end.";
    }

    private String partsTitle() {
        return report.task().map(task -> switch (task) {
            case MULTI_LABEL -> "By finding";
            case SEGMENTATION -> "By structure";
            default -> "By quantity";
        }).orElse("In detail");
    }
}
