// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.widgets.Display;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.ui.editor.resolve.ModelSync;
import org.vesalius.experiment.ui.run.Failures;

/** An experiment that is being edited: the file, the model and the history of its changes. */
public final class ExperimentDocument {

    private final IFile file;
    private final Experiment experiment;
    private final EditHistory history;
    private Optional<FileVersion> known;

    private ExperimentDocument(IFile file, Experiment experiment, Optional<FileVersion> known) {
        this.file = file;
        this.experiment = experiment;
        this.known = known;
        history = new EditHistory(experiment);
    }

    /**
     * Reads an experiment; not for the UI thread.
     *
     * @throws org.vesalius.core.ReportedException when the file cannot be read or is no experiment
     */
    public static ExperimentDocument load(IFile file) {
        Path path = location(file);
        Optional<FileVersion> version = FileVersion.of(path);
        return new ExperimentDocument(file, new ExperimentFiles().load(path), version);
    }

    private static Path location(IFile file) {
        return file.getLocation().toPath();
    }

    /**
     * Writes the experiment.
     *
     * @throws CoreException with a status fit to be shown, when it cannot be written; the file is then as it was
     */
    public void save(IProgressMonitor monitor) throws CoreException {
        Failures.asStatus("The experiment could not be saved", () -> new ExperimentFiles().save(experiment, path()));
        known = FileVersion.of(path());
        file.refreshLocal(IResource.DEPTH_ZERO, monitor);
        history.markSaved();
    }

    /** Returns whether another program wrote the file since it was read or saved here; call on the UI thread. */
    boolean changedOutside() {
        Optional<FileVersion> onDisk = FileVersion.of(path());
        return onDisk.isPresent() && !onDisk.equals(known);
    }

    /**
     * Takes over what another program wrote into the file, as one step that can be undone. Changes that are not saved yet
     * stay, and so does the model when the file is no experiment any more: saving puts that right.
     */
    void readAgain(Display display) {
        read(display, (onDisk, version) -> {
            if (!history.isDirty()) {
                takeOver(onDisk, version);
            }
        });
    }

    /** Takes over what another program wrote into the file in place of what was changed here; that can be undone. */
    void replace(Display display) {
        read(display, this::takeOver);
    }

    private void read(Display display, BiConsumer<Experiment, Optional<FileVersion>> listener) {
        ICoreRunnable read = monitor -> {
            try {
                Optional<FileVersion> version = FileVersion.of(path());
                Experiment onDisk = new ExperimentFiles().load(path());
                display.asyncExec(() -> listener.accept(onDisk, version));
            } catch (ReportedException e) {
                ILog.of(ExperimentDocument.class).warn("The changed file of an open experiment cannot be read",
                        LoggedFailure.of(e));
            }
        };
        Job.createSystem("Read " + file.getName() + " again", read).schedule();
    }

    private void takeOver(Experiment onDisk, Optional<FileVersion> version) {
        known = version;
        if (!EcoreUtil.equals(onDisk, experiment)) {
            history.change("Changes on disk", () -> new ModelSync().apply(onDisk, experiment));
            history.markSaved();
        }
    }

    /** Returns the file in the workspace. */
    public IFile file() {
        return file;
    }

    /** Returns the file on disk, absolute. */
    public Path path() {
        return location(file);
    }

    /** Returns the model; change it through {@link #history()} only. */
    public Experiment experiment() {
        return experiment;
    }

    /** Returns the history of changes. */
    public EditHistory history() {
        return history;
    }
}
