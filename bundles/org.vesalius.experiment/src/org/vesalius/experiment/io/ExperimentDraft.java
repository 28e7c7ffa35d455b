// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.io;

import java.nio.file.Path;
import java.util.Objects;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Dataset;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.binding.SuggestedBindings;

/**
 * The first content of a new experiment.
 *
 * @param file the file that it will be saved to
 * @param context the layer types there are, and what may be read
 */
public record ExperimentDraft(Path file, ExperimentContext context) {
    /** Neither may be null. */
    public ExperimentDraft {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(context, "context");
    }

    /**
     * An experiment without bindings, named after its file.
     *
     * @param network the path of the network from the folder of the file; null to be chosen later
     * @param dataset the path of the data set, likewise
     */
    public Experiment create(String network, String dataset, TrainingSettings settings) {
        Experiment experiment = ExperimentFactory.eINSTANCE.createExperiment();
        experiment.setName(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
        experiment.setNetwork(network);
        experiment.setDataset(dataset);
        experiment.setTraining(settings);
        return experiment;
    }

    /**
     * Adds the bindings that the columns of the data set suggest for the network.
     *
     * @throws ReportedException if one of both is not named, missing or damaged
     */
    public void bind(Experiment experiment) {
        ExperimentLoader loader = new ExperimentLoader(context);
        NetworkSource network = loader.network(experiment, file);
        Dataset dataset = loader.dataset(experiment, file);
        experiment.getBindings().addAll(SuggestedBindings.all(dataset.columns(), network.network(), loader.analysis(network)));
    }
}
