// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.evaluation.OutputTask;
import org.vesalius.evaluation.metric.PlaceGrid;
import org.vesalius.evaluation.output.Answer;
import org.vesalius.evaluation.output.OutputKind;
import org.vesalius.worker.data.BatchSplit;
import org.vesalius.worker.data.InputSource;
import org.vesalius.worker.data.OpenedData;
import org.vesalius.worker.data.PrefetchedBatches;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/** Predicts the samples of a subset with all outputs of a network, batch by batch: what is said isn't kept here. */
public final class Predictor {
    private final TrainableNetwork network;
    private final OpenedData data;
    private final Scores scores;
    private final int batchSize;

    /**
     * @param network the network, with the parameters to use
     * @param data the samples
     * @param scores the outputs
     * @param batchSize largest number of samples of a batch
     */
    public Predictor(TrainableNetwork network, OpenedData data, Scores scores, int batchSize) {
        this.network = network;
        this.data = data;
        this.scores = scores;
        this.batchSize = batchSize;
    }

    /** Takes what is said. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes what each output says about one sample.
         *
         * @throws IOException if it can't be kept
         */
        void take(Sample sample, List<Answer> answers) throws IOException;
    }

    /** What the outputs are asked for. */
    public List<OutputKind> kinds() {
        return scores.outputs().stream().map(OutputScore::kind).toList();
    }

    /** The outputs. */
    public Scores scores() {
        return scores;
    }

    /**
     * Predicts a subset.
     *
     * @param subset which subset
     * @param cancelled asked between two batches
     * @param taker takes what is said of each sample, in the order of the data set
     * @return the mean loss of each output by its own loss function, without the weights of classes and outputs; NaN where
     *         no truth is known
     * @throws CancellationException if cancelled
     * @throws IOException what the taker throws
     */
    public List<Double> predict(Subset subset, BooleanSupplier cancelled, Taker taker) throws IOException {
        List<int[]> split = BatchSplit.of(data.subsets().of(subset), batchSize);
        List<MeanLoss> losses = scores.outputs().stream().map(MeanLoss::new).toList();
        try (PrefetchedBatches batches = new PrefetchedBatches(split,
                samples -> data.assembler().assemble(samples, InputSource.PLAIN))) {
            for (int[] samples : split) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                batch(samples, batches.next(), losses, taker);
            }
        }
        return losses.stream().map(MeanLoss::value).toList();
    }

    private void batch(int[] samples, Batch batch, List<MeanLoss> losses, Taker taker) throws IOException {
        Map<String, Tensor> said = network.predict(batch);
        Map<String, boolean[]> there = data.assembler().known(samples, batch);
        List<boolean[]> known = new ArrayList<>();
        for (int i = 0; i < losses.size(); i++) {
            OutputScore output = scores.outputs().get(i);
            known.add(output.own(there));
            losses.get(i).add(output.own(said), output.own(batch.targets()), known.get(i));
        }
        for (int row = 0; row < samples.length; row++) {
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; i < known.size(); i++) {
                OutputScore output = scores.outputs().get(i);
                answers.add(output.answer(output.own(said), output.own(batch.targets()), known.get(i), row,
                        grid(output, samples[row])));
            }
            taker.take(data.samples().get(samples[row]), answers);
        }
    }

    private Optional<PlaceGrid> grid(OutputScore output, int sample) {
        return output.kind().task() != OutputTask.SEGMENTATION ? Optional.empty() : data.targets().stream()
                .filter(target -> target.layer().equals(output.layer())).findFirst().flatMap(target -> target.grid(sample));
    }

    /** The mean over what is known of the truth. */
    private static final class MeanLoss {
        private final OutputScore output;
        private double sum;
        private long known;

        MeanLoss(OutputScore output) {
            this.output = output;
        }

        void add(Tensor said, Tensor truth, boolean[] there) {
            if (output.comparesSamples()) {
                return;
            }
            Tensor factors = OutputScore.factors(there, truth);
            long terms = output.knownTerms(factors);
            sum += output.unweightedLoss(said, truth, factors) * terms;
            known += terms;
        }

        double value() {
            return sum / known;
        }
    }
}
