// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.resolve;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.journal.Waivers;
import org.vesalius.engine.UserFolders;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.Installation;
import org.vesalius.experiment.TrainingScales;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.check.CheckedData;
import org.vesalius.experiment.check.CheckedExperiment;
import org.vesalius.experiment.check.ExperimentChecks;
import org.vesalius.experiment.ui.run.WorkspacePermissions;
import org.vesalius.network.analysis.TrainingScale;

/**
 * Looks at the files an experiment names and runs its checks, in the background and on a copy; a short pause after the
 * last change keeps typing free of it.
 */
public final class ResolveJob extends Job {

    private static final long PAUSE_MILLIS = 300;

    private final Path file;
    private final Executor uiThread;
    private final Consumer<Resolved> listener;
    private final ExperimentContext context;
    private final ExperimentChecks checks;
    private final DataChecksJob dataChecks;
    private final AtomicReference<Experiment> wanted = new AtomicReference<>();

    /** Creates the job of one editor; the listener is called on the UI thread. */
    public ResolveJob(Path file, Installation installation, Executor uiThread, Consumer<Resolved> listener) {
        super("Check " + file.getFileName());
        this.file = file;
        this.uiThread = uiThread;
        this.listener = listener;
        context = ExperimentContext.of(installation).keptIn(UserFolders.ofThisUser().cache())
                .guardedBy(new WorkspacePermissions(this::schedule));
        checks = new ExperimentChecks(context);
        dataChecks = new DataChecksJob(checks, this::schedule);
        setSystem(true);
    }

    /** Looks at an experiment as it stands now; call on the UI thread. */
    public void request(Experiment experiment) {
        wanted.set(EcoreUtil.copy(experiment));
        cancel();
        schedule(PAUSE_MILLIS);
    }

    /**
     * Writes into the journal of the data set why a finding holds no training back, then looks at all again. Not for the UI
     * thread.
     *
     * @param folder the data set that the finding is about
     * @throws org.vesalius.core.ReportedException if the journal can't be written
     */
    public void waive(Path folder, Problem finding, String reason) {
        Waivers.of(folder).with(finding, reason).keep(folder, Instant.now());
        dataChecks.forget();
        schedule();
    }

    /** Ends the job and the check of the data. */
    public void close() {
        cancel();
        dataChecks.cancel();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Experiment experiment = wanted.get();
        Resolved resolved = resolve(experiment);
        if (!monitor.isCanceled()) {
            uiThread.execute(() -> listener.accept(resolved));
        }
        return Status.OK_STATUS;
    }

    private Resolved resolve(Experiment experiment) {
        ExperimentResolver resolver = new ExperimentResolver(file, context);
        TrainingSettings settings = experiment.getTraining();
        CheckedExperiment ofExperiment = checks.checkSettings(experiment, file);
        TrainingScale scale = settings == null ? TrainingScale.usual() : TrainingScales.of(settings);
        return new Resolved(experiment, resolver.network(experiment.getNetwork(), scale), resolver.dataset(experiment),
                ofExperiment.dataset().map(Dataset::folder), problems(ofExperiment));
    }

    private List<Problem> problems(CheckedExperiment checked) {
        CheckedData ofData = checked.dataset().map(dataChecks::found).orElse(CheckedData.of());
        return checks.together(checked, ofData).problems().stream()
                .sorted(Comparator.comparing(Problem::severity)).toList();
    }
}
