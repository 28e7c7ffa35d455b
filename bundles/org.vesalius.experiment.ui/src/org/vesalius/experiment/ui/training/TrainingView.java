// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.training;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.vesalius.engine.run.RunService;
import org.vesalius.experiment.Installation;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.ui.command.RunMenu;
import org.vesalius.experiment.ui.results.ResultsEditor;
import org.vesalius.experiment.ui.run.RunCatalog;
import org.vesalius.experiment.ui.run.RunDisplay;
import org.vesalius.experiment.ui.run.RunFiles;
import org.vesalius.experiment.ui.run.RunStarter;
import org.vesalius.ui.thread.WhileOpen;

/**
 * Shows a run while it learns and after: state, progress, and loss and accuracy as live charts. It reads the run folder
 * and nothing else, so closing it changes nothing, and a run that went on without it is drawn from its beginning.
 */
public final class TrainingView extends ViewPart implements RunDisplay {

    /** Identifier of the view. */
    public static final String ID = RunDisplay.ID;

    private static final String REMEMBERED_RUN = "run";
    /** Where the view is lower, it scrolls: curves need some height. */
    private static final int LEAST_HEIGHT = 400;
    private static final String NOTHING_YET = "No run yet.\n\nOpen an experiment and press Run: its loss and accuracy are "
            + "drawn here while it learns.\nA run goes on when the window is closed, and is found again here.";

    private final RunControls controls = new RunControls(this::resume);
    private IMemento memento;
    private Executor uiThread;
    private Composite stack;
    private ScrolledComposite content;
    private Label empty;
    private Label starting;
    private Optional<RunFolder> expected = Optional.empty();
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
        empty = createMessage(NOTHING_YET);
        starting = createMessage("");
        createContent();
        getSite().setSelectionProvider(chooser.selection());
        createMenu();
        controls.addTo(getViewSite().getActionBars().getToolBarManager());
        showPage(empty);
        chooser.begin(rememberedRun());
    }

    private Label createMessage(String words) {
        Label message = new Label(stack, SWT.WRAP | SWT.CENTER);
        message.setText(words);
        return message;
    }

    private void createContent() {
        TrainingText text = new TrainingText(Locale.getDefault(), ZoneId.systemDefault());
        content = new ScrolledComposite(stack, SWT.V_SCROLL);
        content.setExpandHorizontal(true);
        content.setExpandVertical(true);
        content.setMinHeight(LEAST_HEIGHT);
        Composite column = new Composite(content, SWT.NONE);
        content.setContent(column);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(6, 6).applyTo(column);
        RunCatalog catalog = new RunCatalog(ResourcesPlugin.getWorkspace().getRoot(),
                getSite().getService(RunService.class));
        chooser = new RunChooser(column, catalog, text, this::follow);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(chooser.control());
        status = new StatusPane(column, text, this::follow);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(status.control());
        charts = new ChartsPane(column);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(charts.control());
    }

    /** What is below the list is of the run in it, wherever one points. */
    private void createMenu() {
        MenuManager manager = new MenuManager();
        manager.add(new RunMenu());
        Menu menu = manager.createContextMenu(content);
        setMenu(content, menu);
    }

    private static void setMenu(Control control, Menu menu) {
        control.setMenu(menu);
        if (control instanceof Composite composite) {
            Stream.of(composite.getChildren()).forEach(child -> setMenu(child, menu));
        }
    }

    private Optional<RunFolder> rememberedRun() {
        return Optional.ofNullable(memento).map(state -> state.getString(REMEMBERED_RUN))
                .map(path -> new RunFolder(Path.of(path)));
    }

    @Override
    public void saveState(IMemento state) {
        run().or(() -> expected)
                .ifPresent(run -> state.putString(REMEMBERED_RUN, run.path().toString()));
    }

    @Override
    public void show(RunFolder folder) {
        if (watch != null && watch.folder().equals(folder) && shown != null && !shown.snapshot().state().live()) {
            // it may have been taken up again
            follow(folder);
        }
        chooser.choose(folder);
    }

    @Override
    public Optional<RunFolder> run() {
        return Optional.ofNullable(watch).map(RunWatch::folder);
    }

    @Override
    public void forget(RunFolder folder) {
        if (watch != null && watch.folder().equals(folder)) {
            stopWatching();
            showPage(empty);
            chooser.begin(Optional.empty());
        } else {
            chooser.refresh();
        }
    }

    @Override
    public void expect(String experiment) {
        expected = expected.or(this::run);
        stopWatching();
        chooser.await();
        starting.setText("Starting " + experiment.replace("&", "&&") + "\u2026\n\nThe experiment and its data are "
                + "checked first; its curves appear here.");
        showPage(starting);
    }

    @Override
    public void giveUp() {
        if (stack.isDisposed()) {
            return;
        }
        showPage(empty);
        chooser.begin(expected);
        expected = Optional.empty();
    }

    /** Returns the frame on the screen, absent before the first. */
    public Optional<TrainingFrame> shown() {
        return Optional.ofNullable(shown);
    }

    private void follow(RunFolder folder) {
        stopWatching();
        expected = Optional.empty();
        status.clear();
        charts.clear();
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
        new RunStarter(getSite().getWorkbenchWindow(), getSite().getService(Installation.class)).resume(folder,
                resumed -> uiThread.execute(() -> follow(resumed)));
    }

    private void follow(String link) {
        if (shown == null) {
            return;
        }
        if (StatusPane.LOG.equals(link)) {
            new RunFiles(shown.folder()).openLog(getSite().getPage());
            return;
        }
        try {
            ResultsEditor.open(getSite().getPage(), List.of(shown.folder()), Optional.empty());
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    private void showPage(Control page) {
        ((StackLayout) stack.getLayout()).topControl = page;
        stack.layout();
    }

    private void stopWatching() {
        controls.disable();
        shown = null;
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
