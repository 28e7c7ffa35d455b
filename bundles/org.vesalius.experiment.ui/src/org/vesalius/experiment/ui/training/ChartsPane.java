// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.vesalius.ui.chart.ChartCanvas;
import org.vesalius.ui.chart.ChartContent;

/** The charts of the metrics, in as many columns as let them be largest. */
final class ChartsPane {

    /** How wide a chart is best for its height. */
    private static final double SHAPE = 1.6;

    private final Composite area;
    private final List<ChartCanvas> charts = new ArrayList<>();

    ChartsPane(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).applyTo(area);
        clear();
        area.addListener(SWT.Resize, event -> arrange());
    }

    private ChartCanvas chart() {
        ChartCanvas chart = new ChartCanvas(area);
        chart.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        return chart;
    }

    Composite control() {
        return area;
    }

    void show(TrainingFrame frame) {
        show(frame.charts());
    }

    /** Shows no curve, before the first frame of a run. */
    void clear() {
        show(new RunCurves().charts());
    }

    private void show(List<ChartContent> contents) {
        boolean other = charts.size() != contents.size();
        while (charts.size() > contents.size()) {
            charts.remove(charts.size() - 1).dispose();
        }
        while (charts.size() < contents.size()) {
            charts.add(chart());
        }
        for (int i = 0; i < contents.size(); i++) {
            charts.get(i).show(contents.get(i));
        }
        if (other) {
            arrange();
            area.layout();
        }
    }

    private void arrange() {
        int columns = columns(charts.size(), area.getSize().x, area.getSize().y);
        GridLayout layout = (GridLayout) area.getLayout();
        if (layout.numColumns != columns) {
            layout.numColumns = columns;
            area.layout();
        }
    }

    /** The number of columns that makes charts of the usual shape largest; the smallest, if there are several. */
    static int columns(int count, int width, int height) {
        return IntStream.rangeClosed(1, Math.max(1, count)).boxed().max(Comparator.<Integer>comparingDouble(
                columns -> Math.min(width / (SHAPE * columns), height / Math.ceil((double) count / columns)))
                .thenComparing(Comparator.reverseOrder())).orElseThrow();
    }
}
