// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.results;

import java.text.NumberFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.FontMetrics;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.vesalius.core.English;
import org.vesalius.evaluation.ConfusionMatrix;

/**
 * A confusion matrix with its counts: rows are the true categories, columns those the samples were taken for. The more of
 * a row a cell holds, the stronger its colour; hits and errors differ in hue. Colours come from the control around it.
 */
final class ConfusionCanvas extends Canvas {

    private static final RGB HIT = new RGB(0x2a, 0x7f, 0xc4);
    private static final RGB MISS = new RGB(0xd9, 0x7a, 0x1e);
    private static final double FAINTEST = 0.08;
    private static final double STRONGEST = 0.55;
    private static final Color WHITE = new Color(0xff, 0xff, 0xff);
    private static final Color BLACK = new Color(0, 0, 0);
    private static final float HALF = 0.6f;
    private static final int PADDING = 10;
    private static final int LONGEST_LINE = 22;

    private final List<String> categories;
    private final ConfusionMatrix matrix;
    private final NumberFormat numbers = NumberFormat.getIntegerInstance();
    private final NumberFormat shares = NumberFormat.getPercentInstance();

    ConfusionCanvas(Composite parent, List<String> categories, ConfusionMatrix matrix) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.categories = categories;
        this.matrix = matrix;
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.MouseEnter, event -> explain(event.x, event.y));
        addListener(SWT.MouseMove, event -> explain(event.x, event.y));
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = words();
            }
        });
    }

    /** Returns the matrix in words: "clear taken for clear 55, opacity 4. …". */
    String words() {
        StringBuilder words = new StringBuilder();
        long[][] counts = matrix.counts();
        for (int row = 0; row < counts.length; row++) {
            words.append(categories.get(row)).append(" taken for");
            for (int column = 0; column < counts.length; column++) {
                words.append(column == 0 ? " " : ", ").append(categories.get(column)).append(' ')
                        .append(counts[row][column]);
            }
            words.append(". ");
        }
        return words.toString().strip();
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        try (Grid grid = new Grid(this)) {
            int count = matrix.categories();
            return new Point(grid.left() + count * grid.cell().x + PADDING, grid.top() + count * grid.cell().y + PADDING);
        }
    }

    private void paint(GC gc) {
        try (Grid grid = new Grid(this)) {
            Point cell = grid.cell();
            int line = gc.getFontMetrics().getHeight();
            gc.drawText("Taken for", grid.left(), 0, true);
            gc.drawText("Truth", 0, grid.top() - PADDING / 2 - line, true);
            for (int index = 0; index < matrix.categories(); index++) {
                TextLayout name = grid.names().get(index);
                Rectangle size = name.getBounds();
                name.setAlignment(SWT.CENTER);
                name.draw(gc, grid.left() + index * cell.x + (cell.x - size.width) / 2, grid.top() - PADDING / 2 - size.height);
                name.setAlignment(SWT.LEFT);
                name.draw(gc, 0, grid.top() + index * cell.y + (cell.y - size.height) / 2);
                for (int column = 0; column < matrix.categories(); column++) {
                    paintCell(gc, index, column, new Point(grid.left() + column * cell.x, grid.top() + index * cell.y), cell);
                }
            }
        }
    }

    /** Says in words what the cell below the mouse holds. */
    private void explain(int x, int y) {
        try (Grid grid = new Grid(this)) {
            int column = Math.floorDiv(x - grid.left(), grid.cell().x);
            int row = Math.floorDiv(y - grid.top(), grid.cell().y);
            int last = matrix.categories() - 1;
            String tip = column < 0 || row < 0 || column > last || row > last ? null
                    : numbers.format(matrix.counts()[row][column]) + " of " + English.quantity(matrix.samples(row), "sample") + " of '"
                            + categories.get(row) + "' taken for '" + categories.get(column) + "'";
            if (!Objects.equals(tip, getToolTipText())) {
                setToolTipText(tip);
            }
        }
    }

    private void paintCell(GC gc, int row, int column, Point at, Point cell) {
        long count = matrix.counts()[row][column];
        double share = matrix.samples(row) == 0 ? 0 : (double) count / matrix.samples(row);
        Color ground = mixed(row == column ? HIT : MISS, count == 0 ? 0 : FAINTEST + (STRONGEST - FAINTEST) * share);
        gc.setBackground(ground);
        gc.fillRectangle(at.x + 1, at.y + 1, cell.x - 2, cell.y - 2);
        int line = gc.getFontMetrics().getHeight();
        int above = at.y + (cell.y - 2 * line) / 2;
        gc.setForeground(readableOn(ground));
        drawCentred(gc, numbers.format(count), at.x, cell.x, above);
        drawCentred(gc, shares.format(share), at.x, cell.x, above + line);
        gc.setForeground(getForeground());
    }

    /** The grey of texts is too faint on strong colours. */
    private static Color readableOn(Color ground) {
        return ground.getRGB().getHSB()[2] < HALF ? WHITE : BLACK;
    }

    private Color mixed(RGB hue, double share) {
        RGB ground = getBackground().getRGB();
        return new Color(mixed(hue.red, ground.red, share), mixed(hue.green, ground.green, share),
                mixed(hue.blue, ground.blue, share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one * share + other * (1 - share));
    }

    /** Where things are. Names are told in full, on as many lines as they need. */
    private record Grid(List<TextLayout> names, int left, int top, Point cell) implements AutoCloseable {
        Grid(ConfusionCanvas canvas) {
            this(canvas.names(), canvas.line());
        }

        private Grid(List<TextLayout> names, int line) {
            this(names, line, widest(names, size -> size.width), widest(names, size -> size.height));
        }

        private Grid(List<TextLayout> names, int line, int widest, int tallest) {
            this(names, widest + 2 * PADDING, line + Math.max(tallest, line) + PADDING,
                    new Point(Math.max(widest + PADDING, 5 * line), Math.max(tallest, 2 * line) + PADDING));
        }

        private static int widest(List<TextLayout> names, ToIntFunction<Rectangle> extent) {
            return names.stream().map(TextLayout::getBounds).mapToInt(extent).max().orElse(0);
        }

        @Override
        public void close() {
            names.forEach(TextLayout::dispose);
        }
    }

    private List<TextLayout> names() {
        int room = (int) (LONGEST_LINE * metrics().getAverageCharacterWidth());
        return categories.stream().map(category -> {
            TextLayout name = new TextLayout(getDisplay());
            name.setFont(getFont());
            name.setText(category);
            if (name.getBounds().width > room) {
                name.setWidth(room);
            }
            return name;
        }).toList();
    }

    private int line() {
        return metrics().getHeight();
    }

    private FontMetrics metrics() {
        GC gc = new GC(this);
        FontMetrics metrics = gc.getFontMetrics();
        gc.dispose();
        return metrics;
    }

    private static void drawCentred(GC gc, String text, int x, int width, int y) {
        gc.drawText(text, x + (width - gc.textExtent(text).x) / 2, y, true);
    }
}
