// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.registry;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.vesalius.core.ContributionFault;
import org.vesalius.core.LoggedFailure;
import org.vesalius.engine.Engines;
import org.vesalius.engine.UserFolders;
import org.vesalius.engine.run.ExperimentRuns;
import org.vesalius.engine.run.RunPreparer;
import org.vesalius.engine.run.RunService;
import org.vesalius.engine.run.WorkerLauncher;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.Installation;

/**
 * What the workbench and the command line need of this bundle, put together once.
 *
 * @param installation what plug-ins add
 * @param engines the engines of this installation
 * @param runs    the service over them
 */
public record EngineSetup(Installation installation, Engines engines, RunService runs) {

    /** None may be null. */
    public EngineSetup {
        Objects.requireNonNull(installation, "installation");
        Objects.requireNonNull(engines, "engines");
        Objects.requireNonNull(runs, "runs");
    }

    /** The setup of the running platform; faulty contributions go to its log. */
    public static EngineSetup fromPlatform() {
        ILog log = Platform.getLog(EngineSetup.class);
        return from(Platform.getExtensionRegistry(), fault -> log.error(fault.report(),
                LoggedFailure.of(fault.cause())));
    }

    /** The setup of an extension registry. */
    public static EngineSetup from(IExtensionRegistry registry, Consumer<ContributionFault> faults) {
        Installation installation = new InstallationRegistry(registry, faults).read();
        Engines engines = new EngineRegistry(registry, faults).read();
        Clock clock = Clock.systemUTC();
        RunPreparer preparer = new ExperimentRuns(
                ExperimentContext.of(installation).keptIn(UserFolders.ofThisUser().cache()), clock);
        RunService runs = new RunService(engines, preparer, new WorkerLauncher(WorkerLauncher.WORKER_MAIN),
                new WorkerLibraryRegistry(registry, faults).read(), clock);
        return new EngineSetup(installation, engines, runs);
    }
}
