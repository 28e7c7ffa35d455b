// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.dataset;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
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
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.importer.ImageFolderOptions;
import org.vesalius.dataset.importer.ImageFolderPreview;
import org.vesalius.dataset.importer.kind.SplitRule;
import org.vesalius.experiment.ui.run.MonitorProgress;
import org.vesalius.ui.thread.WhileOpen;

/** Asks for a folder of images, who they are of and how they are split, and shows at once what becomes of them. */
final class NewDatasetPage extends WizardPage {

    private static final long SEED = 42;
    private static final long PAUSE_MILLIS = 500;
    private static final List<String> PATTERNS = List.of("", "person(\\d+)", "([^/]+)/[^/]+$", "([^/_]+)_[^/]*$");
    private static final List<String> SPLITS = List.of("70/15/15", "80/10/10", "60/20/20", "folders");
    private static final String LAYOUT = "The images of each category lie in a folder named after it. They stay where they are.";
    private static final String HINT = "What the parentheses find in a path is the patient, whose images stay together.\n"
            + "Empty: each image is of another patient.";

    private final Optional<IProject> first;
    private Text folder;
    private Combo project;
    private Text name;
    private Combo pattern;
    private Combo split;
    private Button join;
    private Table table;
    private Label summary;
    private Executor uiThread;
    private volatile Optional<ImageFolderPreview> images = Optional.empty();
    private Optional<Job> looking = Optional.empty();
    private String looked = "";
    private String proposed = "";
    private String fault = "";
    private int asked;
    private int shown;

