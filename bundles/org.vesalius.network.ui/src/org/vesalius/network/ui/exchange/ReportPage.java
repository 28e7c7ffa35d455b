// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.exchange;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.LayerNote;
import org.vesalius.ui.thread.WhileOpen;

/** Does the work when it comes into view, off the UI thread, and lists what became of each layer. */
final class ReportPage extends WizardPage {
    private static final int WIDTH = 680;
    private static final int HEIGHT = 320;
    private static final int REMARKS_HEIGHT = 72;
    private static final String[] COLUMNS = {"Layer", "Type", "Result", "Note"};
    private static final int[] WIDTHS = {150, 150, 110, 330};

    private final Supplier<Callable<Outcome>> work;
    private Label summary;
    private Table table;
    private Text remarks;
    private Executor uiThread;
    private Job job;

    /** @param work gives on the UI thread what has to be done on another */
    ReportPage(String title, String description, Supplier<Callable<Outcome>> work) {
        super("report");
        this.work = work;
        setTitle(title);
        setDescription(description);
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(6, 6).spacing(0, 6).applyTo(area);
        summary = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(summary);
        table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(table);
        for (int i = 0; i < COLUMNS.length; i++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(COLUMNS[i]);
            column.setWidth(WIDTHS[i]);
        }
        remarks = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, REMARKS_HEIGHT).applyTo(remarks);
        setControl(area);
        uiThread = WhileOpen.of(area);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            start();
        }
    }

    private void start() {
        cancel();
        setPageComplete(false);
        setErrorMessage(null);
        table.removeAll();
        remarks.setText("");
        summary.setText("Working\u2026");
        job = new WorkJob(work.get());
        job.schedule();
    }

    private void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    private void show(Outcome outcome) {
        summary.setText(outcome.summary().replace("&", "&&"));
        outcome.layers().forEach(this::add);
        remarks.setText(String.join("\n", outcome.remarks()));
        setPageComplete(true);
    }

    private void add(LayerNote note) {
        TableItem item = new TableItem(table, SWT.NONE);
        item.setText(new String[] {note.layer(), note.type(), note.fidelity().label(), note.note()});
        if (note.fidelity() != Fidelity.EXACT) {
            item.setImage(2, PlatformUI.getWorkbench().getSharedImages().getImage(note.fidelity() == Fidelity.UNKNOWN
                    ? ISharedImages.IMG_OBJS_ERROR_TSK : ISharedImages.IMG_OBJS_WARN_TSK));
        }
    }

    private void fail(String message, String remedy) {
        summary.setText("");
        setErrorMessage(message);
        remarks.setText(remedy);
    }

    @Override
    public void dispose() {
        cancel();
        super.dispose();
    }

    /** The work, and how its end is told. */
    private final class WorkJob extends Job {
        private final Callable<Outcome> task;

        WorkJob(Callable<Outcome> task) {
            super(getTitle());
            this.task = task;
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            try {
                Outcome outcome = task.call();
                tell(monitor, () -> show(outcome));
            } catch (ReportedException e) {
                tell(monitor, () -> fail(e.getMessage(), e.remedy()));
            } catch (Exception | LinkageError e) {
                ILog.of(ReportPage.class).error("A network could not be exchanged", LoggedFailure.of(e));
                tell(monitor, () -> fail("This did not work: " + e.getMessage(), "The error log says more."));
            }
            return Status.OK_STATUS;
        }

        private void tell(IProgressMonitor monitor, Runnable task) {
            uiThread.execute(() -> {
                if (!monitor.isCanceled() && job == this) {
                    task.run();
                }
            });
        }
    }
}
