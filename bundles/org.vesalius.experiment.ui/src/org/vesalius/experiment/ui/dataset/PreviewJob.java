// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.FirstReads;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.ImportRun;
import org.vesalius.dataset.reader.ColumnReaders;

/** Finds out in the background what an import would bring, and says how far it is to whoever asks. */
public final class PreviewJob extends Job {

    private final ImportKind kind;
    private final ImportRequest request;
    private final ColumnReaders readers;
    private final Executor uiThread;
    private final Consumer<Outcome> outcome;
    private volatile State state = new State("Looking at the files", 0, 0);

    /**
     * How far a preview is.
     *
     * @param task what is being done
     * @param done of how many
     */
    public record State(String task, long done, long total) {
        /** In words, fit to be shown. */
        public String words() {
            return total > 0 ? task + ": " + done + " of " + total : task + "\u2026";
        }
    }

    /** What came of a preview. */
    public sealed interface Outcome {
        /** It was found out. */
        record Seen(DatasetPreview preview, List<Defect> unreadable) implements Outcome {
        }

        /**
         * The files can't be imported like this.
         *
         * @param reason why not
         * @param remedy what to do
         */
        record Refused(String reason, String remedy) implements Outcome {
        }

        /** The user didn't want to know. */
        record Stopped() implements Outcome {
        }
    }

    /**
     * A preview of an import.
     *
     * @param outcome is told on the UI thread
     */
    public PreviewJob(ImportKind kind, ImportRequest request, ColumnReaders readers, Executor uiThread, Consumer<Outcome> outcome) {
        super("Preview a data set");
        this.kind = kind;
        this.request = request;
        this.readers = readers;
        this.uiThread = uiThread;
        this.outcome = outcome;
        setSystem(true);
    }

    State state() {
        return state;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Outcome found = look(new Watched(monitor));
        uiThread.execute(() -> outcome.accept(found));
        return Status.OK_STATUS;
    }

    private Outcome look(Progress progress) {
        try {
            DatasetPreview preview = ImportRun.preview(kind.of(request), progress);
            return new Outcome.Seen(preview, new FirstReads(readers).defects(preview, progress));
        } catch (ReportedException e) {
            return new Outcome.Refused(ImportWords.told(e.getMessage(), kind.options()) + place(e),
                    ImportWords.inWindow(e.remedy(), kind.options()));
        } catch (CancellationException e) {
            return new Outcome.Stopped();
        } catch (RuntimeException e) {
            ILog.of(PreviewJob.class).error("Files to be imported could not be looked at", LoggedFailure.of(e));
            return new Outcome.Refused("The files can't be looked at like this.",
                    "Change what was said last, or the kind of files; the error log says why.");
        }
    }

    /** Where it is, if it isn't the one place that was chosen. */
    private String place(ReportedException e) {
        return e.where().filter(where -> !request.sources().contains(where)).map(Path::toString)
                .map(where -> " (" + where + ")").orElse("");
    }

    /** Keeps what it is told; cancelled with the job. */
    private final class Watched implements Progress {
        private final IProgressMonitor monitor;

        private Watched(IProgressMonitor monitor) {
            this.monitor = monitor;
        }

        @Override
        public void begin(String task, long total) {
            state = new State(task, 0, total);
        }

        @Override
        public void advance(long done) {
            state = new State(state.task(), done, state.total());
        }

        @Override
        public boolean cancelled() {
            return monitor.isCanceled();
        }
    }
}