    NewDatasetPage(Optional<IProject> first) {
        super("dataset");
        this.first = first;
        setTitle("Data set of images");
        setDescription(LAYOUT);
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 8).spacing(8, 6).applyTo(area);
        uiThread = WhileOpen.of(area);
        createFolder(area);
        createTarget(area);
        createRules(area);
        createPreview(area);
        setControl(area);
        folder.setFocus();
    }

    private void createFolder(Composite area) {
        label(area, "&Images:");
        folder = new Text(area, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(folder);
        folder.addListener(SWT.Modify, event -> lookAtFolder());
        Button browse = new Button(area, SWT.PUSH);
        browse.setText("B&rowse\u2026");
        browse.addListener(SWT.Selection, event -> browse());
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(getShell());
        dialog.setText("Folder of Images");
        dialog.setFilterPath(folder.getText());
        Optional.ofNullable(dialog.open()).ifPresent(folder::setText);
    }

    private void createTarget(Composite area) {
        label(area, "&Project:");
        project = combo(area, SWT.READ_ONLY, Stream.of(ResourcesPlugin.getWorkspace().getRoot().getProjects())
                .filter(IProject::isOpen).map(IProject::getName).toList());
        first.map(IProject::getName).ifPresent(project::setText);
        label(area, "&Name:");
        name = new Text(area, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(name);
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

    private void createRules(Composite area) {
        label(area, "P&atient:");
        pattern = combo(area, SWT.NONE, PATTERNS);
        pattern.setToolTipText(HINT);
        pattern.addListener(SWT.FocusIn, event -> setDescription(HINT));
        pattern.addListener(SWT.FocusOut, event -> setDescription(LAYOUT));
        label(area, "&Split:");
        split = combo(area, SWT.NONE, SPLITS);
        split.setToolTipText("Percentages of train, validation and test; or 'folders', where there are folders of these names");
        label(area, "");
        join = new Button(area, SWT.CHECK);
        join.setText("&Join categories that differ only in upper and lower case");
        GridDataFactory.fillDefaults().span(2, 1).applyTo(join);
    }

    private static void label(Composite area, String words) {
        new Label(area, SWT.NONE).setText(words);
    }

    private Combo combo(Composite area, int style, List<String> items) {
        Combo combo = new Combo(area, SWT.DROP_DOWN | style);
        combo.setItems(items.toArray(String[]::new));
        combo.select(0);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(combo);
        combo.addListener(SWT.Modify, event -> preview());
        return combo;
    }

    private void createPreview(Composite area) {
        table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).span(3, 1).hint(560, 180).minSize(300, 80).applyTo(table);
        Stream.of("Image", "Category", "Patient", "Subset").forEach(title -> {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(title);
            column.setWidth(title.equals("Image") ? 280 : 100);
        });
        summary = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(560, 36).applyTo(summary);
    }

    /** Reads the names in the folder in the background; only what is asked last is shown. */
    private void lookAtFolder() {
        String typed = folder.getText().strip();
        if (typed.equals(looked)) {
            return;
        }
        looked = typed;
        asked++;
        images = Optional.empty();
        show(new ImportPreview(List.of(), typed.isEmpty() ? "" : "Looking through the folder\u2026", ""));
        if (typed.isEmpty()) {
            return;
        }
        looking.ifPresent(Job::cancel);
        ICoreRunnable look = monitor -> look(typed, new MonitorProgress(monitor));
        Job job = Job.createSystem("Look through a folder of images", look);
        job.schedule(PAUSE_MILLIS);
        looking = Optional.of(job);
    }

    private void look(String typed, Progress progress) {
        try {
            Path path = Path.of(typed);
            if (holdsEverything(path)) {
                throw new InvalidPathException(typed, "a whole disk or home");
            }
            ImageFolderPreview found = ImageFolderPreview.of(path, progress);
            List<String> patterns = PatientPatterns.offered(found.paths());
            uiThread.execute(() -> found(typed, found, patterns));
        } catch (ReportedException e) {
            uiThread.execute(() -> refused(typed, e.getMessage() + " " + e.remedy()));
        } catch (InvalidPathException e) {
            uiThread.execute(() -> refused(typed, "Choose the folder that holds one folder for each category."));
        } catch (CancellationException e) {
            // another folder was typed meanwhile
        }
    }

    /** Whether a path is a disk, the user's home or a folder around it, which nobody means as a folder of images. */
    private static boolean holdsEverything(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.getNameCount() == 0 || Path.of(System.getProperty("user.home")).startsWith(absolute);
    }

    @Override
    public void dispose() {
        looking.ifPresent(Job::cancel);
        super.dispose();
    }

    private void found(String path, ImageFolderPreview preview, List<String> patterns) {
        if (path.equals(looked)) {
            images = Optional.of(preview);
            offer(patterns);
            if (preview.divided() && split.getText().equals(SPLITS.get(0))) {
                split.setText("folders");
            }
            preview();
        }
    }

    /** Puts what these images suggest before the other patterns, and leaves what is typed. */
    private void offer(List<String> patterns) {
        patterns.stream().filter(offered -> pattern.indexOf(offered) < 0).forEach(offered -> pattern.add(offered, 1));
    }

    private void refused(String path, String reason) {
        if (path.equals(looked)) {
            show(new ImportPreview(List.of(), "", reason));
        }
    }

    private void preview() {
        if (images.isEmpty()) {
            validate();
            return;
        }
        int number = ++asked;
        ImageFolderPreview found = images.get();
        String typed = pattern.getText();
        String rule = split.getText();
        ICoreRunnable make = monitor -> {
            ImportPreview made = ImportPreview.of(found, typed, rule, SEED);
            uiThread.execute(() -> {
                if (number == asked) {
                    shown = number;
                    show(made);
                }
            });
        };
        setPageComplete(false);
        Job.createSystem("Preview a data set", make).schedule();
    }

    private void show(ImportPreview preview) {
        table.setRedraw(false);
        table.removeAll();
        preview.rows().forEach(row -> new TableItem(table, SWT.NONE).setText(row.toArray(String[]::new)));
        table.setRedraw(true);
        summary.setText(preview.summary().replace("&", "&&"));
        fault = preview.fault();
        validate();
    }

    private void validate() {
        String wrong = fault.isEmpty() ? wrongTarget() : fault;
        setErrorMessage(wrong.isEmpty() ? null : wrong);
        setPageComplete(wrong.isEmpty() && images.isPresent() && shown == asked);
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

    /** Returns the project that the data set becomes part of. */
    IProject target() {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(project.getText());
    }

    /** Returns what to import, and how. */
    ImageFolderOptions options() {
        return new ImageFolderOptions(images.orElseThrow().folder(),
                target().getLocation().toPath().resolve(name.getText()), name.getText(),
                ImportPreview.pattern(pattern.getText()), SplitRule.parse(split.getText().strip()), SEED, join.getSelection());
    }
}
