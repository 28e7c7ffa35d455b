// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product;

import java.lang.reflect.InvocationTargetException;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.ProgressMonitorDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;
import org.vesalius.core.LoggedFailure;
import org.vesalius.product.perspective.DesignPerspective;
import org.vesalius.ui.wizard.WizardChoices;

/** Joins the workbench with the workspace: its resources are what people see, and both are saved at the end. */
final class VesaliusWorkbenchAdvisor extends WorkbenchAdvisor {

    private final StartSign sign;

    /** @param sign is shown until the window opens */
    VesaliusWorkbenchAdvisor(StartSign sign) {
        this.sign = sign;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        ResourceProperties.register();
        IDE.registerAdapters();
        new WorkspaceImages(configurer).declare();
        WizardChoices.actOnce(Display.getCurrent());
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new VesaliusWindowAdvisor(configurer);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return DesignPerspective.ID;
    }

    @Override
    public IAdaptable getDefaultPageInput() {
        return ResourcesPlugin.getWorkspace().getRoot();
    }

    @Override
    public String getMainPreferencePageId() {
        return "org.eclipse.ui.preferencePages.Workbench";
    }

    @Override
    public void postStartup() {
        sign.close();
        new WorkspaceRefresh().begin(getWorkbenchConfigurer().getWorkbench().getDisplay());
        AppearanceMenu.replacePage(getWorkbenchConfigurer().getWorkbench().getPreferenceManager());
    }

    @Override
    public void postShutdown() {
        try {
            new ProgressMonitorDialog(null).run(true, false, VesaliusWorkbenchAdvisor::saveWorkspace);
        } catch (InvocationTargetException e) {
            ILog.of(VesaliusWorkbenchAdvisor.class).error("The state of the workspace could not be saved",
                    LoggedFailure.of(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void saveWorkspace(IProgressMonitor monitor) throws InvocationTargetException {
        try {
            ResourcesPlugin.getWorkspace().save(true, monitor);
        } catch (CoreException e) {
            throw new InvocationTargetException(e);
        }
    }
}
