// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.metric.MetricValues;
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
    public MetricValues of(Map<String, Tensor> predicted, Batch batch) {
        double loss = 0;
        for (OutputScore output : outputs) {
            loss += output.meanLoss(predicted.get(output.layer()), batch.targets().get(output.layer()),
                    batch.weights().get(output.layer()));
        }
        return values(loss, accuracy(predicted, batch));
    }

    /** Scores a training step: its own loss, and the accuracy of its forward pass where that is known. */
    public MetricValues of(StepResult step, Batch batch) {
        return values(step.loss(), step.outputs().isEmpty() ? OptionalDouble.empty() : accuracy(step.outputs(), batch));
    }

    private static MetricValues values(double loss, OptionalDouble accuracy) {
        MetricValues values = MetricValues.NONE.with(Metric.LOSS, loss);
        return accuracy.isPresent() ? values.with(Metric.ACCURACY, accuracy.getAsDouble()) : values;
    }

    private OptionalDouble accuracy(Map<String, Tensor> predicted, Batch batch) {
        return outputs.stream().filter(OutputScore::categorical)
                .map(output -> output.accuracy(predicted.get(output.layer()), batch.targets().get(output.layer()),
                        batch.weights().get(output.layer())))
                .filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble).average();
    }
}
