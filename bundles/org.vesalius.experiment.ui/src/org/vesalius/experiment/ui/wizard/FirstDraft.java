// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.wizard;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.Installation;
import org.vesalius.experiment.io.ExperimentDraft;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.ui.preference.TrainingDefaults;
import org.vesalius.experiment.ui.run.Failures;

/**
 * The first content of a new experiment: the preferred settings, its network, its data set and, as far as these leave no
 * choice, the bindings between them.
 */
final class FirstDraft {

    private final IFile file;
    private final ExperimentDraft draft;
    private final Optional<String> network;
    private final Optional<String> dataset;

    FirstDraft(IFile file, Optional<String> network, Optional<String> dataset, Installation installation) {
        this.file = file;
        this.network = network;
        this.dataset = dataset;
        draft = new ExperimentDraft(file.getLocation().toPath(), ExperimentContext.of(installation));
    }

    /**
     * Writes the file, which exists and is empty.
     *
     * @throws CoreException when it can't be written
     */
    void write(IProgressMonitor monitor) throws CoreException {
        Experiment experiment = draft.create(network.orElse(null), dataset.orElse(null), new TrainingDefaults().create());
        bind(experiment);
        Failures.asStatus("The experiment could not be created", () -> new ExperimentFiles().save(experiment, draft.file()));
        file.refreshLocal(IResource.DEPTH_ZERO, monitor);
    }

    private void bind(Experiment experiment) {
        try {
            draft.bind(experiment);
        } catch (ReportedException e) {
            // the editor that opens says what is missing or damaged
            experiment.getBindings().clear();
        }
    }
}
