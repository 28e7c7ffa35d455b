// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.operation.ModalContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.IWorkbenchWindow;

/**
 * The windows in front of the workbench's own. All is asked for from outside the UI thread and nothing waits for a
 * dialog to answer, since closing one may well open the next.
 */
public final class Dialogs {
    private static final Duration TO_CLOSE = Duration.ofSeconds(5);
    private static final int MANY = 30;

    private Dialogs() {
    }

    /** Waits until no dialog is open: until what the last one started has come to its end, and it closed itself. */
    public static void awaitEnd() {
        Ui.await("the dialog to close itself", () -> open().isEmpty());
    }

    /** Waits for what dialogs and jobs still do, then closes every dialog; one that stays open is disposed of. */
    static void dismissAll() {
        Ui.await("the end of what a dialog does", () -> ModalContext.getModalLevel() == 0);
        for (int i = 0; i < MANY; i++) {
            List<Shell> front = Ui.ask(Dialogs::open);
            if (front.isEmpty()) {
                return;
            }
            dismiss(front.get(0));
        }
    }

    private static void dismiss(Shell shell) {
        Ui.start(() -> {
            if (!shell.isDisposed()) {
                shell.close();
            }
        });
        if (!Ui.holdsWithin(TO_CLOSE, () -> shell.isDisposed() || !shell.isVisible() || open().get(0) != shell)) {
            Ui.start(shell::dispose);
        }
    }

    /** Ends every dialog at once, whatever it waits for; does not wait itself. */
    static void breakOpen() {
        Job.getJobManager().cancel(null);
        Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("ModalContext"))
                .forEach(Thread::interrupt);
        Ui.start(() -> open().forEach(Shell::dispose));
    }

    /** The visible shells beside the workbench's windows, those opened last first; for the UI thread. */
    private static List<Shell> open() {
        List<Shell> windows = Arrays.stream(PlatformUI.getWorkbench().getWorkbenchWindows())
                .map(IWorkbenchWindow::getShell).toList();
        List<Shell> open = new ArrayList<>(Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> !windows.contains(shell) && shell.isVisible()).toList());
        Collections.reverse(open);
        return open;
    }
}
