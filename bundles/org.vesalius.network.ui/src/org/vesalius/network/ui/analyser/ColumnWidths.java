// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analyser;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Table;
import org.vesalius.network.ui.analyser.AnalyserReport.Row;

/**
 * Lets numbers be read in full: where the table is narrow, types and names give way, and what is left is shared. A width
 * that the user drags ends this.
 */
final class ColumnWidths {
    private static final int LEAST_NAME = 125;
    private static final int MOST_TEXT = 240;
    private static final int MARGIN = 12;
    private static final int HEADER = 30;
    private static final int ICON = 22;

    private final Table table;
    private int[] headers;
    private int[] wanted;
    private int[] fitted;
    private boolean dragged;

    /** @param table has the columns of {@link Column} in their order */
    ColumnWidths(Table table) {
        this.table = table;
        table.addListener(SWT.Resize, event -> fit());
        IntStream.range(0, table.getColumnCount() - 1)
                .forEach(column -> table.getColumn(column).addListener(SWT.Resize, event -> resized(column)));
    }

    /** The toolkit tells late of a width that was set; the last column fills the table anyway. */
    private void resized(int column) {
        dragged |= fitted != null && table.getColumn(column).getWidth() != fitted[column];
    }

    /** Measures what is shown when it is something else than before. */
    void measure(List<Row> rows) {
        if (wanted == null && !rows.isEmpty()) {
            GC gc = new GC(table);
            headers = Arrays.stream(Column.values()).mapToInt(column -> gc.textExtent(column.label()).x + HEADER).toArray();
            wanted = Arrays.stream(Column.values()).mapToInt(column -> wanted(gc, column, rows)).toArray();
            gc.dispose();
            fit();
        }
    }

    /** Measures anew when the next rows come. */
    void forget() {
        wanted = null;
    }

    /** The longest text is the widest, or nearly so; measuring each takes long in large networks. */
    private int wanted(GC gc, Column column, List<Row> rows) {
        String longest = rows.stream().map(column::text).max(Comparator.comparingInt(String::length)).orElse("");
        int text = gc.textExtent(longest).x + MARGIN + (column == Column.LAYER ? ICON : 0);
        boolean gives = column == Column.LAYER || column == Column.TYPE;
        return Math.max(headers[column.ordinal()], gives ? Math.min(text, MOST_TEXT) : text);
    }

    private void fit() {
        if (wanted == null || dragged || table.getClientArea().width == 0) {
            return;
        }
        int spare = table.getClientArea().width - IntStream.of(wanted).sum();
        int[] widths = wanted.clone();
        spare = narrow(widths, Column.TYPE, 0, spare);
        spare = narrow(widths, Column.LAYER, LEAST_NAME, spare);
        int share = Math.max(0, spare) / widths.length;
        fitted = IntStream.of(widths).map(width -> width + share).toArray();
        IntStream.range(0, fitted.length).forEach(column -> table.getColumn(column).setWidth(fitted[column]));
    }

    private int narrow(int[] widths, Column column, int least, int spare) {
        int given = Math.max(0, Math.min(-spare, widths[column.ordinal()] - Math.max(least, headers[column.ordinal()])));
        widths[column.ordinal()] -= given;
        return spare + given;
    }
}
