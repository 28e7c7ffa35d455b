// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.wizard;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.vesalius.experiment.binding.SuggestedBindings;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.Installation;
import org.vesalius.experiment.TrainingScales;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.ui.editor.resolve.ExperimentResolver;
import org.vesalius.experiment.ui.editor.resolve.ResolvedDataset;
import org.vesalius.experiment.ui.editor.resolve.ResolvedNetwork.End;
import org.vesalius.experiment.ui.editor.resolve.ResolvedNetwork;
import org.vesalius.experiment.ui.preference.TrainingDefaults;
import org.vesalius.experiment.ui.run.Failures;

/**
 * The first content of a new experiment: the preferred settings, its network, its data set and, as far as these leave no
 * choice, the bindings between them.
 */
final class FirstDraft {

    private final IFile file;
    private final Installation installation;
    private final Experiment experiment = ExperimentFactory.eINSTANCE.createExperiment();

    FirstDraft(IFile file, Optional<String> network, Optional<String> dataset, Installation installation) {
        this.file = file;
        network.ifPresent(experiment::setNetwork);
        dataset.ifPresent(experiment::setDataset);
        this.installation = installation;
    }

    /**
     * Writes the file, which exists and is empty.
     *
     * @throws CoreException when it can't be written
     */
    void write(IProgressMonitor monitor) throws CoreException {
        experiment.setName(file.getFullPath().removeFileExtension().lastSegment());
        experiment.setTraining(new TrainingDefaults().create());
        bind();
        Failures.asStatus("The experiment could not be created",
                () -> new ExperimentFiles().save(experiment, file.getLocation().toPath()));
        file.refreshLocal(IResource.DEPTH_ZERO, monitor);
    }

    private void bind() {
        ExperimentResolver resolver = new ExperimentResolver(file.getLocation().toPath(),
                ExperimentContext.of(installation));
        ResolvedNetwork network = resolver.network(experiment.getNetwork(),
                TrainingScales.of(experiment.getTraining()));
        ResolvedDataset dataset = resolver.dataset(experiment.getDataset());
        SuggestedBindings suggestions = new SuggestedBindings(dataset.columns());
        for (End end : network.ends()) {
            experiment.getBindings().addAll(end.input() ? suggestions.forInput(end.layer(), end.shape())
                    : suggestions.forOutput(end.layer(), end.shape()));
        }
    }
}
