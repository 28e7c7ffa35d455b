// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.exchange;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
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
     * A line for a name, which nothing has to be looked for.
     *
     * @param changed hears of each change
     */
    FileRow(Composite grid, String label, Runnable changed) {
        new Label(grid, SWT.NONE).setText(label);
        text = new Text(grid, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS - 1, 1).align(SWT.FILL, SWT.CENTER).applyTo(text);
        text.addListener(SWT.Modify, event -> changed.run());
    }

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

/**
 * Looks at the disk in the background while a place is typed: a folder may lie on another computer that takes its time.
 * Only the newest question is answered. Used on the UI thread.
 */
final class DiskLook {
    private final Executor uiThread;
    private Job newest;
    private int asked;

    DiskLook(Executor uiThread) {
        this.uiThread = uiThread;
    }

    /**
     * Asks something.
     *
     * @param question looks at the disk; not on the UI thread
     * @param answer hears what was found, on the UI thread
     */
    <T> void ask(Supplier<T> question, Consumer<T> answer) {
        if (newest != null) {
            newest.cancel();
        }
        int mine = ++asked;
        ICoreRunnable look = monitor -> {
            T found = question.get();
            uiThread.execute(() -> {
                if (mine == asked) {
                    answer.accept(found);
                }
            });
        };
        newest = Job.createSystem("Look at the disk", look);
        newest.schedule();
    }
}
