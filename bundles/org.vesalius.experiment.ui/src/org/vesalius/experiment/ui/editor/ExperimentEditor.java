// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.ManagedForm;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.engine.Engines;
import org.vesalius.experiment.Installation;
import org.vesalius.experiment.ui.run.RunStarter;
import org.vesalius.ui.theme.PlainHeading;
import org.vesalius.ui.thread.WhileOpen;

/**
 * Edits an experiment as a form, and runs it. The file is read in a job; until then, and for a file that can't be read,
 * the form says so.
 */
public final class ExperimentEditor extends EditorPart {

    /** Identifier of the editor. */
    public static final String ID = "org.vesalius.experiment.ui.editor";

    private static final String BUNDLE = "org.vesalius.experiment.ui";

    private ManagedForm managedForm;
    private Executor uiThread;
    private ExperimentDocument document;
    private ExperimentForm form;
    private Runnable wanted = () -> {};

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof IFileEditorInput inProject) || inProject.getFile().getLocation() == null) {
            throw new PartInitException("An experiment names files beside it, so it has to lie in a project. "
                    + "Copy its folder into a project on this computer first.");
        }
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        managedForm = new ManagedForm(parent);
        ScrolledForm scrolled = managedForm.getForm();
        scrolled.setText("Opening " + file().getName() + "\u2026");
        uiThread = WhileOpen.of(scrolled);
        load();
    }

    private IFile file() {
        return ((IFileEditorInput) getEditorInput()).getFile();
    }

    private void load() {
        IFile file = file();
        ICoreRunnable load = monitor -> {
            try {
                ExperimentDocument loaded = ExperimentDocument.load(file);
                uiThread.execute(() -> opened(loaded));
            } catch (ReportedException e) {
                uiThread.execute(() -> refused(e));
            } catch (RuntimeException e) {
                ILog.of(ExperimentEditor.class).error("An experiment could not be opened", LoggedFailure.of(e));
                uiThread.execute(() -> refused(unexpected(file, e)));
            }
        };
        Job.create("Open " + file.getName(), load).schedule();
    }

    private static ReportedException unexpected(IFile file, RuntimeException cause) {
        return new ReportedException(ErrorKind.INVALID_INPUT, "The file could not be read.", file.getLocation().toPath(),
                "The error log says why. Please report it together with the file.", cause);
    }

    private void opened(ExperimentDocument loaded) {
        PlainHeading.keep(managedForm.getForm());
        document = loaded;
        addRunButton();
        form = new ExperimentForm(managedForm, document, getSite().getService(Installation.class),
                getSite().getService(Engines.class));
        form.open();
        managedForm.reflow(true);
        document.history().addListener(this::historyChanged);
        historyChanged();
        wanted.run();
        if (getSite().getPage().getActivePart() == this) {
            setFocus();
        }
    }

    private void addRunButton() {
        Action run = new Action("Run") {
            @Override
            public void run() {
                ExperimentEditor.this.run();
            }
        };
        run.setToolTipText("Save, check and run this experiment (Ctrl+F11)");
        ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/run.png").ifPresent(run::setImageDescriptor);
        managedForm.getForm().getToolBarManager().add(run);
        managedForm.getForm().getToolBarManager().update(true);
    }

    private void refused(ReportedException reason) {
        ScrolledForm scrolled = managedForm.getForm();
        scrolled.setText(file().getName());
        scrolled.setMessage("This file can't be opened as an experiment", IMessageProvider.ERROR);
        Composite body = scrolled.getBody();
        body.setLayout(new TableWrapLayout());
        managedForm.getToolkit().createLabel(body, reason.getMessage(), SWT.WRAP);
        managedForm.getToolkit().createLabel(body, reason.remedy(), SWT.WRAP);
        managedForm.reflow(true);
    }

    private void historyChanged() {
        firePropertyChange(PROP_DIRTY);
        if (getEditorSite().getActionBarContributor() instanceof ExperimentEditorContributor contributor) {
            contributor.update();
        }
    }

    /** Returns the experiment, absent while it is being read and for a file that is no experiment. */
    public Optional<ExperimentDocument> document() {
        return Optional.ofNullable(document);
    }

    /** Returns the form, absent while the file is being read and for one that can't be read. */
    public Optional<ExperimentForm> form() {
        return Optional.ofNullable(form);
    }

    /** Carries out a fix of a problem, as a step that can be undone, when the file has been read. */
    public void fix(String checkId, String subject, String label) {
        if (form == null) {
            wanted = () -> form.fix(checkId, subject, label);
        } else {
            form.fix(checkId, subject, label);
        }
    }

    @Override
    public boolean isDirty() {
        return document != null && document.history().isDirty();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        try {
            if (!document.save(false) && !(mayOverwrite() && document.save(true))) {
                monitor.setCanceled(true);
            }
        } catch (OperationCanceledException e) {
            monitor.setCanceled(true);
        } catch (CoreException e) {
            monitor.setCanceled(true);
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    /** Asks which version to go on with; neither, when the question is closed without an answer. */
    private boolean mayOverwrite() {
        int answer = MessageDialog.open(MessageDialog.QUESTION, getSite().getShell(), "File Changed",
                "'" + file().getName() + "' was changed by another program, and you changed it here. "
                        + "Which version do you want to go on with?",
                SWT.NONE, "Keep mine", "Load the other version");
        if (answer == 1) {
            document.replace(uiThread);
        }
        return answer == 0;
    }

    /** Starts a run of the experiment, which is saved before. */
    public void run() {
        if (document != null && !isFaulty()) {
            new RunStarter(getSite().getWorkbenchWindow(), getSite().getService(Installation.class)).start(document.file());
        }
    }

    /** What stands in a field and could not be taken is not in the model, so a run would go on without it. */
    private boolean isFaulty() {
        List<String> faults = form.faults();
        if (faults.isEmpty()) {
            return false;
        }
        MessageDialog.openError(getSite().getShell(), "The experiment was not run",
                "Correct these entries first:\n\n    " + String.join("\n    ", faults));
        return true;
    }

    @Override
    public void doSaveAs() {
        throw new UnsupportedOperationException("an experiment is copied in the Project Explorer");
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void setFocus() {
        managedForm.getForm().setFocus();
    }

    @Override
    public void dispose() {
        if (form != null) {
            form.dispose();
        }
        if (managedForm != null) {
            managedForm.dispose();
        }
        super.dispose();
    }
}
