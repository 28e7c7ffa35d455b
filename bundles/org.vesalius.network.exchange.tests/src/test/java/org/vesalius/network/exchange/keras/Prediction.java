// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.Output;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.worker.dl4j.Dl4jLibrary;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.LibraryContext;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/** Computes an imported network with the engine that users train with. */
final class Prediction {
    private Prediction() {
    }

    /** The results in the order of the outputs, for inputs in the order of the Inputs. */
    static List<Tensor> of(ImportedNetwork imported, Tensor... inputs) {
        Network flat = new NetworkAnalyser(StandardLayers.catalog()).analyse(imported.network()).expanded().orThrow()
                .network();
        TrainingSettings settings = ExperimentFactory.eINSTANCE.createTrainingSettings();
        settings.setOptimizer(ExperimentFactory.eINSTANCE.createSgd());
        settings.setThreads(1);
        LibraryContext context = new LibraryContext("cpu", 1, 7, StandardLayers.catalog());
        try (TrainableNetwork network = new Dl4jLibrary().build(flat, settings, context)) {
            network.setWeights(imported.weights().orElseThrow());
            Map<String, Tensor> results = network.predict(batch(flat, inputs));
            return flat.getLayers().stream().filter(Output.class::isInstance).map(Layer::getName).map(results::get)
                    .toList();
        }
    }

    private static Batch batch(Network network, Tensor... inputs) {
        Map<String, Tensor> named = new HashMap<>();
        int size = inputs[0].batch();
        for (Layer layer : network.getLayers()) {
            if (layer instanceof Input) {
                named.put(layer.getName(), inputs[named.size()]);
            }
        }
        return Batch.toPredict(named, size);
    }
}
