// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.dataset;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.vesalius.core.English;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.dataset.importer.kind.ImportReport;

/** Tells what came of an import, all of it. */
final class ImportReportDialog extends Dialog {

    private final ImportReport report;
    private final List<ImportOption> options;

    /**
     * @param options those that texts of the report may name
     */
    ImportReportDialog(Shell parent, ImportReport report, List<ImportOption> options) {
        super(parent);
        this.report = report;
        this.options = options;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("New Data Set");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.fillDefaults().margins(10, 10).spacing(0, 8).applyTo(area);
        Label title = new Label(area, SWT.WRAP);
        title.setText(("The data set '" + report.dataset().name() + "' of "
                + English.quantity(report.dataset().samples().size(), "sample") + " was made.").replace("&", "&&"));
        Text text = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        text.setText(String.join("\n\n", words()));
        GridDataFactory.fillDefaults().grab(true, true).hint(520, 240).applyTo(text);
        text.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        Label next = new Label(area, SWT.NONE);
        next.setText("Next: File > New > Network if the project has none yet, then File > New > Experiment.");
        return area;
    }

    private List<String> words() {
        List<String> words = new ArrayList<>(List.of(ImportWords.subsets(report.counts())));
        if (!report.defects().isEmpty()) {
            words.add(ImportWords.unreadable(report.defects())
                    + "\nThey are in the data set; training refuses unless told to leave such out.");
        }
        if (!report.passedOver().isEmpty()) {
            words.add(ImportWords.leftOut(report.passedOver()));
        }
        report.remarks().stream().map(remark -> ImportWords.told(remark, options)).forEach(words::add);
        report.problems().stream().map(Problem::message).forEach(words::add);
        return words;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.OK_LABEL, true);
    }

    /** Enter closes it: the text would take the key. */
    @Override
    public void create() {
        super.create();
        getButton(IDialogConstants.OK_ID).setFocus();
    }
}
