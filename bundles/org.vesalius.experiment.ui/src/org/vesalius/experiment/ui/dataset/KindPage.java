// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.dataset;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.SourceGlance;
import org.vesalius.experiment.ui.run.MonitorProgress;
import org.vesalius.ui.thread.WhileOpen;

/** Asks which files a data set is made of, and what they are: the kind that they look like is chosen already. */
final class KindPage extends WizardPage {

    private static final long PAUSE_MILLIS = 300;

    private final ImportDraft draft;
    private final List<Path> selected;
    private Text sources;
    private KindList kinds;
    private Executor uiThread;
    private Optional<Job> looking = Optional.empty();
    private String looked = "";
    private boolean chosenByHand;

    KindPage(ImportDraft draft, List<Path> selected) {
        super("kind");
        this.draft = draft;
        this.selected = selected;
        setTitle("Files for a data set");
        setDescription("Choose the files, or the folder that holds them; they stay where they are, as they are.");
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 8).spacing(8, 6).applyTo(area);
        uiThread = WhileOpen.of(area);
        createSources(area);
        new Label(area, SWT.NONE).setText("They &are:");
        kinds = new KindList(area, draft.kinds(), this::chosen);
        GridDataFactory.fillDefaults().grab(true, true).span(3, 1).hint(640, 300).minSize(300, 80).applyTo(kinds.control());
        setControl(area);
        sources.setText(String.join("\n", selected.stream().map(Path::toString).toList()));
        sources.selectAll();
        sources.setFocus();
    }

    private void createSources(Composite area) {
        Label label = new Label(area, SWT.NONE);
        label.setText("Files or &folder, one a line; they can be dropped here:");
        GridDataFactory.fillDefaults().span(3, 1).applyTo(label);
        sources = new Text(area, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, 2 * sources.getLineHeight()).applyTo(sources);
        sources.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        sources.addListener(SWT.Modify, event -> look());
        button(area, "F&iles\u2026", this::browseFiles);
        button(area, "F&older\u2026", this::browseFolder);
        dropOn(area);
        dropOn(sources);
    }

    private void button(Composite area, String words, Runnable act) {
        Button button = new Button(area, SWT.PUSH);
        button.setText(words);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.TOP).applyTo(button);
        button.addListener(SWT.Selection, event -> act.run());
    }

    private void browseFiles() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText("Files for a Data Set");
        if (dialog.open() != null) {
            Path folder = Path.of(dialog.getFilterPath());
            sources.setText(lines(List.of(dialog.getFileNames()).stream().map(folder::resolve).map(Path::toString).toList()));
        }
    }

    private void browseFolder() {
        DirectoryDialog dialog = new DirectoryDialog(getShell());
        dialog.setText("Folder for a Data Set");
        Optional.ofNullable(dialog.open()).ifPresent(sources::setText);
    }

    private static String lines(List<String> paths) {
        return String.join("\n", paths);
    }

    private void dropOn(Control control) {
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof String[] paths) {
                    sources.setText(lines(List.of(paths)));
                }
            }
        });
    }

    private void chosen(ImportKind kind) {
        chosenByHand = true;
        draft.choose(kind);
        validate();
    }

    /** Glances at the files in the background; only what was typed last counts. */
    private void look() {
        String typed = sources.getText().strip();
        if (typed.equals(looked)) {
            return;
        }
        looked = typed;
        looking.ifPresent(Job::cancel);
        draft.chooseNothing();
        kinds.suiting(Optional.empty());
        validate();
        if (!typed.isEmpty()) {
            ICoreRunnable glance = monitor -> glance(typed, new MonitorProgress(monitor));
            Job job = Job.createSystem("Look at files for a data set", glance);
            job.schedule(PAUSE_MILLIS);
            looking = Optional.of(job);
        }
    }

    private void glance(String typed, Progress progress) {
        try {
            List<Path> paths = typed.lines().map(String::strip).filter(line -> !line.isEmpty()).map(Path::of)
                    .map(path -> path.toAbsolutePath().normalize()).toList();
            Optional<String> wrong = paths.stream().flatMap(path -> wrong(path).stream()).findFirst();
            if (wrong.isPresent()) {
                refused(typed, wrong.get());
                return;
            }
            SourceGlance seen = SourceGlance.at(paths, progress);
            uiThread.execute(() -> seen(typed, paths, seen));
        } catch (InvalidPathException e) {
            refused(typed, "This is no path: " + e.getReason() + ".");
        } catch (CancellationException e) {
            // others were typed meanwhile
        }
    }

    private static Optional<String> wrong(Path path) {
        if (path.getNameCount() == 0 || Path.of(System.getProperty("user.home")).startsWith(path)) {
            // nobody means a whole disk, or all that somebody has
            return Optional.of("Choose the folder that holds the data, not a whole disk or home.");
        }
        return Files.exists(path) ? Optional.empty() : Optional.of("There is no file or folder " + path + ".");
    }

    private void refused(String typed, String reason) {
        uiThread.execute(() -> {
            if (typed.equals(looked)) {
                setErrorMessage(reason);
            }
        });
    }

    private void seen(String typed, List<Path> paths, SourceGlance glance) {
        if (!typed.equals(looked)) {
            return;
        }
        draft.choose(paths, glance);
        kinds.suiting(Optional.of(glance));
        if (!chosenByHand || draft.kind().isEmpty()) {
            draft.likeliest().ifPresentOrElse(draft::choose, draft::forgetKind);
            kinds.select(draft.kind());
        }
        validate();
    }

    private void validate() {
        String wrong = wrong();
        setErrorMessage(wrong.isEmpty() ? null : wrong);
        setMessage(draft.glance().isPresent() && draft.kind().isEmpty() ? "None of the kinds below looks like these files: choose one."
                : null);
        setPageComplete(wrong.isEmpty() && draft.kind().isPresent() && draft.glance().isPresent());
    }

    private String wrong() {
        if (draft.kind().isEmpty() || draft.glance().isEmpty()) {
            return "";
        }
        ImportKind.Sources wanted = draft.kind().get().sources();
        if (wanted.folder() && !draft.glance().get().folder()) {
            return "These are files; '" + draft.kind().get().title() + "' needs a folder. " + wanted.description();
        }
        return !wanted.several() && draft.sources().size() > 1 ? "'" + draft.kind().get().title() + "' takes one "
                + (wanted.folder() ? "folder." : "file.") : "";
    }

    @Override
    public void dispose() {
        looking.ifPresent(Job::cancel);
        super.dispose();
    }
}
