// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.network.analysis.TrainingScale;

/** What experiments say of the memory that the training of a network takes. */
public final class TrainingScales {
    private TrainingScales() {
    }

    /** Batch size and optimiser of some settings; what they leave open is as usual. */
    public static TrainingScale of(TrainingSettings settings) {
        Optimizer optimizer = settings.getOptimizer();
        int batch = Math.max(1, settings.getBatchSize());
        TrainingScale usual = TrainingScale.usual();
        return optimizer == null ? new TrainingScale(batch, usual.optimizer(), usual.statesPerParameter())
                : new TrainingScale(batch, optimizer.eClass().getName(), statesPerParameter(optimizer));
    }

    /**
     * What the first of these experiments that trains a network says of it. Reads files, so it is not for the UI
     * thread; a file that can't be read says nothing.
     *
     * @param network the network's file
     * @param experiments files of experiments, the one to be asked first in front
     */
    public static Optional<TrainingScale> forNetwork(Path network, List<Path> experiments) {
        return experiments.stream().flatMap(file -> read(file, network).stream()).findFirst();
    }

    private static Optional<TrainingScale> read(Path file, Path network) {
        try {
            Experiment experiment = new ExperimentFiles().load(file);
            boolean trains = experiment.getNetwork() != null && file.resolveSibling(experiment.getNetwork())
                    .toAbsolutePath().normalize().equals(network.toAbsolutePath().normalize());
            return trains ? Optional.ofNullable(experiment.getTraining()).map(TrainingScales::of) : Optional.empty();
        } catch (ReportedException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Momentum keeps one number for each parameter, RMSProp a mean square, the Adam family two moments. */
    private static int statesPerParameter(Optimizer optimizer) {
        if (optimizer instanceof Sgd) {
            return 0;
        }
        return optimizer instanceof Nesterov || optimizer instanceof RmsProp ? 1 : 2;
    }
}
