// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.runtime;

import java.util.Map;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.LibraryContext;
import org.vesalius.worker.spi.NetworkLibrary;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/**
 * Trains a tiny network for one step, so that classes and native code are loaded while the data are still being opened.
 *
 * @param library the library to warm up, its native code started
 * @param layers the layer types there are
 */
public record WarmUp(NetworkLibrary library, LayerCatalog layers) {

    private static final int SIDE = 12;
    private static final int SAMPLES = 2;

    /** Does one step and one prediction, and forgets them. */
    public void run() {
        TrainingSettings settings = ExperimentFactory.eINSTANCE.createTrainingSettings();
        settings.setOptimizer(ExperimentFactory.eINSTANCE.createAdam());
        settings.setThreads(1);
        LibraryContext context = new LibraryContext(library.devices().get(0).id(), 1, 0, layers);
        Batch batch = Batch.weighted(Map.of("image", Tensor.zeros(SAMPLES, SIDE, SIDE, 1)),
                Map.of("finding", Tensor.zeros(SAMPLES, 1)), new float[] {1, 1});
        try (TrainableNetwork network = library.build(tiny(), settings, context)) {
            network.beginEpoch(1, 0);
            network.fit(batch);
            network.predict(batch);
        }
    }

    private static Network tiny() {
        NetworkFactory types = NetworkFactory.eINSTANCE;
        return new NetworkBuilder("warm-up")
                .add("image", types.createInput(), input -> input.setShape(Shape.image(SIDE, SIDE, 1)))
                .add("conv", types.createConvolution2D(), conv -> {
                    conv.setFilters(2);
                    conv.setActivation(ActivationFunction.RELU);
                })
                .add("pool", types.createPooling2D()).add("flat", types.createFlatten())
                .add("drop", types.createDropout())
                .add("decision", types.createDense(), dense -> {
                    dense.setUnits(1);
                    dense.setActivation(ActivationFunction.SIGMOID);
                })
                .add("finding", types.createOutput()).build();
    }
}
