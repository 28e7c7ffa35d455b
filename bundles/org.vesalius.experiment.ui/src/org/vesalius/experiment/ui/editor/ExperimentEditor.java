// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.statushandlers.StatusManager;
import org.vesalius.experiment.ui.run.RunStarter;

/** Edits an experiment as a form, and runs it. */
public final class ExperimentEditor extends FormEditor {

    /** Identifier of the editor. */
    public static final String ID = "org.vesalius.experiment.ui.editor";

    private ExperimentPage page;
    private ExperimentDocument document;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof IFileEditorInput)) {
            throw new PartInitException("An experiment names files beside it, so it has to lie in a project. "
                    + "Import its folder into the workspace first.");
        }
        super.init(site, input);
        setPartName(input.getName());
    }

    @Override
    protected void addPages() {
        page = new ExperimentPage(this);
        try {
            addPage(page);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    @Override
    protected void createPages() {
        super.createPages();
        hideTheOnlyTab();
    }

    private void hideTheOnlyTab() {
        if (getContainer() instanceof CTabFolder folder) {
            folder.setTabHeight(0);
        }
    }

    IFile file() {
        return ((IFileEditorInput) getEditorInput()).getFile();
    }

    /** Called by the page once the file has been read. */
    void opened(ExperimentDocument newDocument) {
        document = newDocument;
        document.history().addListener(this::historyChanged);
        historyChanged();
    }

    private void historyChanged() {
        editorDirtyStateChanged();
        if (getEditorSite().getActionBarContributor() instanceof ExperimentEditorContributor contributor) {
            contributor.update();
        }
    }

    /** Returns the experiment, absent while it is being read and for a file that is no experiment. */
    public Optional<ExperimentDocument> document() {
        return Optional.ofNullable(document);
    }

    /** Returns the page. */
    public ExperimentPage page() {
        return page;
    }

    @Override
    public boolean isDirty() {
        return document != null && document.history().isDirty();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        try {
            document.save(monitor);
        } catch (CoreException e) {
            monitor.setCanceled(true);
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
        editorDirtyStateChanged();
    }

    /** Saves the experiment and starts a run of it. */
    public void run() {
        if (document == null) {
            return;
        }
        if (isDirty()) {
            getSite().getPage().saveEditor(this, false);
        }
        if (!isDirty()) {
            new RunStarter(getSite().getWorkbenchWindow()).start(document.path());
        }
    }

    @Override
    public void doSaveAs() {
        throw new UnsupportedOperationException("an experiment is copied in the Project Explorer");
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }
}
