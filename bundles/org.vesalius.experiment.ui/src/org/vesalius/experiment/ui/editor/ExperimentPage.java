// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.vesalius.core.ReportedException;

/** The form. The file is read in a job; until then, and for a file that cannot be read, the page says so. */
public final class ExperimentPage extends FormPage {

    private static final String BUNDLE = "org.vesalius.experiment.ui";

    private final ExperimentEditor editor;
    private ExperimentForm form;

    ExperimentPage(ExperimentEditor editor) {
        super(editor, "experiment", "Experiment");
        this.editor = editor;
    }

    @Override
    protected void createFormContent(IManagedForm managedForm) {
        ScrolledForm scrolled = managedForm.getForm();
        managedForm.getToolkit().decorateFormHeading(scrolled.getForm());
        scrolled.setText("Opening " + editor.file().getName() + "\u2026");
        new LoadJob(scrolled.getDisplay()).schedule();
    }

    private void opened(ExperimentDocument document) {
        if (getManagedForm().getForm().isDisposed()) {
            return;
        }
        editor.opened(document);
        addRunButton(getManagedForm().getForm());
        form = new ExperimentForm(getManagedForm(), document, editor.getSite());
        form.open();
        getManagedForm().reflow(true);
        if (editor.getSite().getPage().getActiveEditor() == editor) {
            form.setFocus();
        }
    }

    private void addRunButton(ScrolledForm scrolled) {
        Action run = new Action("Run") {
            @Override
            public void run() {
                editor.run();
            }
        };
        run.setToolTipText("Save, check and run this experiment (Ctrl+F11)");
        ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/run.png").ifPresent(run::setImageDescriptor);
        scrolled.getToolBarManager().add(run);
        scrolled.getToolBarManager().update(true);
    }

    private void refused(ReportedException reason) {
        ScrolledForm scrolled = getManagedForm().getForm();
        if (scrolled.isDisposed()) {
            return;
        }
        scrolled.setText(editor.file().getName());
        scrolled.setMessage("This file cannot be opened as an experiment", IMessageProvider.ERROR);
        Composite body = scrolled.getBody();
        body.setLayout(new TableWrapLayout());
        getManagedForm().getToolkit().createLabel(body, reason.getMessage(), SWT.WRAP);
        getManagedForm().getToolkit().createLabel(body, reason.remedy(), SWT.WRAP);
        getManagedForm().reflow(true);
    }

    /** Returns the form, or null while the file is being read and for one that cannot be read. */
    public ExperimentForm form() {
        return form;
    }

    @Override
    public void dispose() {
        if (form != null) {
            form.dispose();
        }
        super.dispose();
    }

    /** Reads the file. */
    private final class LoadJob extends Job {

        private final Display display;

        LoadJob(Display display) {
            super("Open " + editor.file().getName());
            this.display = display;
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            try {
                ExperimentDocument document = ExperimentDocument.load(editor.file());
                display.asyncExec(() -> opened(document));
            } catch (ReportedException e) {
                display.asyncExec(() -> refused(e));
            }
            return Status.OK_STATUS;
        }
    }
}
