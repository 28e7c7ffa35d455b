// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.wizard;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.vesalius.ui.thread.FileEditors;

/** Asks on one page for a new file, creates it, shows it among the resources and opens it. */
public abstract class NewFileWizard extends BasicNewResourceWizard {

    private WizardNewFileCreationPage page;

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        super.init(workbench, WizardChoices.orOnlyProject(selection));
    }

    /** Returns the page that asks for the file. */
    protected abstract WizardNewFileCreationPage createPage();

    /**
     * Writes what the page did not.
     *
     * @param file the file, just created
     * @return whether that worked; if not, the user was told why, and the wizard stays open
     */
    protected boolean fill(IFile file) {
        return true;
    }

    /** Adds pages that come before the one that asks for the file; by itself none. */
    protected void addFirstPages() {
    }

    /** Hears of the editor in which the new file was opened. */
    protected void opened(IEditorPart editor) {
    }

    @Override
    public final void addPages() {
        addFirstPages();
        page = createPage();
        addPage(page);
    }

    @Override
    public final boolean performFinish() {
        IFile file = page.createNewFile();
        if (file == null || !fill(file)) {
            return false;
        }
        selectAndReveal(file);
        try {
            opened(FileEditors.open(getWorkbench().getActiveWorkbenchWindow().getActivePage(), file));
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
        return true;
    }
}
