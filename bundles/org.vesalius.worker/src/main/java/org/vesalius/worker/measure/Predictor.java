// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.vesalius.dataset.Subset;
import org.vesalius.evaluation.Prediction;
import org.vesalius.evaluation.Predictions;
import org.vesalius.worker.data.BatchSplit;
import org.vesalius.worker.data.OpenedData;
import org.vesalius.worker.data.PrefetchedBatches;
import org.vesalius.worker.data.CategoryTarget;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/** Predicts the samples of a subset with the first output of a network. */
public final class Predictor {
    private final TrainableNetwork network;
    private final OpenedData data;
    private final CategoryTarget target;
    private final int batchSize;

    /**
     * @param network the network, with the parameters to use
     * @param data the samples
     * @param batchSize largest number of samples of a batch
     */
    public Predictor(TrainableNetwork network, OpenedData data, int batchSize) {
        this.network = network;
        this.data = data;
        this.target = (CategoryTarget) data.targets().get(0);
        this.batchSize = batchSize;
    }

    /**
     * Predicts a subset.
     *
     * @param subset which subset
     * @param cancelled asked between two batches
     * @return one row a sample, in the order of the data set; nothing if cancelled
     */
    public Optional<Predictions> predict(Subset subset, BooleanSupplier cancelled) {
        int[] samples = data.subsets().of(subset);
        List<Prediction> rows = new ArrayList<>(samples.length);
        try (PrefetchedBatches batches = new PrefetchedBatches(BatchSplit.of(samples, batchSize),
                data.assembler()::assembleInputs)) {
            while (batches.hasNext()) {
                if (cancelled.getAsBoolean()) {
                    return Optional.empty();
                }
                Tensor said = network.predict(batches.next()).get(target.layer());
                for (int i = 0; i < said.batch(); i++) {
                    rows.add(row(samples[rows.size()], subset, CategoryScores.of(said, i, target.categories().size())));
                }
            }
        }
        return Optional.of(new Predictions(target.categories(), rows));
    }

    private Prediction row(int sample, Subset subset, double[] scores) {
        String label = target.known(sample) ? target.categories().get(target.truth()[sample]) : "";
        return new Prediction(data.samples().get(sample).id(), subset.text(), label, scores);
    }
}
