// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analyser;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.vesalius.network.ui.analyser.AnalyserReport.Row;
import org.vesalius.network.ui.catalog.LayerImages;

/**
 * The layers with what they give and cost: sorted by any column, and with a bar behind each number that shows its part
 * of the largest one. Only lines in sight are filled, so a network of some thousand layers shows at once.
 */
final class LayerTable {
    private static final int BAR_ALPHA = 70;
    private static final Color BAR = new Color(0x16, 0x68, 0xDC);

    private final Table table;
    private final LayerImages images;
    private final ColumnWidths widths;
    private final Map<Column, Long> largest = new EnumMap<>(Column.class);
    private List<Row> natural = List.of();
    private List<Row> rows = List.of();

    /** @param chosen hears the first layer of each selection that the user makes */
    LayerTable(Composite parent, LayerImages images, Consumer<Row> chosen) {
        this.images = images;
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
        table.setHeaderVisible(true);
        Arrays.stream(Column.values()).forEach(this::createColumn);
        widths = new ColumnWidths(table);
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item));
        table.addListener(SWT.EraseItem, this::paintBar);
        table.addListener(SWT.Selection, event -> selected().stream().findFirst().ifPresent(chosen));
    }

    private void createColumn(Column column) {
        TableColumn created = new TableColumn(table, column.isNumber() ? SWT.RIGHT : SWT.LEFT);
        created.setText(column.label());
        created.setMoveable(true);
        created.addListener(SWT.Selection, event -> sort(created, column));
    }

    /** A third click on the same column brings the order of computation back. */
    private void sort(TableColumn by, Column column) {
        boolean same = table.getSortColumn() == by;
        int first = column.isNumber() || column == Column.SHAPE ? SWT.DOWN : SWT.UP;
        int other = first == SWT.UP ? SWT.DOWN : SWT.UP;
        if (same && table.getSortDirection() == other) {
            table.setSortColumn(null);
        } else {
            table.setSortColumn(by);
            table.setSortDirection(same ? other : first);
        }
        arrange();
    }

    /** Shows rows, in the order that the user chose. */
    void show(List<Row> shown) {
        natural = List.copyOf(shown);
        Map<Column, Long> before = Map.copyOf(largest);
        for (Column column : Column.values()) {
            largest.put(column, natural.stream().mapToLong(row -> column.number(row).orElse(0)).max().orElse(0));
        }
        widths.measure(natural);
        arrange();
        if (!largest.equals(before)) {
            table.redraw();
        }
    }

    /** The rows that come next are those of another network. */
    void forget() {
        widths.forget();
    }

    /** Returns how high the table is with so many rows. */
    int heightOf(int count) {
        return table.getHeaderHeight() + count * table.getItemHeight() + 2 * table.getBorderWidth();
    }

    private void arrange() {
        List<String> selected = selected().stream().map(Row::id).toList();
        List<Row> before = rows;
        rows = order() == null ? natural : natural.stream().sorted(order()).toList();
        if (before.size() == rows.size()) {
            IntStream.range(0, rows.size()).filter(i -> rows.get(i) != before.get(i)).forEach(table::clear);
        } else {
            table.setItemCount(rows.size());
            table.clearAll();
        }
        select(selected);
    }

    private Comparator<Row> order() {
        if (table.getSortColumn() == null) {
            return null;
        }
        Comparator<Row> up = Column.values()[table.indexOf(table.getSortColumn())].order();
        return table.getSortDirection() == SWT.UP ? up : up.reversed();
    }

    /** Selects the rows of layers. */
    void select(Collection<String> ids) {
        Set<String> wanted = new HashSet<>(ids);
        table.setSelection(IntStream.range(0, rows.size()).filter(i -> wanted.contains(rows.get(i).id())).toArray());
    }

    /** Returns the selected rows. */
    List<Row> selected() {
        return Arrays.stream(table.getSelectionIndices()).filter(index -> index < rows.size()).mapToObj(rows::get).toList();
    }

    /** The table may still ask for an item that it has dropped meanwhile. */
    private void fill(TableItem item) {
        int index = table.indexOf(item);
        if (index < 0 || index >= rows.size()) {
            return;
        }
        Row row = rows.get(index);
        item.setText(Arrays.stream(Column.values()).map(column -> column.text(row)).toArray(String[]::new));
        item.setImage(0, images.icon(row.type()));
    }

    private void paintBar(Event event) {
        Column column = Column.values()[event.index];
        int index = table.indexOf((TableItem) event.item);
        if (!column.isNumber() || index < 0 || index >= rows.size() || largest.getOrDefault(column, 0L) == 0) {
            return;
        }
        long value = column.number(rows.get(index)).orElse(0);
        int room = table.getColumn(event.index).getWidth();
        int length = (int) (room * (double) value / largest.get(column));
        GC gc = event.gc;
        int alpha = gc.getAlpha();
        Color background = gc.getBackground();
        gc.setAlpha(BAR_ALPHA);
        gc.setBackground(BAR);
        gc.fillRectangle(event.x + room - length, event.y + 2, length, Math.max(0, event.height - 4));
        gc.setAlpha(alpha);
        gc.setBackground(background);
    }

    /** Returns the rows as they are sorted now. */
    List<Row> rows() {
        return rows;
    }

    Table control() {
        return table;
    }
}
