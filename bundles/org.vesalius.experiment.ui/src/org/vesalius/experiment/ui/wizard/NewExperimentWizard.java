// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.wizard;

import java.lang.reflect.InvocationTargetException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.eclipse.ui.statushandlers.StatusManager;
import org.vesalius.core.LoggedFailure;
import org.vesalius.experiment.Installation;
import org.vesalius.ui.wizard.NewFileWizard;

/** Creates an experiment file and opens it: with the network and the data set that were chosen, and their bindings. */
public final class NewExperimentWizard extends NewFileWizard {

    private static final String EXTENSION = "experiment";

    private NewExperimentPage page;

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        super.init(workbench, selection);
        setWindowTitle("New Experiment");
        setNeedsProgressMonitor(true);
    }

    @Override
    protected WizardNewFileCreationPage createPage() {
        page = new NewExperimentPage(getSelection(), EXTENSION);
        return page;
    }

    @Override
    protected boolean fill(IFile file) {
        try {
            getContainer().run(true, false, new FillOperation(new FirstDraft(file, page.network(), page.dataset(),
                    getWorkbench().getService(Installation.class))));
            return true;
        } catch (InvocationTargetException e) {
            StatusManager.getManager().handle(Status.error(e.getTargetException().getMessage(),
                    LoggedFailure.of(e.getTargetException())), StatusManager.SHOW | StatusManager.LOG);
            return false;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Writes the first draft, off the UI thread. */
    private static final class FillOperation extends WorkspaceModifyOperation {

        private final FirstDraft draft;

        FillOperation(FirstDraft draft) {
            this.draft = draft;
        }

        @Override
        protected void execute(IProgressMonitor monitor) throws CoreException {
            draft.write(monitor);
        }
    }
}
