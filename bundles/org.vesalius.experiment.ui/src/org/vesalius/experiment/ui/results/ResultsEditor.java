// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.results;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import com.google.gson.JsonObject;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.vesalius.core.English;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.Installation;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.pool.PooledRuns;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.ui.file.ReadOnlyEditor;
import org.vesalius.experiment.ui.results.RunResults.OutputResults;
import org.vesalius.experiment.ui.run.Failures;
import org.vesalius.experiment.ui.run.WorkspacePermissions;
import org.vesalius.ui.thread.WhileOpen;

/**
 * Shows how good the best model of a run is: one tab for each subset of the data that was measured. Of the runs of a
 * cross-validation that were measured together it shows their test subsets.
 */
public final class ResultsEditor extends ReadOnlyEditor {

    /** Identifier of the editor. */
    public static final String ID = "org.vesalius.experiment.ui.results";

    private static final int WORST = 12;
    private static final String NOTHING_YET = "Nothing is measured yet. A run measures its best model on the validation "
            + "samples when it ends; of one that was stopped before, choose Evaluate\u2026 in its menu.";

    private ExperimentContext context;
    private boolean loaded;
    private Executor uiThread;
    private Composite area;
    private Label title;
    private Label subtitle;
    private CTabFolder tabs;

    /**
     * Opens results, or brings them to the front; call on the UI thread.
     *
     * @param folders the run, or those that were measured together
     * @param more the evaluation of one more subset, to be shown first; of several runs there is no other
     * @throws PartInitException when the editor can't be opened
     */
    public static void open(IWorkbenchPage page, List<RunFolder> folders, Optional<JsonObject> more)
            throws PartInitException {
        ((ResultsEditor) page.openEditor(new ResultsInput(folders), ID)).load(more);
    }

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof ResultsInput)) {
            throw new PartInitException("Results are those of a run.");
        }
        setSite(site);
        setInput(input);
        context = ExperimentContext.of(site.getService(Installation.class)).guardedBy(new WorkspacePermissions(() -> {}));
        setPartName("Results of " + input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        uiThread = WhileOpen.of(area);
        GridLayoutFactory.fillDefaults().margins(0, 6).spacing(0, 2).applyTo(area);
        title = line(JFaceResources.HEADER_FONT);
        subtitle = line(JFaceResources.DEFAULT_FONT);
        tabs = new CTabFolder(area, SWT.TOP | SWT.FLAT);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
        uiThread.execute(() -> {
            // an editor of the last session is opened by the window, which knows of no evaluation
            if (!loaded) {
                load(Optional.empty());
            }
        });
    }

    private Label line(String font) {
        Label label = new Label(area, SWT.WRAP);
        label.setFont(JFaceResources.getFont(font));
        GridDataFactory.fillDefaults().grab(true, false).indent(12, 0).applyTo(label);
        return label;
    }

    private List<RunFolder> folders() {
        return ((ResultsInput) getEditorInput()).folders();
    }

    private void load(Optional<JsonObject> more) {
        loaded = true;
        List<RunFolder> folders = folders();
        ICoreRunnable read = monitor -> Failures.asStatus("The results could not be read", () -> {
            if (!folders.stream().allMatch(RunFolder::exists)) {
                // deleted since the last session
                uiThread.execute(() -> getSite().getPage().closeEditor(this, false));
                return;
            }
            RunResults results = folders.size() == 1 ? RunResults.read(folders.get(0), WORST)
                    : new RunResults(new RunRecordFile(folders.get(0)).read(), List.of(), OptionalLong.empty());
            List<OutputResults> added = more.or(() -> together(folders)).map(measured -> added(folders, measured)).orElse(List.of());
            uiThread.execute(() -> show(results, added));
        });
        Job.create("Read the results of " + getEditorInput().getName(), read).schedule();
    }

    /** What several runs reach together stands in no file. */
    private Optional<JsonObject> together(List<RunFolder> folders) {
        return folders.size() == 1 ? Optional.empty() : Optional.of(new PooledRuns(folders, context).measure());
    }

    private static List<OutputResults> added(List<RunFolder> folders, JsonObject json) {
        try {
            return RunResults.of(folders, json, WORST);
        } catch (ReportedException e) {
            return RunResults.of(folders, json, 0);
        }
    }

    private void show(RunResults results, List<OutputResults> added) {
        title.setText(results.record().experiment().replace("&", "&&"));
        if (folders().size() == 1) {
            setPartName(results.record().experiment() + ", " + time(results.record(), FormatStyle.SHORT));
        }
        boolean nothing = results.subsets().isEmpty() && added.isEmpty();
        subtitle.setText(nothing ? NOTHING_YET : folders().size() == 1 ? words(results) : words(folders()));
        for (CTabItem tab : tabs.getItems()) {
            tab.getControl().dispose();
            tab.dispose();
        }
        added.forEach(this::createTab);
        results.subsets().stream()
                .filter(shown -> added.stream().noneMatch(other -> other.subset().equals(shown.subset())))
                .forEach(this::createTab);
        tabs.setVisible(!nothing);
        tabs.setSelection(0);
        area.layout(true, true);
    }

    private static String words(RunResults results) {
        RunRecord record = results.record();
        return "Run of " + time(record, FormatStyle.MEDIUM) + ", seed " + record.provenance().seed() + "; model of epoch "
                + record.progress().bestEpoch() + " of " + record.epochs() + (results.opening().isEmpty() ? ""
                        : "; " + English.ordinal(results.opening().getAsLong()) + " opening of the test part");
    }

    private static String time(RunRecord record, FormatStyle style) {
        return DateTimeFormatter.ofLocalizedDateTime(style).withLocale(Locale.getDefault()).withZone(ZoneId.systemDefault())
                .format(record.created());
    }

    private static String words(List<RunFolder> folders) {
        return "The held-out samples of " + English.quantity(folders.size(), "run") + " together, each predicted by a model that"
                + " learnt nothing from it";
    }

    private void createTab(OutputResults results) {
        CTabItem tab = new CTabItem(tabs, SWT.NONE);
        tab.setText(results.title().replace("&", "&&"));
        tab.setControl(results.report().confusion().isPresent() ? new SubsetPage(tabs, folders().get(0), context, results).control()
                : new MeasuresPage(tabs, results).control());
    }

    @Override
    public void setFocus() {
        // not the table in it, which would mark its first row
        tabs.forceFocus();
    }
}
