// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.worker.measure.Scores;
import org.vesalius.evaluation.output.OutputMeasure;
import org.vesalius.experiment.metric.MetricValues;
import org.vesalius.worker.data.BatchAssembler;
import org.vesalius.worker.data.InputSource;
import org.vesalius.worker.data.PrefetchedBatches;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/** Measures a network on samples it isn't trained on. */
final class Validation {
    private final BatchAssembler assembler;
    private final List<int[]> samples;
    private final Scores scores;
    private SameAnswers answers = new SameAnswers();

    /**
     * @param assembler puts the batches together
     * @param samples the samples of each batch; may be empty
     * @param scores scores the batches
     */
    Validation(BatchAssembler assembler, List<int[]> samples, Scores scores) {
        this.assembler = assembler;
        this.samples = samples;
        this.scores = scores;
    }

    /** The metrics; none without samples, and nothing if the user wanted the run to end now. */
    Optional<MetricValues> measure(TrainableNetwork network, Pace pace) {
        MetricsMean mean = new MetricsMean();
        List<OutputMeasure> measures = scores.measures();
        answers = new SameAnswers();
        try (PrefetchedBatches batches = new PrefetchedBatches(samples,
                batch -> assembler.assemble(batch, InputSource.PLAIN))) {
            for (int[] numbers : samples) {
                if (pace.endsNow()) {
                    return Optional.empty();
                }
                Batch batch = batches.next();
                Map<String, Tensor> predicted = network.predict(batch);
                answers.add(predicted, batch.size());
                Map<String, boolean[]> known = assembler.known(numbers, batch);
                mean.add(scores.of(predicted, batch), batch.size(), scores.rows(batch, known));
                scores.add(predicted, batch, known, measures);
            }
        }
        return Optional.of(samples.isEmpty() ? MetricValues.NONE : scores.of(mean.mean(), measures));
    }

    /** Whether all samples measured last got the same answer. */
    boolean sameAnswers() {
        return answers.found();
    }
}
