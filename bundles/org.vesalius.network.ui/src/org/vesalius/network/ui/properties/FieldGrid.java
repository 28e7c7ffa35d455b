// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.vesalius.network.ui.part.WordWrap;

/** Fields below each other: label, control, unit. Keeps its widgets while other objects with the same fields come. */
final class FieldGrid {
    /** Columns of the grid. */
    static final int COLUMNS = 3;

    private static final int TIP_WIDTH = 70;
    private static final int CONTROL_WIDTH = 90;

    private final Composite grid;
    private List<Field> fields = List.of();

    FieldGrid(Composite parent) {
        grid = new Composite(parent, SWT.NONE);
        grid.setBackground(parent.getBackground());
        grid.setBackgroundMode(SWT.INHERIT_FORCE);
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).margins(8, 8).spacing(8, 4).applyTo(grid);
    }

    /** Shows fields; those that are there already only learn what they are about now. */
    void show(List<Field> wanted) {
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
        // Other fields need another height, which those around the grid have to give.
        grid.getShell().layout(new Control[] {grid});
        grid.setRedraw(true);
    }

    Composite control() {
        return grid;
    }

    /** Makes the label of a field. */
    static Label label(Composite grid, String text, String documentation) {
        Label label = new Label(grid, SWT.NONE);
        label.setText(text);
        label.setToolTipText(tip(documentation));
        return label;
    }

    /** Lays out the control of a field beside its label. */
    static void fill(Control control, int columns) {
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).hint(CONTROL_WIDTH, SWT.DEFAULT)
                .align(SWT.FILL, SWT.CENTER).applyTo(control);
    }

    /** Returns a tooltip for a text, or null as widgets want it where there is nothing to tell. */
    static String tip(String text) {
        return text.isBlank() ? null : WordWrap.wrap(text, TIP_WIDTH).replace("&", "&&");
    }
}
