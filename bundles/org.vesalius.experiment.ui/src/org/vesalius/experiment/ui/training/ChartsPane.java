// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.training;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.vesalius.ui.chart.ChartCanvas;

/** The two charts: side by side where there is room, else one above the other. */
final class ChartsPane {

    private final Composite area;
    private final ChartCanvas loss;
    private final ChartCanvas accuracy;

    ChartsPane(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).applyTo(area);
        loss = chart();
        accuracy = chart();
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
        loss.show(frame.loss());
        accuracy.show(frame.accuracy());
    }

    /** Shows no curve, before the first frame of a run. */
    void clear() {
        RunCurves none = new RunCurves();
        loss.show(none.lossChart());
        accuracy.show(none.accuracyChart());
    }

    private void arrange() {
        int columns = area.getSize().x >= area.getSize().y ? 2 : 1;
        GridLayout layout = (GridLayout) area.getLayout();
        if (layout.numColumns != columns) {
            layout.numColumns = columns;
            area.layout();
        }
    }
}
