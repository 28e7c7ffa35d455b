// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import com.google.gson.JsonObject;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Subset;
import org.vesalius.engine.run.RunService;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.Installation;
import org.vesalius.experiment.pool.PooledRuns;
import org.vesalius.experiment.run.EvaluationQuestion;
import org.vesalius.experiment.run.PredictionQuestion;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunStatus;
import org.vesalius.experiment.ui.results.ResultsEditor;
import org.vesalius.experiment.ui.run.Failures;
import org.vesalius.experiment.ui.run.LiveRuns;
import org.vesalius.experiment.ui.run.MonitorProgress;
import org.vesalius.experiment.ui.run.RunDisplay;
import org.vesalius.experiment.ui.run.RunFiles;
import org.vesalius.experiment.ui.run.RunStarter;
import org.vesalius.experiment.ui.run.WorkspacePermissions;
import org.vesalius.ui.thread.WhileOpen;

/** What the commands for runs do. */
public final class RunHandlers {

    private RunHandlers() {
    }

    /** Does something with the run in front of the user. */
    abstract static class OfRun extends AbstractHandler {

        @Override
        public final void setEnabled(Object context) {
            setBaseEnabled(suits(RunInFront.of(context)));
        }

        /** Whether it can be done with these runs, as far as is known without looking at their files. */
        boolean suits(List<RunFolder> runs) {
            return runs.size() == 1 && suits(runs.get(0));
        }

        /** Whether it can be done with this run, as far as is known without looking at its files. */
        boolean suits(RunFolder run) {
            return true;
        }

        @Override
        public final Object execute(ExecutionEvent event) {
            List<RunFolder> runs = RunInFront.of(event.getApplicationContext());
            if (suits(runs)) {
                act(HandlerUtil.getActiveWorkbenchWindow(event), runs);
            }
            return null;
        }

        void act(IWorkbenchWindow window, List<RunFolder> runs) {
            act(window, runs.get(0));
        }

        abstract void act(IWorkbenchWindow window, RunFolder run);

        /** Work that tells how far it is and can be cancelled. */
        @FunctionalInterface
        interface Work {
            void run(Progress progress) throws IOException;
        }

        static void schedule(String name, String intention, Work work) {
            ICoreRunnable task = monitor -> Failures.asStatus(intention, () -> work.run(new MonitorProgress(monitor)));
            Job job = Job.create(name, task);
            job.setUser(true);
            job.schedule();
        }

        static void showResults(IWorkbenchWindow window, List<RunFolder> runs, Optional<JsonObject> more) {
            try {
                ResultsEditor.open(window.getActivePage(), runs, more);
            } catch (PartInitException e) {
                StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
            }
        }
    }

    /** Shows how good the run is. */
    public static final class Results extends OfRun {
        @Override
        void act(IWorkbenchWindow window, RunFolder run) {
            showResults(window, List.of(run), Optional.empty());
        }
    }

    /** Shows the run in the training view. */
    public static final class Watch extends OfRun {
        @Override
        void act(IWorkbenchWindow window, RunFolder run) {
            try {
                ((RunDisplay) window.getActivePage().showView(RunDisplay.ID)).show(run);
            } catch (PartInitException e) {
                StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
            }
        }
    }

    /** Measures the best model on a subset of the data; of the runs of several folds the predictions they left behind. */
    public static final class Evaluate extends OfRun {

        private static final List<Subset> SUBSETS = List.of(Subset.VALIDATION, Subset.TRAIN, Subset.TEST);

        @Override
        boolean suits(List<RunFolder> runs) {
            return !runs.isEmpty();
        }

        @Override
        void act(IWorkbenchWindow window, List<RunFolder> runs) {
            if (runs.size() == 1) {
                act(window, runs.get(0));
                return;
            }
            ExperimentContext context = ExperimentContext.of(window.getService(Installation.class))
                    .guardedBy(new WorkspacePermissions(() -> {}));
            Executor uiThread = WhileOpen.of(window.getShell());
            schedule("Evaluate " + runs.size() + " runs together", "The runs could not be evaluated together", progress -> {
                JsonObject evaluation = new PooledRuns(runs, context).measure();
                uiThread.execute(() -> showResults(window, runs, Optional.of(evaluation)));
            });
        }

        @Override
        void act(IWorkbenchWindow window, RunFolder run) {
            int answer = MessageDialog.open(MessageDialog.QUESTION, window.getShell(), "Evaluate",
                    "Which subset of the data should the best model of " + run.name() + " be measured on?\n\nA test part is shut: each "
                            + "time it is opened is recorded in the journal of the data set. A fold held out isn't shut.",
                    SWT.NONE,
                    "Validation", "Training", "Test", IDialogConstants.CANCEL_LABEL);
            if (answer < 0 || answer >= SUBSETS.size()) {
                return;
            }
            Subset subset = SUBSETS.get(answer);
            RunService service = window.getService(RunService.class);
            Executor uiThread = WhileOpen.of(window.getShell());
            schedule("Evaluate " + run.name(), "The run could not be evaluated", progress -> {
                JsonObject evaluation = service.evaluate(run, EvaluationQuestion.of(subset), progress);
                uiThread.execute(() -> showResults(window, List.of(run), Optional.of(evaluation)));
            });
        }
    }

    /** Lets the best model judge new samples. */
    public static final class Predict extends OfRun {

