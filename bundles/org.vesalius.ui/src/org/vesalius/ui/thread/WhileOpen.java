// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.thread;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * Runs on the UI thread, later, what other threads found out, for as long as the part that wants to know is open; what
 * comes after that is dropped. A widget may be asked for nothing off the UI thread, not even for its display, since it
 * may be disposed by then: jobs get one of these instead.
 */
public final class WhileOpen implements Executor {

    private final Display display;
    private final BooleanSupplier open;

    /**
     * Runs tasks while a condition holds.
     *
     * @param open is asked on the UI thread, right before a task
     */
    public WhileOpen(Display display, BooleanSupplier open) {
        this.display = Objects.requireNonNull(display);
        this.open = Objects.requireNonNull(open);
    }

    /** Runs tasks until a control is disposed; to be made on the UI thread. */
    public static WhileOpen of(Control control) {
        return new WhileOpen(control.getDisplay(), () -> !control.isDisposed());
    }

    @Override
    public void execute(Runnable task) {
        try {
            display.asyncExec(() -> {
                if (open.getAsBoolean()) {
                    task.run();
                }
            });
        } catch (SWTException e) {
            if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
                throw e;
            }
        }
    }
}
