// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.wizard;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewProjectResourceWizard;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.vesalius.core.LoggedFailure;
import org.vesalius.network.ui.catalog.LayerTypes;
import org.vesalius.product.template.TemplatePage;
import org.vesalius.ui.thread.FileEditors;

/** Creates a project: empty, with a network to begin with, or as a copy of an example. */
public final class NewProjectWizard extends Wizard implements INewWizard, IExecutableExtension {

    private IWorkbench workbench;
    private IConfigurationElement configuration;
    private NewProjectPage page;
    private TemplatePage template;
    private NetworkProject network;

    /** Creates the wizard; the workbench does. */
    public NewProjectWizard() {
        setWindowTitle("New Vesalius Project");
        setNeedsProgressMonitor(true);
    }

    @Override
    public void setInitializationData(IConfigurationElement element, String propertyName, Object data) {
        configuration = element;
    }

    @Override
    public void init(IWorkbench newWorkbench, IStructuredSelection selection) {
        workbench = newWorkbench;
    }

    @Override
    public void addPages() {
        List<ProjectTemplate> templates = new ArrayList<>(new ExampleCatalog(Platform.getExtensionRegistry()).examples());
        LayerTypes types = LayerTypes.of(workbench);
        template = new TemplatePage(types.catalog());
        network = new NetworkProject(types.files(), template);
        templates.add(network);
        templates.add(new EmptyProject());
        page = new NewProjectPage(templates);
        addPage(page);
        addPage(template);
    }

    /** Only a project that begins with a network has a second page. */
    @Override
    public IWizardPage getNextPage(IWizardPage current) {
        return current == page && page.template() == network ? template : null;
    }

    @Override
    public boolean canFinish() {
        return page.isPageComplete() && (page.template() != network || template.isPageComplete());
    }

    @Override
    public boolean performFinish() {
        if (page.template() == network) {
            network.take();
        }
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(page.projectName());
        Creation creation = new Creation(project, page.template());
        try {
            getContainer().run(true, true, creation);
        } catch (InvocationTargetException e) {
            report(project, e.getTargetException());
            return false;
        } catch (InterruptedException e) {
            return false;
        }
        show(project, creation.opened);
        return true;
    }

    private static void report(IProject project, Throwable cause) {
        StatusManager.getManager().handle(Status.error("The project \"" + project.getName()
                + "\" could not be created: " + cause.getMessage(), LoggedFailure.of(cause)), StatusManager.SHOW | StatusManager.LOG);
    }

    private void show(IProject project, Optional<IFile> opened) {
        BasicNewProjectResourceWizard.updatePerspective(configuration);
        IWorkbenchPage activePage = workbench.getActiveWorkbenchWindow().getActivePage();
        BasicNewResourceWizard.selectAndReveal(opened.map(file -> (IResource) file)
                .orElse(project), workbench.getActiveWorkbenchWindow());
        // what the wizard was opened with may be gone, such as the hint of a workspace without projects
        Optional.ofNullable(activePage.getActivePart()).ifPresent(IWorkbenchPart::setFocus);
        opened.ifPresent(file -> open(activePage, file));
    }

    private static void open(IWorkbenchPage activePage, IFile file) {
        try {
            FileEditors.open(activePage, file);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    /** Creates the project and its first files; takes back a project that could not be filled. */
    private static final class Creation extends WorkspaceModifyOperation {

        private final IProject project;
        private final ProjectTemplate template;
        private Optional<IFile> opened = Optional.empty();

        Creation(IProject project, ProjectTemplate template) {
            this.project = project;
            this.template = template;
        }

        @Override
        protected void execute(IProgressMonitor monitor) throws CoreException {
            SubMonitor progress = SubMonitor.convert(monitor, "Creating " + project.getName(), 100);
            project.create(progress.split(5));
            try {
                project.open(progress.split(5));
                opened = template.fill(project, progress.split(90));
            } catch (CoreException | RuntimeException e) {
                project.delete(true, true, null);
                throw e;
            }
        }
    }
}
