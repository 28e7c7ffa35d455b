// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.chart;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;

/** Tells a screen reader what a chart shows: its title, and the newest value of each curve. */
final class ChartDescription extends AccessibleAdapter {

    private final Supplier<ChartContent> content;

    ChartDescription(Supplier<ChartContent> content) {
        this.content = content;
    }

    @Override
    public void getName(AccessibleEvent event) {
        ChartContent shown = content.get();
        event.result = shown == null ? "Chart" : describe(shown);
    }

    /** Returns the title and the newest value of each curve, in words. */
    static String describe(ChartContent shown) {
        if (!shown.hasPoints()) {
            return shown.title() + ": no points yet";
        }
        return shown.series().stream().filter(series -> series.points().size() > 0).map(ChartDescription::newest)
                .collect(Collectors.joining(", ", shown.title() + ": ", ""));
    }

    private static String newest(ChartSeries series) {
        int last = series.points().size() - 1;
        return String.format("%s %.4g at %.4g", series.label(), series.points().y(last), series.points().x(last));
    }
}
