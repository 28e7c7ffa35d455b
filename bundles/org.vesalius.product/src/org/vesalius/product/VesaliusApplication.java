// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** Opens the workbench on a workspace and keeps it to itself until the last window closes. */
public final class VesaliusApplication implements IApplication {

    private static final String AWT_HEADLESS = "java.awt.headless";

    @Override
    public Object start(IApplicationContext context) {
        // Charts and images are drawn by AWT into memory; next to GTK it must never open a display of its own.
        System.setProperty(AWT_HEADLESS, "true");
        Display display = PlatformUI.createDisplay();
        try {
            return openOn(display, new WorkspaceLock(Platform.getInstanceLocation()));
        } finally {
            display.dispose();
        }
    }

    private static Integer openOn(Display display, WorkspaceLock workspace) {
        WorkspaceLock.Outcome outcome = workspace.acquire();
        if (!outcome.acquired()) {
            MessageDialog.openError(new Shell(display), "Vesalius can't open the workspace", outcome.message());
            return EXIT_OK;
        }
        try (StartSign sign = new StartSign(display)) {
            sign.open();
            int code = PlatformUI.createAndRunWorkbench(display, new VesaliusWorkbenchAdvisor(sign));
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            workspace.release();
        }
    }

    @Override
    public void stop() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.syncExec(() -> {
            if (!display.isDisposed()) {
                PlatformUI.getWorkbench().close();
            }
        });
    }
}
