// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.tests.training;

import java.io.IOException;
import org.eclipse.core.commands.Command;
import org.eclipse.core.resources.IProject;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IEvaluationService;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.ui.training.TrainingView;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.Workbench;

/**
 * A run that is finished and shown in the training view.
 *
 * @param project holds nothing else
 * @param run trained one epoch
 */
record RunInView(IProject project, SimulatedRun run) {

    /** Creates the run, which is not shown yet. */
    static RunInView of(String project, String experiment) throws IOException {
        IProject created = Workbench.emptyProject(project);
        return new RunInView(created, SimulatedRun.training(created.getLocation().append("runs").toPath(), experiment));
    }

    /** Finishes the run with an evaluation and shows it. */
    void show(String evaluation) throws IOException {
        run.evaluate(evaluation);
        run.epoch(1, 0.7);
        run.goTo(RunState.FINISHED, "Trained 10 epochs.");
        Ui.run(() -> ((TrainingView) Workbench.page().showView(TrainingView.ID)).show(run.folder()));
    }

    /** Closes the view and all editors. */
    void close() {
        Workbench.closeEditors();
        Ui.run(() -> Workbench.page().hideView(Workbench.page().findView(TrainingView.ID)));
        Workbench.delete(project);
    }
}

/** The commands for runs; for the UI thread. */
final class RunCommands {
    private static final String PREFIX = "org.vesalius.experiment.ui.run.";

    private RunCommands() {
    }

    static boolean enabled(String command) {
        Command found = Workbench.page().getWorkbenchWindow().getService(ICommandService.class).getCommand(PREFIX + command);
        found.setEnabled(Workbench.page().getWorkbenchWindow().getService(IEvaluationService.class).getCurrentState());
        return found.isEnabled();
    }

    static void execute(String command) {
        try {
            Workbench.page().getWorkbenchWindow().getService(IHandlerService.class).executeCommand(PREFIX + command, null);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
