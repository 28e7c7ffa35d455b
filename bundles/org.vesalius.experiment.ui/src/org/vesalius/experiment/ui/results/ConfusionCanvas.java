// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.results;

import java.text.NumberFormat;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
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
    private static final int PADDING = 10;
    private static final int LONGEST_NAME = 18;

    private final List<String> categories;
    private final ConfusionMatrix matrix;
    private final NumberFormat numbers = NumberFormat.getIntegerInstance();
    private final NumberFormat shares = NumberFormat.getPercentInstance();

    ConfusionCanvas(Composite parent, List<String> categories, ConfusionMatrix matrix) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.categories = categories;
        this.matrix = matrix;
        addPaintListener(event -> paint(event.gc));
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
        GC gc = new GC(this);
        try {
            Point cell = cell(gc);
            int line = gc.getFontMetrics().getHeight();
            int count = matrix.categories();
            return new Point(nameWidth(gc) + count * cell.x + PADDING, 2 * (line + PADDING) + count * cell.y);
        } finally {
            gc.dispose();
        }
    }

    private Point cell(GC gc) {
        int line = gc.getFontMetrics().getHeight();
        int widest = categories.stream().mapToInt(name -> gc.textExtent(shown(name)).x).max().orElse(0);
        return new Point(Math.max(widest + PADDING, 5 * line), 2 * line + PADDING);
    }

    private int nameWidth(GC gc) {
        return categories.stream().mapToInt(name -> gc.textExtent(shown(name)).x).max().orElse(0) + 2 * PADDING;
    }

    private static String shown(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "\u2026";
    }

    private void paint(GC gc) {
        Point cell = cell(gc);
        int left = nameWidth(gc);
        int line = gc.getFontMetrics().getHeight();
        int top = 2 * line + PADDING;
        gc.drawText("Taken for", left, 0, true);
        gc.drawText("Truth", 0, line, true);
        for (int index = 0; index < matrix.categories(); index++) {
            String name = shown(categories.get(index));
            drawCentred(gc, name, left + index * cell.x, cell.x, line);
            gc.drawText(name, 0, top + index * cell.y + (cell.y - line) / 2, true);
            for (int column = 0; column < matrix.categories(); column++) {
                paintCell(gc, index, column, new Point(left + column * cell.x, top + index * cell.y), cell);
            }
        }
    }

    private void paintCell(GC gc, int row, int column, Point at, Point cell) {
        long count = matrix.counts()[row][column];
        double share = matrix.samples(row) == 0 ? 0 : (double) count / matrix.samples(row);
        gc.setBackground(mixed(row == column ? HIT : MISS, count == 0 ? 0 : FAINTEST + (STRONGEST - FAINTEST) * share));
        gc.fillRectangle(at.x + 1, at.y + 1, cell.x - 2, cell.y - 2);
        int line = gc.getFontMetrics().getHeight();
        int above = at.y + (cell.y - 2 * line) / 2;
        drawCentred(gc, numbers.format(count), at.x, cell.x, above);
        drawCentred(gc, shares.format(share), at.x, cell.x, above + line);
    }

    private Color mixed(RGB hue, double share) {
        RGB ground = getBackground().getRGB();
        return new Color(mixed(hue.red, ground.red, share), mixed(hue.green, ground.green, share),
                mixed(hue.blue, ground.blue, share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one * share + other * (1 - share));
    }

    private static void drawCentred(GC gc, String text, int x, int width, int y) {
        gc.drawText(text, x + (width - gc.textExtent(text).x) / 2, y, true);
    }
}
