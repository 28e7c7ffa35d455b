// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.experiment.ui.editor.field.EditHistory;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.ui.editor.resolve.ModelSync;
import org.vesalius.experiment.ui.run.Failures;
import org.vesalius.ui.thread.FileWrite;

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
     * @throws org.vesalius.core.ReportedException when the file can't be read or is no experiment
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
     * Writes the experiment while the user waits; call on the UI thread.
     *
     * @param overwrite whether to write as well when another program wrote the file since it was read or saved here
     * @return whether it was written
     * @throws CoreException with a status fit to be shown, when it can't be written; the file is then as it was
     * @throws org.eclipse.core.runtime.OperationCanceledException if the user cancelled; the file is then as it was
     */
    boolean save(boolean overwrite) throws CoreException {
        Write write = new Write(EcoreUtil.copy(experiment), overwrite ? Optional.empty() : known);
        try {
            FileWrite.run(Optional.of(file), write);
        } catch (InvocationTargetException e) {
            throw new CoreException(Failures.status("The experiment could not be saved", e.getCause()));
        }
        if (write.done) {
            known = write.written;
            history.markSaved();
        }
        return write.done;
    }

    /**
     * Takes over what another program wrote into the file, as one step that can be undone. Changes that are not saved yet
     * stay, and so does the model when the file is no experiment any more: saving puts that right.
     */
    void readAgain(Executor uiThread) {
        read(uiThread, (onDisk, version) -> {
            if (!history.isDirty()) {
                takeOver(onDisk, version);
            }
        });
    }

    /** Takes over what another program wrote into the file in place of what was changed here; that can be undone. */
    void replace(Executor uiThread) {
        read(uiThread, this::takeOver);
    }

    private void read(Executor uiThread, BiConsumer<Experiment, Optional<FileVersion>> listener) {
        ICoreRunnable read = monitor -> {
            try {
                Optional<FileVersion> version = FileVersion.of(path());
                Experiment onDisk = new ExperimentFiles().load(path());
                uiThread.execute(() -> listener.accept(onDisk, version));
            } catch (ReportedException e) {
                ILog.of(ExperimentDocument.class).warn("The changed file of an open experiment can't be read",
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

    /** Writes a copy, off the UI thread; not over a version that is not the expected one. */
    private final class Write implements FileWrite.Work {

        private final Experiment copy;
        private final Optional<FileVersion> expected;
        private Optional<FileVersion> written = Optional.empty();
        private boolean done;

        /** Any version will do where none is expected. */
        Write(Experiment copy, Optional<FileVersion> expected) {
            this.copy = copy;
            this.expected = expected;
        }

        @Override
        public void run() {
            Optional<FileVersion> onDisk = FileVersion.of(path());
            if (expected.isPresent() && onDisk.isPresent() && !onDisk.equals(expected)) {
                return;
            }
            new ExperimentFiles().save(copy, path());
            written = FileVersion.of(path());
            done = true;
        }
    }
}
