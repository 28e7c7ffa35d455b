// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import java.util.List;
import java.util.Map;
import org.vesalius.experiment.event.Metrics;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.StepResult;
import org.vesalius.worker.spi.Tensor;

/**
 * Scores batches over all outputs: losses add up, by the weights of the outputs and of the samples, as in training;
 * accuracy is the mean over the outputs that tell categories.
 *
 * @param outputs the outputs of the network
 */
public record Scores(List<OutputScore> outputs) {
    /** Copies the list. */
    public Scores {
        outputs = List.copyOf(outputs);
    }

    /** Scores predictions on a batch. */
    public Metrics of(Map<String, Tensor> predicted, Batch batch) {
        double loss = 0;
        for (OutputScore output : outputs) {
            loss += output.meanLoss(predicted.get(output.layer()), batch.targets().get(output.layer()),
                    batch.weights());
        }
        return new Metrics(loss, accuracy(predicted, batch));
    }

    /** Scores a training step: its own loss, and the accuracy of its forward pass where that is known. */
    public Metrics of(StepResult step, Batch batch) {
        boolean known = !step.outputs().isEmpty();
        return new Metrics(step.loss(), known ? accuracy(step.outputs(), batch) : Double.NaN);
    }

    private double accuracy(Map<String, Tensor> predicted, Batch batch) {
        return outputs.stream().filter(OutputScore::categorical)
                .mapToDouble(output -> output.correct(predicted.get(output.layer()),
                        batch.targets().get(output.layer())) / batch.size())
                .average().orElse(Double.NaN);
    }
}
