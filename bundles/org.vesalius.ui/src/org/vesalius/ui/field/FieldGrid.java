// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.field;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/**
 * Fields below each other: label, control, unit. Keeps its widgets while other objects with the same fields come. Where
 * it is too narrow for all three, the labels stand above their controls.
 */
public final class FieldGrid {
    /** Columns of the grid. */
    public static final int COLUMNS = 3;

    private static final String IS_LABEL = FieldGrid.class.getName();
    private static final int CONTROL_CHARACTERS = 10;
    private static final int MARGIN = 8;
    private static final int GAP = 8;

    private final Composite grid;
    private List<Field> fields = List.of();
    private boolean narrow;

    /** Makes an empty grid in the colours of its parent. */
    public FieldGrid(Composite parent) {
        grid = new Composite(parent, SWT.NONE);
        grid.setBackground(parent.getBackground());
        grid.setBackgroundMode(SWT.INHERIT_DEFAULT);
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).margins(MARGIN, MARGIN).spacing(GAP, 4).applyTo(grid);
        grid.addListener(SWT.Resize, event -> fit(false));
    }

    /** Shows fields; those that are there already only learn what they are about now. */
    public void show(List<Field> wanted) {
        if (ids(wanted).equals(ids(fields))) {
            for (int i = 0; i < fields.size(); i++) {
                fields.get(i).takeOver(wanted.get(i));
            }
        } else {
            rebuild(wanted);
        }
        fields.forEach(Field::refresh);
    }

    private static List<String> ids(List<Field> fields) {
        return fields.stream().map(Field::id).toList();
    }

    private void rebuild(List<Field> wanted) {
        fields.forEach(Field::finish);
        grid.setRedraw(false);
        for (Control child : grid.getChildren()) {
            child.dispose();
        }
        fields = wanted;
        fields.forEach(field -> field.create(grid));
        fit(true);
        // Other fields need another height, which those around the grid have to give.
        grid.getShell().layout(new Control[] {grid});
        grid.setRedraw(true);
    }

    private void fit(boolean rebuilt) {
        int width = grid.getClientArea().width;
        boolean tooNarrow = width > 0 && width < labels() + width(grid, CONTROL_CHARACTERS) + units() + 2 * (MARGIN + GAP);
        if (rebuilt || tooNarrow != narrow) {
            narrow = tooNarrow;
            for (Control child : grid.getChildren()) {
                place(child);
            }
            grid.layout(true);
        }
    }

    private void place(Control child) {
        GridData place = (GridData) child.getLayoutData();
        if (child.getData(IS_LABEL) != null) {
            place.horizontalSpan = narrow ? COLUMNS : 1;
            place.exclude = narrow && ((Label) child).getText().isEmpty();
            child.setVisible(!place.exclude);
        } else if (place.grabExcessHorizontalSpace) {
            place.horizontalSpan = Math.min(COLUMNS, columns(child) + (narrow ? 1 : 0));
        }
    }

    private static int columns(Control control) {
        return control.getData() instanceof Integer columns ? columns : 1;
    }

    private int labels() {
        return widest(child -> child.getData(IS_LABEL) != null);
    }

    private int units() {
        return widest(child -> child instanceof Label && child.getData(IS_LABEL) == null
                && ((GridData) child.getLayoutData()).horizontalSpan == 1);
    }

    private int widest(Predicate<Control> wanted) {
        return Arrays.stream(grid.getChildren()).filter(wanted)
                .mapToInt(child -> child.computeSize(SWT.DEFAULT, SWT.DEFAULT).x).max().orElse(0);
    }

    /** Returns the control. */
    public Composite control() {
        return grid;
    }

    /** Makes the label of a field, which may be empty. */
    public static Label label(Composite grid, String text, String documentation) {
        Label label = new Label(grid, SWT.NONE);
        label.setData(IS_LABEL, Boolean.TRUE);
        label.setLayoutData(new GridData());
        label.setText(text);
        label.setToolTipText(WordWrap.tip(documentation));
        return label;
    }

    /** Lays out the control of a field beside its label; in one column, a unit can follow. */
    public static void fill(Control control, int columns) {
        control.setData(columns);
        int width = width(control, CONTROL_CHARACTERS);
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).hint(width, SWT.DEFAULT)
                .minSize(width, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(control);
    }

    /** Makes the unit of a field. */
    public static Label unit(Composite grid, String unit) {
        Label label = new Label(grid, SWT.NONE);
        label.setText(unit);
        label.setLayoutData(new GridData());
        return label;
    }

    private static int width(Control control, int characters) {
        GC gc = new GC(control);
        gc.setFont(control.getFont());
        int width = (int) Math.ceil(characters * gc.getFontMetrics().getAverageCharacterWidth());
        gc.dispose();
        return width;
    }

    /** Lets the mouse wheel scroll the view and not change the value of a control below it by accident. */
    public static void ignoreWheel(Control control) {
        control.addListener(SWT.MouseVerticalWheel, event -> {
            event.doit = false;
            scroll(control, event.count);
        });
    }

    private static void scroll(Control control, int linesUp) {
        Composite around = control.getParent();
        while (around != null && !(around instanceof ScrolledComposite)) {
            around = around.getParent();
        }
        if (around instanceof ScrolledComposite view && view.getVerticalBar() != null) {
            Point origin = view.getOrigin();
            view.setOrigin(origin.x, Math.max(0, origin.y - linesUp * view.getVerticalBar().getIncrement()));
        }
    }
}