        @Override
        void act(IWorkbenchWindow window, RunFolder run) {
            FileDialog open = new FileDialog(window.getShell(), SWT.OPEN | SWT.MULTI);
            open.setText("Samples to Predict");
            open.setFilterPath(run.path().getParent().getParent().toString());
            open.setFilterNames(new String[] {"Images", "Table or data set", "All files"});
            open.setFilterExtensions(new String[] {ChosenImages.filter(), ChosenImages.tables(), "*"});
            if (open.open() == null) {
                return;
            }
            Path folder = Path.of(open.getFilterPath());
            ChosenImages images = new ChosenImages(Arrays.stream(open.getFileNames()).map(folder::resolve).toList());
            FileDialog save = new FileDialog(window.getShell(), SWT.SAVE);
            save.setText("Write the Predictions to");
            save.setFilterPath(run.path().getParent().getParent().toString());
            save.setFileName("predictions.csv");
            save.setOverwrite(true);
            Optional.ofNullable(save.open()).ifPresent(out -> predict(window, run, images, Path.of(out)));
        }

        private static void predict(IWorkbenchWindow window, RunFolder run, ChosenImages images, Path out) {
            RunService service = window.getService(RunService.class);
            RunInput input = new RunInput(run, window.getService(Installation.class).readers());
            Executor uiThread = WhileOpen.of(window.getShell());
            schedule("Predict samples", "The samples could not be predicted", progress -> {
                PredictionQuestion question = images.question(input::isRead);
                IStatus answer = ChosenImages.told(question, service.predict(run, question, out, progress), out);
                // the editor that opens would take the keyboard from the message
                new SavedFile(out).reveal(window, uiThread);
                uiThread.execute(() -> tell(window, answer));
            });
        }

        private static void tell(IWorkbenchWindow window, IStatus answer) {
            if (answer.isOK()) {
                MessageDialog.openInformation(window.getShell(), "Predictions", answer.getMessage());
            } else {
                // not handled as others are, which would log the names of images
                ErrorDialog.openError(window.getShell(), "Predictions", null, answer);
            }
        }
    }

    /** Writes network and weights as files of the project, to be opened, exported or started from. */
    public static final class Export extends OfRun {
        @Override
        void act(IWorkbenchWindow window, RunFolder run) {
            FileDialog save = new FileDialog(window.getShell(), SWT.SAVE);
            save.setText("Export Network with Weights");
            save.setFilterExtensions(new String[] {"*." + SavedFile.EXTENSION});
            save.setFilterPath(run.path().getParent().getParent().toString());
            save.setFileName("trained." + SavedFile.EXTENSION);
            save.setOverwrite(true);
            String chosen = save.open();
            if (chosen == null) {
                return;
            }
            Path target = Path.of(chosen.endsWith("." + SavedFile.EXTENSION) ? chosen
                    : chosen + "." + SavedFile.EXTENSION);
            RunService service = window.getService(RunService.class);
            Executor uiThread = WhileOpen.of(window.getShell());
            schedule("Export the network of " + run.name(), "The network could not be exported", progress -> {
                SavedFile saved = new SavedFile(target);
                saved.write(run, service);
                saved.reveal(window, uiThread);
            });
        }
    }

    /** Goes on with a run that ended before its time. */
    public static final class Resume extends OfRun {
        @Override
        boolean suits(RunFolder run) {
            return !PlatformUI.getWorkbench().getService(LiveRuns.class).isComplete(run);
        }

        @Override
        void act(IWorkbenchWindow window, RunFolder run) {
            new RunStarter(window, window.getService(Installation.class)).resume(run, resumed -> new Watch().act(window, resumed));
        }
    }

    /** Opens the log of the worker. */
    public static final class Log extends OfRun {
        @Override
        void act(IWorkbenchWindow window, RunFolder run) {
            new RunFiles(run).openLog(window.getActivePage());
        }
    }

    /** Deletes the folder of a run. */
    public static final class Delete extends OfRun {

        @Override
        void act(IWorkbenchWindow window, RunFolder run) {
            if (MessageDialog.open(MessageDialog.WARNING, window.getShell(), "Delete Run", "Delete " + run.name()
                    + " with its weights, curves and results? This can't be undone.", SWT.NONE, "Delete",
                    IDialogConstants.CANCEL_LABEL) != 0) {
                return;
            }
            Executor uiThread = WhileOpen.of(window.getShell());
            ICoreRunnable delete = monitor -> {
                delete(run, monitor);
                uiThread.execute(() -> forget(window, run));
            };
            Job job = Job.create("Delete " + run.name(), delete);
            job.setRule(ResourcesPlugin.getWorkspace().getRoot());
            job.setUser(true);
            job.schedule();
        }

        private static void delete(RunFolder run, IProgressMonitor monitor) throws CoreException {
            Failures.asStatus("The run is not deleted", () -> refuseLive(run));
            for (IContainer folder : ResourcesPlugin.getWorkspace().getRoot().findContainersForLocationURI(run.path().toUri())) {
                folder.refreshLocal(IResource.DEPTH_INFINITE, monitor);
                folder.delete(true, monitor);
            }
        }

        private static void refuseLive(RunFolder run) {
            if (RunStatus.of(run).state().live()) {
                throw new ReportedException(ErrorKind.BUSY, "The run goes on.", run.path(), "Stop it first.");
            }
        }

        private static void forget(IWorkbenchWindow window, RunFolder run) {
            if (window.getActivePage().findView(RunDisplay.ID) instanceof RunDisplay display) {
                display.forget(run);
            }
        }
    }
}
