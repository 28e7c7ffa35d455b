// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.run;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.statushandlers.StatusManager;
import org.vesalius.core.progress.Progress;
import org.vesalius.engine.run.RunHandle;
import org.vesalius.engine.run.RunService;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.experiment.ui.training.TrainingView;
import org.vesalius.ui.thread.WhileOpen;

/** Starts runs and takes them up again, in jobs; failures are shown in words. */
public final class RunStarter {

    private final IWorkbenchWindow window;

    /** Creates a starter whose runs show up in a window. */
    public RunStarter(IWorkbenchWindow window) {
        this.window = window;
    }

    /** Checks an experiment, starts a run of it and shows it in the training view. */
    public void start(Path experiment) {
        RunService service = window.getService(RunService.class);
        schedule("Start " + experiment.getFileName(), "The run could not be started",
                progress -> {
                    new OutsideQuestion(window).ask(experiment);
                    return service.start(experiment, RunOptions.none(), progress);
                }, this::reveal);
    }

    /** Takes a run up again from its last checkpoint, then hands its folder to a listener on the UI thread. */
    public void resume(RunFolder folder, Consumer<RunFolder> listener) {
        RunService service = window.getService(RunService.class);
        schedule("Resume " + folder.name(), "The run could not be resumed",
                progress -> service.resume(folder), listener);
    }

    private void schedule(String name, String intention, Function<Progress, RunHandle> work,
            Consumer<RunFolder> listener) {
        Executor uiThread = WhileOpen.of(window.getShell());
        ICoreRunnable start = monitor -> Failures.asStatus(intention, () -> {
            RunFolder folder = work.apply(new MonitorProgress(monitor)).folder();
            uiThread.execute(() -> listener.accept(folder));
        });
        Job job = Job.create(name, start);
        job.setUser(true);
        job.schedule();
    }

    /** The window may have been closed while the run started; the run goes on, and is found again in the view. */
    private void reveal(RunFolder folder) {
        IWorkbenchPage page = window.getActivePage();
        if (page == null) {
            return;
        }
        try {
            ((TrainingView) page.showView(TrainingView.ID)).show(folder);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }
}
