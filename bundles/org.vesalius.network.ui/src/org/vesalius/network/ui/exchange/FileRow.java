// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.exchange;

import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A line of a wizard that asks for a place: label, text, and a button that opens a dialog for it. */
final class FileRow {
    /** Columns of the grid that it needs. */
    static final int COLUMNS = 3;

    private final Text text;

    /**
     * @param browse opens a dialog and returns what was chosen there
     * @param changed hears of each change
     */
    FileRow(Composite grid, String label, Supplier<Optional<String>> browse, Runnable changed) {
        new Label(grid, SWT.NONE).setText(label);
        text = new Text(grid, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
        Button button = new Button(grid, SWT.PUSH);
        button.setText("Browse...");
        button.addListener(SWT.Selection, event -> browse.get().ifPresent(text::setText));
        text.addListener(SWT.Modify, event -> changed.run());
    }

    String value() {
        return text.getText().strip();
    }

    void set(String value) {
        text.setText(value);
    }
}
