// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.training;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ResourceLocator;
import org.vesalius.experiment.run.RunControl;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.run.RunCommand;
import org.vesalius.experiment.ui.run.Failures;

/** The buttons that tell a run what to do. The worker answers at the next batch. */
final class RunControls {

    private static final String BUNDLE = "org.vesalius.experiment.ui";

    private final Control pause = new Control("Pause", "Finish the batch, then wait", "pause", RunCommand.PAUSE,
            Set.of(RunState.RUNNING));
    private final Control proceed = new Control("Go On", "Go on with the training", "resume", RunCommand.RUN,
            Set.of(RunState.PAUSED));
    private final Control stop = new Control("Stop", "Stop after this batch; keep the weights and measure the best model",
            "stop", RunCommand.STOP, Set.of(RunState.QUEUED, RunState.STARTING, RunState.RUNNING, RunState.PAUSED));
    private final Control stopNow = new Control("Stop Now", "Stop after this batch without measuring; keep the weights",
            "stop-now", RunCommand.STOP_NOW, Set.of(RunState.QUEUED, RunState.STARTING, RunState.RUNNING, RunState.PAUSED));
    private final ResumeAction takeUp;
    private RunFolder folder;

    RunControls(Consumer<RunFolder> resume) {
        takeUp = new ResumeAction(resume);
        disable();
    }

    void addTo(IToolBarManager bar) {
        bar.add(pause);
        bar.add(proceed);
        bar.add(stop);
        bar.add(stopNow);
        bar.add(new Separator());
        bar.add(takeUp);
    }

    /** Enables what makes sense for a run in this state. */
    void show(RunFolder newFolder, RunState state) {
        folder = newFolder;
        all().forEach(control -> control.setEnabled(control.states.contains(state)));
        takeUp.setEnabled(state.resumable());
    }

    void disable() {
        all().forEach(control -> control.setEnabled(false));
        takeUp.setEnabled(false);
    }

    private List<Control> all() {
        return List.of(pause, proceed, stop, stopNow);
    }

    private static void decorate(Action action, String icon) {
        ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + icon + ".png")
                .ifPresent(action::setImageDescriptor);
    }

    /** Writes one command. */
    private final class Control extends Action {

        private final RunCommand command;
        private final Set<RunState> states;

        Control(String label, String tip, String icon, RunCommand command, Set<RunState> states) {
            super(label);
            this.command = command;
            this.states = states;
            setToolTipText(label + ": " + tip);
            decorate(this, icon);
        }

        @Override
        public void run() {
            RunFolder target = folder;
            ICoreRunnable write = monitor -> Failures.asStatus("The command could not be passed on",
                    () -> new RunControl(target).send(command));
            Job job = Job.create(getText() + " " + target.name(), write);
            job.setUser(false);
            job.schedule();
            setEnabled(false);
        }
    }

    /** Takes a run up again that ended before its time. */
    private final class ResumeAction extends Action {

        private final Consumer<RunFolder> resume;

        ResumeAction(Consumer<RunFolder> resume) {
            super("Resume");
            this.resume = resume;
            setToolTipText("Resume: continue the run from its last checkpoint");
            decorate(this, "run");
        }

        @Override
        public void run() {
            setEnabled(false);
            resume.accept(folder);
        }
    }
}
