// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ComboViewer;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.vesalius.engine.run.RunSummary;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.ui.run.RunCatalog;
import org.vesalius.ui.thread.WhileOpen;

/** The list of runs to choose from. It is read in a job, and again whenever it is opened. */
final class RunChooser {

    private final RunCatalog catalog;
    private final TrainingText text;
    private final Consumer<RunFolder> listener;
    private final ComboViewer viewer;
    private final Executor uiThread;
    private final Job reading;
    private List<RunSummary> runs = List.of();
    private volatile RunFolder chosen;
    private boolean awaiting;
    private volatile Optional<RunFolder> remembered = Optional.empty();

    RunChooser(Composite parent, RunCatalog catalog, TrainingText text, Consumer<RunFolder> listener) {
        this.catalog = catalog;
        this.text = text;
        this.listener = listener;
        viewer = new ComboViewer(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        uiThread = WhileOpen.of(viewer.getControl());
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.setLabelProvider(LabelProvider.createTextProvider(item -> label((RunSummary) item)));
        viewer.addPostSelectionChangedListener(event -> chosen(event.getStructuredSelection()));
        viewer.getControl().addListener(SWT.FocusIn, event -> refresh());
        viewer.getControl().setToolTipText("Runs of the experiments in the workspace, newest first");
        ICoreRunnable read = monitor -> read();
        reading = Job.createSystem("Look for runs", read);
    }

    /** Returns what tells the workbench which run is chosen. */
    ISelectionProvider selection() {
        return viewer;
    }

    Combo control() {
        return viewer.getCombo();
    }

    /** Looks for runs, and chooses one: one that goes on, that of the last time, or the newest, in this order. */
    void begin(Optional<RunFolder> ofLastTime) {
        remembered = ofLastTime;
        awaiting = false;
        chosen = null;
        refresh();
    }

    /** Chooses none until {@link #choose} or {@link #begin}. */
    void await() {
        awaiting = true;
        chosen = null;
        viewer.setSelection(StructuredSelection.EMPTY);
    }

    /** Looks for runs; the one that was chosen stays chosen. */
    void refresh() {
        reading.schedule();
    }

    /** Chooses a run and looks for it. */
    void choose(RunFolder folder) {
        if (folder.equals(chosen)) {
            return;
        }
        awaiting = false;
        chosen = folder;
        listener.accept(folder);
        refresh();
    }

    private void chosen(IStructuredSelection selection) {
        if (selection.getFirstElement() instanceof RunSummary run) {
            choose(run.folder());
        }
    }

    private String label(RunSummary run) {
        return text.title(run);
    }

    private void read() {
        List<RunSummary> found = new ArrayList<>(catalog.find());
        RunFolder shown = chosen;
        if (shown != null && found.stream().noneMatch(run -> run.folder().equals(shown))) {
            catalog.look(shown).ifPresent(run -> found.add(0, run));
        }
        Optional<RunFolder> first = first(found);
        uiThread.execute(() -> show(found, first));
    }

    /** What goes on comes first, whatever was looked at last. */
    private Optional<RunFolder> first(List<RunSummary> found) {
        List<RunFolder> live = found.stream().filter(run -> run.status().state().live()).map(RunSummary::folder).toList();
        return remembered.filter(run -> live.isEmpty() ? run.exists() : live.contains(run))
                .or(() -> live.stream().findFirst()).or(() -> found.stream().findFirst().map(RunSummary::folder));
    }

    private void show(List<RunSummary> found, Optional<RunFolder> first) {
        if (!found.equals(runs)) {
            runs = found;
            viewer.setInput(runs);
        }
        Optional<RunSummary> selected = runs.stream().filter(run -> run.folder().equals(chosen)).findFirst();
        viewer.setSelection(selected.map(StructuredSelection::new).orElse(StructuredSelection.EMPTY));
        viewer.getControl().setEnabled(!runs.isEmpty());
        if (chosen == null && !awaiting) {
            first.ifPresent(this::choose);
        }
    }
}
