// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import java.util.Arrays;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Waits for the window before the tests, and takes a picture of it after a failure. */
final class WindowExtension implements BeforeAllCallback, AfterTestExecutionCallback, AfterEachCallback {
    private static final String WELCOME = "org.eclipse.ui.internal.introview";

    private String theme = "";

    @Override
    public void beforeAll(ExtensionContext context) {
        Ui.await("the window", () -> PlatformUI.isWorkbenchRunning()
                && PlatformUI.getWorkbench().getActiveWorkbenchWindow() != null || activate());
        Ui.run(WindowExtension::maximise);
        theme = Appearance.current();
    }

    /** Without a window manager no window becomes active by itself. */
    private static boolean activate() {
        if (PlatformUI.isWorkbenchRunning() && PlatformUI.getWorkbench().getWorkbenchWindowCount() > 0) {
            PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell().forceActive();
        }
        return false;
    }

    private static void maximise() {
        IWorkbenchPage page = Workbench.page();
        Shell shell = page.getWorkbenchWindow().getShell();
        shell.setBounds(shell.getDisplay().getPrimaryMonitor().getClientArea());
        shell.forceActive();
        IViewReference welcome = page.findViewReference(WELCOME);
        if (welcome != null) {
            page.hideView(welcome);
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            Screenshots.save("failed-" + context.getRequiredTestClass().getSimpleName() + "-"
                    + context.getRequiredTestMethod().getName());
        }
    }

    /** A dialog that a test left open, a job that still runs, or another theme must not spoil the next one. */
    @Override
    public void afterEach(ExtensionContext context) {
        Dialogs.dismissAll();
        awaitJobs();
        Appearance.restore(theme);
    }

    private static void awaitJobs() {
        Ui.await("the end of the jobs that the test started", () -> Arrays.stream(Job.getJobManager().find(null))
                .noneMatch(job -> job.getState() == Job.RUNNING || job.getState() == Job.WAITING));
    }
}
