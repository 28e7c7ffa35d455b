// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.dataset;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.experiment.ui.dataset.PreviewJob.Outcome;
import org.vesalius.ui.thread.WhileOpen;

/** Asks what the chosen kind of files wants to be told, and shows at once what becomes of them. */
final class DataPage extends WizardPage {

    private static final long PAUSE_MILLIS = 400;

    private final ImportDraft draft;
    private final ColumnReaders readers;
    private final Optional<IProject> first;
    private Combo project;
    private Text name;
    private OptionFields options;
    private PreviewPane preview;
    private PreviewBar bar;
    private Executor uiThread;
    private Optional<PreviewJob> looking = Optional.empty();
    private Object shownFor = "";
    private String proposed = "";
    private String fault = "";
    private boolean looked;

    DataPage(ImportDraft draft, ColumnReaders readers, Optional<IProject> first) {
        super("data");
        this.draft = draft;
        this.readers = readers;
        this.first = first;
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(8, 8).spacing(8, 6).applyTo(area);
        uiThread = WhileOpen.of(area);
        createTarget(area);
        SashForm halves = new SashForm(area, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).span(4, 1).hint(840, 360).minSize(320, 120).applyTo(halves);
        Text about = words(area);
        options = new OptionFields(halves, draft, about::setText, this::preview);
        preview = new PreviewPane(halves, this::say);
        halves.setWeights(31, 69);
        bar = new PreviewBar(area, this::stop, this::preview);
        GridDataFactory.fillDefaults().grab(true, false).span(4, 1).applyTo(bar.control());
        setControl(area);
    }

    /** A place for some lines that are read, can be copied, and are scrolled where they are more than there is room for. */
    private static Text words(Composite area) {
        Text words = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        words.setBackground(area.getBackground());
        GridDataFactory.fillDefaults().grab(true, false).span(4, 1).hint(400, 3 * words.getLineHeight()).applyTo(words);
        return words;
    }

    private void createTarget(Composite area) {
        new Label(area, SWT.NONE).setText("&Project:");
        project = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
        project.setItems(Stream.of(ResourcesPlugin.getWorkspace().getRoot().getProjects()).filter(IProject::isOpen)
                .map(IProject::getName).toArray(String[]::new));
        project.select(0);
        first.map(IProject::getName).ifPresent(project::setText);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(project);
        new Label(area, SWT.NONE).setText("&Name:");
        name = new Text(area, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        propose();
        name.addListener(SWT.Modify, event -> validate());
        project.addListener(SWT.Modify, event -> {
            propose();
            refresh();
        });
        refresh();
    }

    /** Proposes a name that is free, unless another one was typed. */
    private void propose() {
        if (project.getText().isEmpty() || !name.getText().equals(proposed)) {
            return;
        }
        proposed = "data";
        for (int number = 2; taken(proposed); number++) {
            proposed = "data-" + number;
        }
        name.setText(proposed);
    }

    private boolean taken(String candidate) {
        return target().findMember(candidate) != null;
    }

    /** Lets the workspace see what other programs left in the project, so that its names aren't proposed. */
    private void refresh() {
        if (project.getText().isEmpty()) {
            return;
        }
        IProject target = target();
        ICoreRunnable look = monitor -> {
            target.refreshLocal(IResource.DEPTH_ONE, monitor);
            uiThread.execute(this::propose);
        };
        Job.createSystem("Look for the names in a project", look).schedule();
    }

    /** The fields are those of the kind that is chosen by then. */
    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (!visible) {
            stop();
            return;
        }
        Object now = List.of(draft.kind().orElseThrow().id(), draft.sources());
        if (!now.equals(shownFor)) {
            shownFor = now;
            setTitle(draft.kind().get().title());
            setDescription(draft.kind().get().header() + " What was found out is shown, and can be said otherwise.");
            options.show(draft.kind().get());
            preview.clear(draft.kind().get());
            preview();
        }
        options.setFocus();
    }

    private void say(ImportOption option, String column, List<String> values) {
        draft.say(option, column, values);
        options.refresh(option);
        preview();
    }

    private void preview() {
        looking.ifPresent(Job::cancel);
        looked = false;
        if (project.getText().isEmpty()) {
            validate();
            return;
        }
        PreviewJob[] job = new PreviewJob[1];
        job[0] = new PreviewJob(draft.kind().orElseThrow(), request(), readers, uiThread, outcome -> {
            // only what was asked last is shown
            if (looking.filter(last -> last == job[0]).isPresent()) {
                show(outcome);
            }
        });
        looking = Optional.of(job[0]);
        bar.watch(job[0]);
        job[0].schedule(PAUSE_MILLIS);
        validate();
    }

    private void show(Outcome outcome) {
        looked = true;
        fault = outcome instanceof Outcome.Refused refused ? refused.reason() : "";
        if (outcome instanceof Outcome.Seen seen) {
            preview.show(seen);
            options.offer(seen.preview().columns());
        }
        bar.ended(outcome);
        validate();
    }

    private void validate() {
        String wrong = wrongTarget();
        String shown = wrong.isEmpty() ? fault : wrong;
        setErrorMessage(shown.isEmpty() ? null : shown);
        setPageComplete(shown.isEmpty() && looked);
    }

    private String wrongTarget() {
        if (project.getText().isEmpty()) {
            return "There is no open project. Create one first: File > New > Vesalius Project.";
        }
        IStatus valid = ResourcesPlugin.getWorkspace().validateName(name.getText(), IResource.FOLDER);
        if (!valid.isOK()) {
            return valid.getMessage();
        }
        return taken(name.getText()) ? "There is a folder of this name in the project already." : "";
    }

    /** Stops looking; what was found out before stays. */
    void stop() {
        looking.ifPresent(job -> {
            // one that hasn't begun yet says nothing
            if (job.cancel() && !looked) {
                show(new Outcome.Stopped());
            }
        });
    }

    /** Returns the project that the data set becomes part of. */
    IProject target() {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(project.getText());
    }

    /** Returns what to import, and how. */
    ImportRequest request() {
        return draft.request(target().getLocation().toPath().resolve(name.getText().isBlank() ? "data" : name.getText()),
                name.getText());
    }

    @Override
    public void dispose() {
        looking.ifPresent(Job::cancel);
        super.dispose();
    }
}
