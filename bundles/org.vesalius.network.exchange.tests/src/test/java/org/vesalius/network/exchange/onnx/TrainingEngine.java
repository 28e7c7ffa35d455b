// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import java.util.Map;
import java.util.Optional;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.network.Network;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.worker.dl4j.Dl4jLibrary;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.LibraryContext;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/** Computes with a network in the engine that users train with. */
public final class TrainingEngine {
    private TrainingEngine() {
    }

    /** The results of a network by the name of the Output. */
    public static Map<String, Tensor> run(Network network, Optional<NetworkWeights> weights,
            Map<String, Tensor> inputs) {
        TrainingSettings settings = ExperimentFactory.eINSTANCE.createTrainingSettings();
        settings.setOptimizer(ExperimentFactory.eINSTANCE.createSgd());
        settings.setThreads(1);
        LibraryContext context = new LibraryContext("cpu", 1, 1, StandardLayers.catalog());
        int samples = inputs.values().iterator().next().batch();
        try (TrainableNetwork built = new Dl4jLibrary().build(network, settings, context)) {
            weights.ifPresent(built::setWeights);
            return built.predict(Batch.toPredict(inputs, samples));
        }
    }
}
