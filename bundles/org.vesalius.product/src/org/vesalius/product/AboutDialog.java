// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product;

import java.io.IOException;
import java.util.concurrent.Executor;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.vesalius.core.LoggedFailure;
import org.vesalius.ui.thread.WhileOpen;

/** Says which Vesalius this is, and what others made of it, with licences. */
final class AboutDialog extends Dialog {
    private static final String[] COLUMNS = {"Library", "Licence", "Notice"};
    private static final int[] WIDTHS = {330, 130, 420};
    private static final int HEIGHT = 260;

    private Text version;
    private Table libraries;

    private AboutDialog(Shell parent) {
        super(parent);
    }

    /** The entry of the Help menu. */
    static IAction action(IWorkbenchWindow window) {
        Action action = new Action("&About Vesalius") {
            @Override
            public void run() {
                new AboutDialog(window.getShell()).open();
            }
        };
        action.setId(ActionFactory.ABOUT.getId());
        action.setActionDefinitionId(ActionFactory.ABOUT.getCommandId());
        return action;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("About Vesalius");
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Label what = new Label(area, SWT.WRAP);
        what.setText("Draw a diagnostic neural network, curate the data, train it, and get evidence that a reviewer would"
                + " accept.\nFor research; not a medical device. Licensed under the Eclipse Public License 2.0.");
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTHS[0], SWT.DEFAULT).applyTo(what);
        version = new Text(area, SWT.MULTI | SWT.READ_ONLY);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 3 * version.getLineHeight()).applyTo(version);
        new Label(area, SWT.NONE).setText("What others made:");
        libraries = new Table(area, SWT.BORDER | SWT.FULL_SELECTION);
        libraries.setHeaderVisible(true);
        for (int i = 0; i < COLUMNS.length; i++) {
            TableColumn column = new TableColumn(libraries, SWT.LEFT);
            column.setText(COLUMNS[i]);
            column.setWidth(WIDTHS[i]);
        }
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, HEIGHT).applyTo(libraries);
        read(WhileOpen.of(area));
        return area;
    }

    private void read(Executor uiThread) {
        ICoreRunnable reading = monitor -> {
            try {
                AboutFacts facts = AboutFacts.read();
                uiThread.execute(() -> show(facts));
            } catch (IOException e) {
                throw new CoreException(Status.error("What Vesalius is made of can't be read", LoggedFailure.of(e)));
            }
        };
        Job.createSystem("About Vesalius", reading).schedule();
    }

    private void show(AboutFacts facts) {
        version.setText(facts.version());
        facts.libraries().forEach(library -> new TableItem(libraries, SWT.NONE)
                .setText(new String[] {library.name(), library.licence(), library.notice()}));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.CLIENT_ID, "Copy &Version", false)
                .addListener(SWT.Selection, event -> copy());
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    private void copy() {
        Clipboard clipboard = new Clipboard(getShell().getDisplay());
        clipboard.setContents(new Object[] {"Vesalius\n" + version.getText()},
                new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }
}
