// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.chart;

import java.util.List;
import org.jfree.data.xy.AbstractXYDataset;

/** Lets JFreeChart read column views. */
final class ColumnDataset extends AbstractXYDataset {

    private static final long serialVersionUID = 1L;

    private final transient List<ColumnView> views;
    private final transient List<String> labels;

    ColumnDataset(List<ColumnView> views, List<String> labels) {
        this.views = views;
        this.labels = labels;
    }

    @Override
    public int getSeriesCount() {
        return views.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return labels.get(series);
    }

    @Override
    public int getItemCount(int series) {
        return views.get(series).size();
    }

    @Override
    public Number getX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public double getXValue(int series, int item) {
        return views.get(series).x(item);
    }

    @Override
    public Number getY(int series, int item) {
        return getYValue(series, item);
    }

    @Override
    public double getYValue(int series, int item) {
        return views.get(series).y(item);
    }
}
