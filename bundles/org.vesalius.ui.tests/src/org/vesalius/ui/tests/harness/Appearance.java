// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** The theme of the window, in the middle of a test; after the test the window is as it was. For the test's own thread. */
public final class Appearance {
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    private Appearance() {
    }

    /** Turns the window dark. */
    public static void dark() {
        Ui.run(() -> engine().setTheme(DARK, false));
    }

    /** Returns the id of the theme. */
    static String current() {
        return Ui.ask(() -> engine().getActiveTheme().getId());
    }

    /** Goes back to a theme. A style sheet that goes leaves colours in what is open, so there is a new window then. */
    static void restore(String theme) {
        if (!theme.equals(current())) {
            Ui.run(() -> {
                engine().setTheme(theme, false);
                replaceWindow();
            });
        }
    }

    private static void replaceWindow() throws Exception {
        IWorkbenchPage page = Workbench.page();
        IWorkbenchWindow before = page.getWorkbenchWindow();
        Shell fresh = PlatformUI.getWorkbench().openWorkbenchWindow(page.getPerspective().getId(), page.getInput()).getShell();
        before.close();
        fresh.setBounds(fresh.getDisplay().getPrimaryMonitor().getClientArea());
        fresh.forceActive();
    }

    private static IThemeEngine engine() {
        return PlatformUI.getWorkbench().getService(IThemeEngine.class);
    }
}
