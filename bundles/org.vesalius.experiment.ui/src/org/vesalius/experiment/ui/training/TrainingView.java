// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.training;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.vesalius.engine.run.RunService;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.ui.run.RunStarter;
import org.vesalius.ui.thread.WhileOpen;

/**
 * Shows a run while it learns and after: state, progress, and loss and accuracy as live charts. It reads the run folder
 * and nothing else, so closing it changes nothing, and a run that went on without it is drawn from its beginning.
 */
public final class TrainingView extends ViewPart {

    /** Identifier of the view. */
    public static final String ID = "org.vesalius.experiment.ui.training";

    private static final String REMEMBERED_RUN = "run";
    private static final String NOTHING_YET = "No run yet.\n\nOpen an experiment and press Run: its loss and accuracy are "
            + "drawn here while it learns.\nA run goes on when the window is closed, and is found again here.";

    private final RunControls controls = new RunControls(this::resume);
    private IMemento memento;
    private Executor uiThread;
    private Composite stack;
    private Composite content;
    private Label empty;
    private RunChooser chooser;
    private StatusPane status;
    private ChartsPane charts;
    private RunWatch watch;
    private TrainingFrame shown;

    @Override
    public void init(IViewSite site, IMemento newMemento) throws PartInitException {
        super.init(site, newMemento);
        memento = newMemento;
    }

    @Override
    public void createPartControl(Composite parent) {
        stack = new Composite(parent, SWT.NONE);
        uiThread = WhileOpen.of(stack);
        stack.setLayout(new StackLayout());
        createEmptyPage();
        createContent();
        controls.addTo(getViewSite().getActionBars().getToolBarManager());
        showPage(empty);
        chooser.begin(rememberedRun());
    }

    private void createEmptyPage() {
        empty = new Label(stack, SWT.WRAP | SWT.CENTER);
        empty.setText(NOTHING_YET);
    }

    private void createContent() {
        TrainingText text = new TrainingText(Locale.getDefault(), ZoneId.systemDefault());
        content = new Composite(stack, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(6, 6).applyTo(content);
        RunCatalog catalog = new RunCatalog(ResourcesPlugin.getWorkspace().getRoot(),
                getSite().getService(RunService.class));
        chooser = new RunChooser(content, catalog, text, this::follow);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(chooser.control());
        status = new StatusPane(content, text, this::openLog);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(status.control());
        charts = new ChartsPane(content);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(charts.control());
    }

    private Optional<RunFolder> rememberedRun() {
        return Optional.ofNullable(memento).map(state -> state.getString(REMEMBERED_RUN))
                .map(path -> new RunFolder(Path.of(path)));
    }

    @Override
    public void saveState(IMemento state) {
        if (watch != null) {
            state.putString(REMEMBERED_RUN, watch.folder().path().toString());
        }
    }

    /** Shows a run; call on the UI thread. */
    public void show(RunFolder folder) {
        chooser.choose(folder);
    }

    /** Returns the frame on the screen, absent before the first. */
    public Optional<TrainingFrame> shown() {
        return Optional.ofNullable(shown);
    }

    private void follow(RunFolder folder) {
        stopWatching();
        watch = new RunWatch(folder, this::offer);
        watch.start();
        showPage(content);
    }

    /** Called by the thread of a watch. */
    private void offer(RunWatch source) {
        uiThread.execute(() -> drawNewest(source));
    }

    /** A watch that was closed may still have had a last frame on its way. */
    private void drawNewest(RunWatch source) {
        if (source == watch) {
            source.take().ifPresent(this::draw);
        }
    }

    private void draw(TrainingFrame frame) {
        boolean ended = shown != null && shown.folder().equals(frame.folder())
                && shown.snapshot().state() != frame.snapshot().state();
        shown = frame;
        status.show(frame);
        charts.show(frame);
        controls.show(frame.folder(), frame.snapshot().state());
        if (ended) {
            chooser.refresh();
        }
        if (!frame.snapshot().state().live()) {
            new RunFiles(frame.folder()).refresh();
        }
    }

    private void resume(RunFolder folder) {
        new RunStarter(getSite().getWorkbenchWindow()).resume(folder,
                resumed -> uiThread.execute(() -> follow(resumed)));
    }

    private void openLog() {
        if (shown != null) {
            new RunFiles(shown.folder()).openLog(getSite().getPage());
        }
    }

    private void showPage(Control page) {
        ((StackLayout) stack.getLayout()).topControl = page;
        stack.layout();
    }

    private void stopWatching() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    @Override
    public void setFocus() {
        chooser.control().setFocus();
    }

    @Override
    public void dispose() {
        stopWatching();
        super.dispose();
    }
}
